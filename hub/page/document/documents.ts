import { readDocument } from '../../../core/documents/read-document.ts';
import type { FoundItem } from '../found-item.ts';
import { guessSummary } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { readListItem } from '../item.ts';
import { guessList } from '../list/guess-list.ts';
import { itemsOf } from '../list/whole-items.ts';
import type { Selectors } from '../selectors.ts';
import {
  descendants,
  type Element,
  isElement,
  isHidden,
  type Node,
  selfAndAncestors,
  visibleElements,
  wrapsContent,
} from '../tree.ts';
import { countFacts, readLines, type StatedFacts } from './facts.ts';
import { filesIn } from './files.ts';
import { headLabelOf } from './head-labels.ts';
import { labelledBlocks } from './labelled-blocks.ts';
import type { NamedColumns } from './named-columns.ts';
import { documentsIn, readTable, type Table } from './tables.ts';

/** Longer pages are not searched for forms without a table. */
const MAX_FORM_PAGE_CHARS = 500_000;
/** Minimum number of labelled lines in a form. */
const MIN_FORM_FACTS = 3;

const ENDS_IN_FILE_NAME = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)$/i;

/** Whether an element is a table or is named like one: NukeViet lays out lists with such classes. */
export function isTable({ name, attribs }: Element): boolean {
  return (
    name === 'table' || attribs.role === 'table' || /(?:^|[\s_-])table(?:$|[\s_-])/i.test(attribs.class ?? '')
  );
}

/** The first heading in an element, else the last one before it and the smallest element that contains both. */
function headingOf(element: Element): { heading?: Element; container: Element } {
  const [inside] = visibleElements(element, /^h[1-4]$/);
  if (inside) return { heading: inside, container: element };
  let container = element;
  for (const around of selfAndAncestors(element)) {
    container = around;
    if (around === element) continue;
    const before = visibleElements(around, /^h[1-4]$/).filter(
      (each) => each.startIndex! < element.startIndex!,
    );
    if (before.length) return { heading: before.at(-1), container };
  }
  return { container };
}

/** The document that a page is about, from its form, the heading above and the files around it. */
function documentOfForm(page: HtmlPage, form: Element, stated: StatedFacts): FoundItem {
  const { heading, container } = headingOf(form);
  const title = stated.title ?? (heading && page.textLine(heading)) ?? stated.summary ?? page.title;
  const summary = stated.summary
    ? { text: stated.summary }
    : {
        html: guessSummary(page, container, { text: title, element: heading }, undefined)?.html ?? '',
        base: page.base,
      };
  return {
    stated,
    element: form,
    parts: { title: heading },
    raw: {
      link: page.url,
      base: page.base,
      title,
      summary: title === stated.summary ? undefined : summary,
      attachments: filesIn(page, container),
    },
  };
}

function fromTable(page: HtmlPage, table: Table): FoundItem[] {
  return table.kind === 'list'
    ? documentsIn(page, table)
    : [documentOfForm(page, table.element, table.stated)];
}

/** An element as a table, or the table inside it with the most recognised labels. */
function tableIn(page: HtmlPage, element: Element, columns?: NamedColumns): Table | undefined {
  return [element, ...visibleElements(element).filter(isTable)]
    .map((each) => readTable(page, each, columns))
    .reduce((best, each) => (each && each.known > (best?.known ?? 0) ? each : best), undefined);
}

/** The document of a form whose facts are lines of text: the innermost element that contains all of them. */
function formOfLines(page: HtmlPage): FoundItem[] {
  const read = (element: Element) => readLines(page.text(element, MAX_FORM_PAGE_CHARS).split('\n'));
  const innermost = (nodes: readonly Node[], minFacts: number): [Element, StatedFacts] | undefined => {
    for (const element of nodes) {
      if (!isElement(element) || isHidden(element)) continue;
      const stated = read(element);
      const facts = countFacts(stated);
      if (facts >= minFacts && stated.facts.number)
        return innermost(element.children, facts) ?? [element, stated];
    }
    return undefined;
  };
  if (page.length > MAX_FORM_PAGE_CHARS) return [];
  // The text around a form with a password is not read.
  const areas = [...visibleElements(page.root).filter(wrapsContent), page.root];
  for (const area of areas) {
    const found = innermost(area.children, MIN_FORM_FACTS);
    if (found) return [documentOfForm(page, ...found)];
  }
  return [];
}

/** Whether a text is a labelled line, such as "Số ký hiệu: 12/KH-TCT". */
const isLabelled = (text: string) => text.includes(':') && headLabelOf(text.split(':')[0]!) !== undefined;

