import { countFacts, readLines, type Stated } from './facts.ts';
import { filesIn } from './files.ts';
import { guessSummary } from './guess.ts';
import {
  type Element,
  type HtmlPage,
  isElement,
  isUnseen,
  lineage,
  type Node,
  seen,
  within,
} from './html-page.ts';
import { readItem } from './item.ts';
import type { Selectors } from './selectors.ts';
import { documentsIn, type FoundDocument, readTable, type Table } from './tables.ts';

/** Characters of a page in which a form without a table is looked for. */
const LONGEST_FORM = 500_000;
/** Facts that make a form of a list of labelled lines. */
const FORM_FACTS = 3;

/** A table, or something called so: NukeViet lays out lists with elements of such classes. */
function isTable({ name, attribs }: Element): boolean {
  return (
    name === 'table' || attribs.role === 'table' || /(?:^|[\s_-])table(?:$|[\s_-])/i.test(attribs.class ?? '')
  );
}

/** The heading that stands before an element, in the nearest element that holds both. */
function headingBefore(element: Element): { heading?: Element; holder: Element } {
  let holder = element;
  for (const around of lineage(element)) {
    holder = around;
    if (around === element) continue;
    const before = seen(around, /^h[1-4]$/).filter((each) => each.startIndex! < element.startIndex!);
    if (before.length) return { heading: before.at(-1), holder };
  }
  return { holder };
}

/** The one document of a page: what its form states, with the heading above it and the files beside it. */
function detail(page: HtmlPage, form: Element, stated: Stated): FoundDocument {
  const { heading, holder } = headingBefore(form);
  const title = stated.title ?? (heading && page.words(heading)) ?? stated.summary ?? page.title;
  const prose = stated.summary
    ? { text: stated.summary }
    : { html: guessSummary(page, holder, { text: title, at: heading }, undefined) ?? '', base: page.base };
  return {
    stated,
    parts: {
      link: page.url,
      base: page.base,
      title,
      summary: title === stated.summary ? undefined : prose,
      attachments: filesIn(page, holder),
    },
  };
}

function fromTable(page: HtmlPage, table: Table): FoundDocument[] {
  return table.kind === 'list' ? documentsIn(page, table) : [detail(page, table.table, table.stated)];
}

/** The table of an element, or the best of those in it. */
function tableIn(page: HtmlPage, element: Element): Table | undefined {
  return [element, ...seen(element).filter(isTable)]
    .map((each) => readTable(page, each))
    .reduce((best, each) => (each && each.known > (best?.known ?? 0) ? each : best), undefined);
}

/** A form whose facts are lines or terms: the inmost element that has them all. */
function formOfLines(page: HtmlPage): FoundDocument[] {
  const read = (element: Element) => readLines(page.text(element, LONGEST_FORM).split('\n'));
  const inmost = (nodes: readonly Node[], least: number): [Element, Stated] | undefined => {
    for (const element of nodes) {
      if (!isElement(element) || isUnseen(element)) continue;
      const stated = read(element);
      const facts = countFacts(stated);
      if (facts >= least && stated.facts.number) return inmost(element.children, facts) ?? [element, stated];
    }
    return undefined;
  };
  const found = page.length > LONGEST_FORM ? undefined : inmost(page.root.children, FORM_FACTS);
  return found ? [detail(page, ...found)] : [];
}

/** A document that is an item of a list: labels in its text or in a table of it say more. */
function readDocumentItem(page: HtmlPage, selectors: Selectors, item: Element): FoundDocument {
  const parts = readItem(page, selectors, item);
  const table = seen(item, /^table$/)
    .map((each) => readTable(page, each))
    .find((each) => each?.kind === 'form');
  const stated = table?.kind === 'form' ? table.stated : readLines(page.text(item).split('\n'));
  const { number } = stated.facts;
  const named = selectors.written('title') !== undefined;
  // A heading that is only the number tells less than what the document is about.
  if (!named && number && parts.title === number) {
    const texts = seen(item, /^a$/).flatMap((link) => [link.attribs.title ?? '', page.words(link) ?? '']);
    const telling = texts.filter((text) => text.length > number.length && !filesLike.test(text));
    parts.title = stated.title ?? stated.summary ?? telling[0] ?? parts.title;
  }
  return { parts, stated };
}

const filesLike = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)$/i;

/** The documents of a page, by the item or table selector, else of what looks most like a list or form of them. */
export function readDocuments(page: HtmlPage, selectors: Selectors): FoundDocument[] {
  if (selectors.written('item') !== undefined)
    return selectors.outermost('item', page).map((item) => readDocumentItem(page, selectors, item));
  if (selectors.written('table') !== undefined)
    return selectors.outermost('table', page).flatMap((element) => {
      const table = tableIn(page, element);
      return table ? fromTable(page, table) : rowsWithoutHeader(page, selectors, element);
    });
  let best: Table | undefined;
  for (const node of within(page.root, isUnseen)) {
    const table = isElement(node) && isTable(node) ? readTable(page, node) : undefined;
    if (table && table.known > (best?.known ?? 0)) best = table;
  }
  return best ? fromTable(page, best) : formOfLines(page);
}

/** A table that does not say what its columns are: each row is read as an item. */
function rowsWithoutHeader(page: HtmlPage, selectors: Selectors, table: Element): FoundDocument[] {
  return seen(table, /^tr$/)
    .filter((row) => seen(row, /^td$/).length > 1)
    .map((row) => readDocumentItem(page, selectors, row));
}
