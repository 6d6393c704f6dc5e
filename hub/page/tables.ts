import type { Label } from '../../core/documents/labels.ts';
import { readDocument } from '../../core/documents/read-document.ts';
import type { Attachment } from '../../core/model/feed.ts';
import type { RawItem } from '../../core/read/to-item.ts';
import { foldWords } from '../../core/text/match-words.ts';
import { countFacts, type Stated, state } from './facts.ts';
import { fileOf, filesIn, saysFile } from './files.ts';
import { type Cell, gridOf, type Row } from './grid.ts';
import { isOwnLink } from './guess.ts';
import { headLabelOf } from './head-labels.ts';
import { type Element, type HtmlPage, seen } from './html-page.ts';

/** A document as a page shows it: what `Parts` has no place for stands in `stated`. */
export interface FoundDocument {
  parts: RawItem;
  stated: Stated;
}

/** A header stands in one of the first rows, under a caption or a group of columns. */
const HEADER_ROWS = 5;

/** A table that was looked at; `known` counts the labels that were understood. */
export type Table = { table: Element; known: number } & (
  | { kind: 'list'; labels: (Label | undefined)[]; header: Row; rows: Row[] }
  | { kind: 'form'; stated: Stated }
);

function labelsOf(row: Row): (Label | undefined)[] {
  return row.map(({ text }, at) => (row[at - 1] === row[at] ? undefined : headLabelOf(text)));
}

function distinct(labels: readonly (Label | undefined)[]): number {
  return new Set(labels.filter((label) => label && label !== 'nothing')).size;
}

/** A list of documents has a row whose cells are labels, one of which says which document it is. */
function listOf(table: Element, grid: readonly Row[]): Table | undefined {
  let best: { at: number; labels: (Label | undefined)[]; known: number } | undefined;
  for (const [at, row] of grid.slice(0, HEADER_ROWS).entries()) {
    const labels = labelsOf(row);
    const known = distinct(labels);
    if (known > (best?.known ?? 1)) best = { at, labels, known };
  }
  const names = best?.labels.some((label) => label === 'number' || label === 'title' || label === 'summary');
  if (!best || !names || best.at + 1 >= grid.length) return undefined;
  const { at, labels, known } = best;
  return { table, kind: 'list', known, labels, header: grid[at]!, rows: grid.slice(at + 1) };
}

/** A form of one document has a label in a cell and its value in the next. */
function formOf(table: Element, grid: readonly Row[]): Table | undefined {
  const stated: Stated = { facts: {} };
  for (const row of grid) {
    for (let at = 0; at + 1 < row.length; at += 2) {
      const [name, value] = [row[at]!, row[at + 1]!];
      const label = headLabelOf(name.text);
      if (label && name !== value && !headLabelOf(value.text)) state(stated, label, value.text);
    }
  }
  return { table, kind: 'form', known: countFacts(stated), stated };
}

/** What a table is: the one reading of it that understands more. */
export function readTable(page: HtmlPage, table: Element): Table | undefined {
  const grid = gridOf(page, table);
  const list = listOf(table, grid);
  const form = formOf(table, grid);
  // Three, or a caption beside a number would make one.
  return form && form.known > Math.max(2, list?.known ?? 0) ? form : list;
}

/** What stands in a cell without the header's words, which pages repeat there for phones. */
function saidIn({ text }: Cell, header: Cell | undefined): string {
  const colon = text.indexOf(':');
  return colon > 0 && header && text.slice(0, colon).trim() === header.text.replace(/\s*:$/, '')
    ? text.slice(colon + 1).trim()
    : text;
}

/** The page about a document that a cell links to. */
function pageIn(page: HtmlPage, cell: Cell | undefined): string | undefined {
  const link = cell && seen(cell.element, /^a$/).find((each) => isOwnLink(page, each) && !fileOf(page, each));
  return link && page.address(link.attribs.href);
}

/** The files of a column of files, and the page that one of its links leads to instead. */
function filesOf(page: HtmlPage, cell: Cell): { files: Attachment[]; link?: string } {
  const links = seen(cell.element, /^a$/);
  const files = links.map((link) => fileOf(page, link, saysFile(page, link)));
  const other = links.find((link, at) => !files[at] && isOwnLink(page, link));
  return {
    files: files.filter((file) => file !== undefined),
    link: other && page.address(other.attribs.href),
  };
}

/** A link's `title` that names the whole document where the cell has only its number or what it is about. */
function fullTitle(cells: readonly Cell[], title: string | undefined): string | undefined {
  if (!title) return undefined;
  const words = foldWords(title);
  return cells
    .flatMap(({ element }) => seen(element, /^a$/))
    .map(({ attribs }) => attribs.title ?? '')
    .find((text) => {
      const whole = foldWords(text);
      return (
        whole.length > words.length &&
        (whole.startsWith(words) || (whole.includes(words) && readDocument(text)))
      );
    });
}

function readRow(
  page: HtmlPage,
  labels: readonly (Label | undefined)[],
  header: Row,
  row: Row,
): FoundDocument {
  const stated: Stated = { facts: {} };
  const files: Attachment[] = [];
  let aside: string | undefined;
  let longest = '';
  const cells = [...row.entries()].filter(([at, cell]) => row[at - 1] !== cell);
  for (const [at, cell] of cells) {
    const label = labels[at];
    const value = saidIn(cell, header[at]);
    if (label === 'files') {
      const found = filesOf(page, cell);
      files.push(...found.files);
      aside ??= found.link;
    } else {
      files.push(...filesIn(page, cell.element));
      if (label) state(stated, label, value);
      else if (value.length > longest.length) longest = value;
    }
  }
  const cellOf = (label: Label) => row[labels.indexOf(label)];
  const { facts, summary } = stated;
  const title = stated.title ?? fullTitle(row, summary ?? facts.number);
  return {
    stated,
    parts: {
      link:
        pageIn(page, cellOf('title')) ??
        pageIn(page, cellOf('summary')) ??
        pageIn(page, cellOf('number')) ??
        aside ??
        files[0]?.url,
      base: page.base,
      title: title ?? summary ?? (longest || facts.number),
      summary: title && summary ? { text: summary } : undefined,
      attachments: files,
    },
  };
}

/** Whether a row is one of documents: no header again, no group's name across the columns, not empty. */
function isRecord(row: Row, labels: readonly (Label | undefined)[]): boolean {
  const texts = new Set(row.filter(({ text }) => text));
  return texts.size > 1 && distinct(labelsOf(row)) < Math.max(2, distinct(labels) - 1);
}

/** The documents of a list, a row each; rows that share title and number, as spanned cells do, are one with more files. */
export function documentsIn(page: HtmlPage, table: Table & { kind: 'list' }): FoundDocument[] {
  const { labels, header, rows } = table;
  const naming = labels.flatMap((label, at) =>
    label === 'number' || label === 'title' || label === 'summary' ? [at] : [],
  );
  const found: FoundDocument[] = [];
  let last: Row | undefined;
  for (const row of rows) {
    if (!isRecord(row, labels)) continue;
    const document = readRow(page, labels, header, row);
    if (last && naming.every((at) => row[at] && row[at] === last![at]))
      found.at(-1)!.parts.attachments!.push(...document.parts.attachments!);
    else if (document.parts.title) found.push(document);
    last = row;
  }
  return found;
}
