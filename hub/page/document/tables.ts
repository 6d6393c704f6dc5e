import type { Label } from '../../../core/documents/labels.ts';
import { readDocument } from '../../../core/documents/read-document.ts';
import type { Attachment } from '../../../core/model/feed.ts';
import { foldWords } from '../../../core/text/fold-words.ts';
import type { FoundItem } from '../found-item.ts';
import { isOwnLink } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { type Element, isElement, visibleElements } from '../tree.ts';
import { addFact, countFacts, type StatedFacts } from './facts.ts';
import { fileOf, filesIn, linksIn, looksLikeFile } from './files.ts';
import { type Cell, type GridRow, gridOf } from './grid.ts';
import { headLabelOf } from './head-labels.ts';
import { countByText, type NamedColumns, namedLabels } from './named-columns.ts';

/** Rows that may be the header: a caption or grouped columns may be above it. */
const HEADER_ROWS = 5;

/** A table that was recognised: as a list of documents or as the form of one. `known` counts the labels in it. */
export type Table = { element: Element; known: number } & (
  | { kind: 'list'; labels: (Label | undefined)[]; header: GridRow; rows: GridRow[] }
  | { kind: 'form'; stated: StatedFacts }
);

const isIdentifying = (label: Label | undefined) =>
  label === 'number' || label === 'title' || label === 'summary';

/** The label of each column. A cell that spans several columns labels the first. */
function labelsOf(row: GridRow): (Label | undefined)[] {
  return row.map(({ text }, at) => (row[at - 1] === row[at] ? undefined : headLabelOf(text)));
}

/** Whether a row holds only header cells. */
const isHeaderRow = (row: GridRow) => row.length > 0 && row.every(({ element }) => element.name === 'th');

function countDistinct(labels: readonly (Label | undefined)[]): number {
  return new Set(labels.filter((label) => label && label !== 'ignored')).size;
}

/** Reads a table as a list of documents. It needs a header with a column that identifies the document. */
function asList(element: Element, grid: readonly GridRow[]): Table | undefined {
  let best: { at: number; labels: (Label | undefined)[]; known: number } | undefined;
  for (const [at, row] of grid.slice(0, HEADER_ROWS).entries()) {
    const labels = labelsOf(row);
    const known = countDistinct(labels);
    if (known > (best?.known ?? 1)) best = { at, labels, known };
  }
  if (!best?.labels.some(isIdentifying) || best.at + 1 >= grid.length) return undefined;
  const { at, labels, known } = best;
  return { element, kind: 'list', known, labels, header: grid[at]!, rows: grid.slice(at + 1) };
}

/**
 * Reads a table whose columns are named; undefined if those named by their headers are not there. What the other
 * columns are is recognised.
 */
function asNamedList(element: Element, grid: readonly GridRow[], columns: NamedColumns): Table | undefined {
  const byText = countByText(columns);
  const found = grid
    .slice(0, HEADER_ROWS)
    .map((row, at) => ({ at, row, named: namedLabels(columns, row), guessed: labelsOf(row) }));
  const isHeader = ({ row, named, guessed }: (typeof found)[number]) =>
    byText ? named.size === Object.keys(columns).length : isHeaderRow(row) || countDistinct(guessed) > 1;
  const header = found.find(isHeader);
  if (!header && (byText || !grid[0])) return undefined;
  const named = header?.named ?? namedLabels(columns, grid[0]!);
  const isTaken = (label: Label | undefined) => [...named.values()].includes(label!);
  const width = Math.max(...grid.map((row) => row.length));
  const labels = Array.from({ length: width }, (_, at) => {
    const guessed = header?.guessed[at];
    return named.get(at) ?? (isTaken(guessed) ? undefined : guessed);
  });
  const rows = grid.slice(header ? header.at + 1 : 0);
  return { element, kind: 'list', known: countDistinct(labels), labels, header: header?.row ?? [], rows };
}

/** Reads a table as the form of one document: a label in each odd cell, its value in the next cell. */
function asForm(element: Element, grid: readonly GridRow[]): Table | undefined {
  const stated: StatedFacts = { facts: {} };
  for (const row of grid) {
    for (let at = 0; at + 1 < row.length; at += 2) {
      const [name, value] = [row[at]!, row[at + 1]!];
      const label = headLabelOf(name.text);
      if (label && name !== value && !headLabelOf(value.text)) addFact(stated, label, value.text);
    }
  }
  return { element, kind: 'form', known: countFacts(stated), stated };
}

/**
 * Reads a table as a list or a form, whichever recognises more labels; undefined if it is neither.
 *
 * @param columns of a list, which are recognised if they are not named
 */
export function readTable(page: HtmlPage, element: Element, columns?: NamedColumns): Table | undefined {
  const grid = gridOf(page, element);
  const named = columns && asNamedList(element, grid, columns);
  if (named) return named;
  const list = asList(element, grid);
  const form = asForm(element, grid);
  // At least three facts: a caption beside a number is not a form.
  return form && form.known > Math.max(2, list?.known ?? 0) ? form : list;
}