/** Reads an item of a list as a document, with the labelled facts in its text or in a table inside it. */
function readDocumentItem(page: HtmlPage, selectors: Selectors, head: Element, item = head): FoundItem {
  const { raw, parts } = readListItem(page, selectors, head, item);
  const table = [item, ...visibleElements(item)]
    .filter(({ name }) => name === 'table')
    .map((each) => readTable(page, each))
    .find((each) => each?.kind === 'form');
  const stated = table?.kind === 'form' ? table.stated : readLines(page.text(item).split('\n'));
  const { number } = stated.facts;
  // A guessed title may be only the number, or a labelled line. Prefer the subject.
  const isSubject = raw.title !== undefined && raw.title !== number && !isLabelled(raw.title);
  const links = visibleElements(item, /^a$/);
  const isLinked = (text: string) => links.some((link) => page.textLine(link) === text);
  // A heading may be that of a group. Prefer the subject, if that is what is linked.
  const isHeading = stated.summary !== undefined && isLinked(stated.summary) && !isLinked(raw.title ?? '');
  if (
    selectors.selectorOf('title') === undefined &&
    (!isSubject || isHeading) &&
    (number || stated.summary)
  ) {
    const texts = links.flatMap((link) => [link.attribs.title ?? '', page.textLine(link) ?? '']);
    const longer = texts.filter(
      (text) => text.length > (number?.length ?? 0) && !ENDS_IN_FILE_NAME.test(text),
    );
    raw.title = stated.title ?? stated.summary ?? longer[0] ?? number;
    parts.title = links.find((link) => page.textLine(link) === raw.title);
  }
  if (
    selectors.selectorOf('summary') === undefined &&
    raw.summary?.html &&
    isLabelled(page.textOf(raw.summary.html))
  )
    raw.summary = stated.summary && stated.summary !== raw.title ? { text: stated.summary } : undefined;
  return { raw, stated, element: head, parts };
}

const isNumbered = ({ raw, stated }: FoundItem) =>
  stated.facts.number !== undefined ||
  (raw.title !== undefined && readDocument(raw.title)?.number !== undefined);

/** The documents whose labelled facts are repeated on a page; empty if it is about one, and only names others. */
function documentsOfBlocks(page: HtmlPage, selectors: Selectors): FoundItem[] {
  const found = labelledBlocks(page)
    .map((block) => readDocumentItem(page, selectors, block))
    .filter(isNumbered);
  const [most = 0, next = 0] = found.map(({ stated }) => countFacts(stated)).sort((a, b) => b - a);
  return next * 2 > most ? found : [];
}

/** The items of the guessed list of a page, as documents. */
function documentsOfList(page: HtmlPage, selectors: Selectors): FoundItem[] {
  const item = guessList(page);
  return item === undefined ? [] : documentsOfItems(page, selectors.withItem(item));
}

const documentsOfItems = (page: HtmlPage, selectors: Selectors): FoundItem[] =>
  itemsOf(page, selectors).map(({ head, whole }) => readDocumentItem(page, selectors, head, whole));

/** The table of a page with the most recognised labels. */
function bestTable(page: HtmlPage, { columns }: Selectors): Table | undefined {
  let best: Table | undefined;
  for (const node of descendants(page.root, isHidden)) {
    const table = isElement(node) && isTable(node) ? readTable(page, node, columns) : undefined;
    if (table && table.known > (best?.known ?? 0)) best = table;
  }
  return best;
}

/** The table that the documents of a page are read from: the first that is selected, else as it is guessed. */
export function documentTable(page: HtmlPage, selectors: Selectors): Table | undefined {
  if (selectors.selectorOf('item') !== undefined) return undefined;
  if (selectors.selectorOf('table') === undefined) return bestTable(page, selectors);
  const [element] = selectors.outermost('table', page);
  return element && tableIn(page, element, selectors.columns);
}

/**
 * Reads the documents of a page: by its `item` or `table` selector, else from the table with the most recognised
 * labels, else from labelled facts that are repeated, else from a form, with or without a table, else from a list of
 * titles.
 */
export function readDocuments(page: HtmlPage, selectors: Selectors): FoundItem[] {
  if (selectors.selectorOf('item') !== undefined) return documentsOfItems(page, selectors);
  if (selectors.selectorOf('table') !== undefined)
    return selectors.outermost('table', page).flatMap((element) => {
      const table = tableIn(page, element, selectors.columns);
      return table ? fromTable(page, table) : rowsWithoutHeader(page, selectors, element);
    });
  const best = bestTable(page, selectors);
  if (best?.kind === 'list') return fromTable(page, best);
  const parted = documentsOfBlocks(page, selectors);
  if (parted.length) return parted;
  const listed = documentsOfList(page, selectors);
  const isMostly = (isWanted: (document: FoundItem) => boolean) =>
    listed.filter(isWanted).length * 2 > listed.length;
  if (isMostly(({ stated }) => countFacts(stated) > 1)) return listed;
  const form = best ? fromTable(page, best) : formOfLines(page);
  return form.length || !isMostly(isNumbered) ? form : listed;
}

/** Reads a table without a header: each row as an item. */
function rowsWithoutHeader(page: HtmlPage, selectors: Selectors, table: Element): FoundItem[] {
  return visibleElements(table, /^tr$/)
    .filter((row) => visibleElements(row, /^td$/).length > 1)
    .map((row) => readDocumentItem(page, selectors, row));
}
