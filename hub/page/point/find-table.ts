/** Finds the table of documents that a user points at, and names its columns. */
import type { PageSource } from '../../../core/config/cluster.ts';
import { foldWords } from '../../../core/text/fold-words.ts';
import { documentTable, isTable, readDocuments } from '../document/documents.ts';
import { type Cell, gridOf } from '../document/grid.ts';
import { readTable, type Table } from '../document/tables.ts';
import type { ElementNumbers } from '../element-numbers.ts';
import type { HtmlPage } from '../html-page.ts';
import { uniqueSelector } from '../selector/unique-selector.ts';
import { Selectors } from '../selectors.ts';
import { type Element, selfAndAncestors } from '../tree.ts';
import type { Column, Picks, PointReading } from './types.ts';

type Columns = NonNullable<PageSource['columns']>;

const isIn = (element: Element, around: Element) => [...selfAndAncestors(element)].includes(around);

/** What a table's label is called among columns. */
function columnOf(label: string | undefined, labels: readonly (string | undefined)[]): Column | undefined {
  if (label === 'files') return 'file';
  if (label === 'summary') return labels.includes('title') ? undefined : 'title';
  if (label === 'validity') return 'status';
  const known = ['title', 'number', 'type', 'field', 'issuer', 'signer', 'issued', 'effective', 'status'];
  return known.includes(label ?? '') ? (label as Column) : undefined;
}

/** The columns of a table by the cells that were picked: the text of the header, or the number if it has none. */
function namedColumns(
  page: HtmlPage,
  element: Element,
  numbers: ElementNumbers,
  picks: NonNullable<Picks['columns']>,
): Columns {
  const table = readTable(page, element);
  const list = table?.kind === 'list' ? table : undefined;
  const grid = gridOf(page, element);
  const columns: Columns = {};
  for (const [name, number] of Object.entries(picks) as [Column, number][]) {
    const picked = numbers.elementAt(number);
    const holds = (cell: Cell) => !!picked && isIn(picked, cell.element);
    const row = grid.find((each) => each.some(holds));
    if (!row) continue;
    const at = row.findIndex(holds);
    if (list && columnOf(list.labels[at], list.labels) === name) continue;
    const header = list?.header ?? grid[0]!;
    const text = header[at]?.text ?? '';
    const isHeader = header.includes(row[at]!) || list !== undefined;
    const words = foldWords(text);
    const isOnly = header.filter((cell) => foldWords(cell.text) === words).length === 1;
    columns[name] = isHeader && words && isOnly ? text : at + 1;
  }
  return columns;
}

/** The innermost table around an element that can be read as a list of documents. */
function tableAround(page: HtmlPage, picked: Element, columns: Columns | undefined): Element | undefined {
  return [...selfAndAncestors(picked)].find(
    (each) => isTable(each) && readTable(page, each, columns)?.kind === 'list',
  );
}

/**
 * Finds the table of documents that was picked: one of its rows, or its head cells.
 *
 * @returns the fields of the source; undefined if nothing that was picked is in a table with columns that are known
 */
export function findTable(
  page: HtmlPage,
  numbers: ElementNumbers,
  picks: Picks,
  base: PageSource,
): Pick<PageSource, 'table' | 'columns'> | undefined {
  const heads = Object.values(picks.columns ?? {});
  const [picked] = [...heads, ...picks.items].flatMap((number) => {
    const element = numbers.elementAt(number);
    return element ? [element] : [];
  });
  if (!picked) return undefined;
  const around = heads.length ? [...selfAndAncestors(picked)].find(isTable) : undefined;
  const named = around && namedColumns(page, around, numbers, picks.columns!);
  const columns = named && Object.keys(named).length ? named : undefined;
  const table = around ?? tableAround(page, picked, base.columns);
  if (!table) return undefined;
  const { item: _, table: __, columns: ___, ...rest } = base;
  const guessed = readDocuments(page, new Selectors({ ...rest, ...(columns && { columns }) }));
  const isGuessed = guessed.length > 0 && guessed.every(({ element }) => isIn(element, table));
  const selector = isGuessed ? undefined : uniqueSelector(page, table);
  return { ...(selector !== undefined && { table: selector }), ...(columns && { columns }) };
}

/** What was recognised of a table: its head cells, and which column each is. */
function describe(
  numbers: ElementNumbers,
  table: Table & { kind: 'list' },
): Pick<PointReading, 'heads' | 'columns'> {
  const { header, labels } = table;
  const cells = header.filter((cell, at) => header[at - 1] !== cell);
  const heads = cells.map(({ element, text }) => ({ node: numbers.numberOf(element)!, text }));
  const columns: NonNullable<PointReading['columns']> = {};
  for (const [at, label] of labels.entries()) {
    const cell = header[at];
    const column = columnOf(label, labels);
    if (column && cell && columns[column] === undefined) columns[column] = numbers.numberOf(cell.element)!;
  }
  return { heads, columns };
}

/** The head cells of the table that a source reads, and what each was recognised as; nothing if there is none. */
export function tableHeads(
  page: HtmlPage,
  numbers: ElementNumbers,
  source: PageSource,
): Pick<PointReading, 'heads' | 'columns'> {
  const table = documentTable(page, new Selectors(source));
  return table?.kind === 'list' ? describe(numbers, table) : {};
}
