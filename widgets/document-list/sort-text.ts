import { COLUMNS, type Column } from './columns.ts';
import type { DocumentRow } from './document-row.ts';
import { shortTitle } from './short-title.ts';

/**
 * The text a column is sorted by; empty if the row has no value. Titles are sorted as they are shown. Documents in force sort before those not yet or no
 * longer in force, each group by its date.
 */
export function sortText(row: DocumentRow, column: Column): string {
  const { cells, facts } = row;
  const text = column === 'title' ? shortTitle(row, COLUMNS) : cells[column];
  if (!text || column !== 'validity') return text ?? '';
  const { effective, expires } = facts;
  return text.replace('valid', '') + (text === 'expired' ? expires : (effective ?? expires ?? 0));
}