/** A cell's text without the column's label, which some pages repeat in cells for phones. */
function cellText({ text }: Cell, header: Cell | undefined): string {
  const colon = text.indexOf(':');
  return colon > 0 && header && text.slice(0, colon).trim() === header.text.replace(/\s*:$/, '')
    ? text.slice(colon + 1).trim()
    : text;
}

/** The URL of the document's page that a cell links to. */
function documentLink(page: HtmlPage, cell: Cell | undefined): string | undefined {
  const link =
    cell && visibleElements(cell.element, /^a$/).find((each) => isOwnLink(page, each) && !fileOf(page, each));
  return link && page.resolveUrl(link.attribs.href);
}

/** The files that a cell of the files column links to, and the first of its links that leads to a page. */
function columnFiles(page: HtmlPage, cell: Cell): { files: Attachment[]; link?: string } {
  const links = linksIn(cell.element);
  const files = links.map((link) => fileOf(page, link, looksLikeFile(page, link)));
  const other = links.find((link, at) => !files[at] && isOwnLink(page, link));
  return {
    files: files.filter((file) => file !== undefined),
    link: other && page.resolveUrl(other.attribs.href),
  };
}

/** The `title` of a link in the row that contains the given number or subject and more. */
function fullTitle(cells: readonly Cell[], text: string | undefined): string | undefined {
  if (!text) return undefined;
  const words = foldWords(text);
  return cells
    .flatMap(({ element }) => visibleElements(element, /^a$/))
    .map(({ attribs }) => attribs.title ?? '')
    .find((title) => {
      const titleWords = foldWords(title);
      return (
        titleWords.length > words.length &&
        (titleWords.startsWith(words) || (titleWords.includes(words) && readDocument(title)))
      );
    });
}

/** The element of a row: what its last cell is in, since the first may span from rows above. */
function rowOf(row: GridRow): Element {
  const { element } = row.at(-1)!;
  return element.parent && isElement(element.parent) ? element.parent : element;
}

/** Reads a row of a list. Without a title column, the longest text in an unlabelled one serves as the title. */
function readRow(
  page: HtmlPage,
  labels: readonly (Label | undefined)[],
  header: GridRow,
  row: GridRow,
): FoundItem {
  const stated: StatedFacts = { facts: {} };
  const files: Attachment[] = [];
  let filesLink: string | undefined;
  let longestCell: Cell | undefined;
  let longestText = '';
  const cells = [...row.entries()].filter(([at, cell]) => row[at - 1] !== cell);
  for (const [at, cell] of cells) {
    const label = labels[at];
    const value = cellText(cell, header[at]);
    if (label === 'files') {
      const found = columnFiles(page, cell);
      for (const file of found.files) files.push(file);
      filesLink ??= found.link;
    } else {
      for (const file of filesIn(page, cell.element)) files.push(file);
      if (label) addFact(stated, label, value);
      else if (value.length > longestText.length) {
        longestText = value;
        longestCell = cell;
      }
    }
  }
  const cellOf = (label: Label): Cell | undefined => row[labels.indexOf(label)];
  const { facts, summary } = stated;
  const title = stated.title ?? fullTitle(row, summary ?? facts.number);
  const titleCell = [cellOf('title'), cellOf('summary'), longestCell, cellOf('number')].find(
    (cell) => cell?.text,
  );
  const dateCell = stated.published ? cellOf('published') : facts.issued && cellOf('issued');
  return {
    stated,
    element: rowOf(row),
    parts: { title: titleCell?.element, date: dateCell ? dateCell.element : undefined },
    raw: {
      link:
        documentLink(page, cellOf('title')) ??
        documentLink(page, cellOf('summary')) ??
        documentLink(page, cellOf('number')) ??
        filesLink ??
        files[0]?.url,
      base: page.base,
      title: title ?? summary ?? (longestText || facts.number),
      summary: title && summary ? { text: summary } : undefined,
      attachments: files,
    },
  };
}

/** Whether a row is a document: not empty, not the header again, not the name of a group across all columns. */
function isDocumentRow(row: GridRow, labels: readonly (Label | undefined)[]): boolean {
  const texts = new Set(row.filter(({ text }) => text));
  return texts.size > 1 && countDistinct(labelsOf(row)) < Math.max(2, countDistinct(labels) - 1);
}

/**
 * The documents of a list, one for each row. Rows that share the cells of number and title, by `rowspan`, are one
 * document with several files.
 */
export function documentsIn(page: HtmlPage, table: Table & { kind: 'list' }): FoundItem[] {
  const { labels, header, rows } = table;
  const identifying = labels.flatMap((label, at) => (isIdentifying(label) ? [at] : []));
  const found: FoundItem[] = [];
  let last: GridRow | undefined;
  for (const row of rows) {
    if (!isDocumentRow(row, labels)) continue;
    const document = readRow(page, labels, header, row);
    if (last && identifying.every((at) => row[at] && row[at] === last![at]))
      for (const file of document.raw.attachments!) found.at(-1)!.raw.attachments!.push(file);
    else if (document.raw.title) found.push(document);
    last = row;
  }
  return found;
}
