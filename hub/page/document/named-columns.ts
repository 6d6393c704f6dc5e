import type { PageSource } from '../../../core/config/cluster.ts';
import type { Label } from '../../../core/documents/labels.ts';
import { foldWords } from '../../../core/text/fold-words.ts';
import type { GridRow } from './grid.ts';

/** The columns that a source names: what each is, by the text of its header or by its number from 1. */
export type NamedColumns = NonNullable<PageSource['columns']>;

/** What the header cells of a table say, if they are these. */
export function namedLabels(columns: NamedColumns, row: GridRow): Map<number, Label> {
  const texts = row.map(({ text }, at) => (row[at - 1] === row[at] ? '' : foldWords(text)));
  const found = new Map<number, Label>();
  for (const [name, column] of Object.entries(columns)) {
    if (column === undefined) continue;
    const at = typeof column === 'number' ? column - 1 : texts.indexOf(foldWords(column));
    if (at >= 0 && at < row.length) found.set(at, name === 'file' ? 'files' : (name as Label));
  }
  return found;
}

/** How many columns are named by the text of their header. */
export const countByText = (columns: NamedColumns): number =>
  Object.values(columns).filter((column) => typeof column === 'string').length;
