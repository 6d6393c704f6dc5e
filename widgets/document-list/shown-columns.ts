import { type Column, columnNames, DEFAULT_COLUMNS } from './columns.ts';
import type { DocumentRow } from './document-row.ts';

/** The columns of a list. */
export interface ShownColumns {
  columns: readonly Column[];
  /** The columns if the reader has chosen none: those that the tag names, or the default ones. */
  ofTag: readonly Column[];
  /** Whether a table without room for all columns shows some of them below the title. */
  folds: boolean;
  /** The class of a list with this many columns, for the styles. */
  size: '' | 'wide' | 'many' | 'most';
}

/** As many columns have room in the narrowest table. */
const FEW_COLUMNS = 5;
const MANY_COLUMNS = 7;

/** Leaves out columns without any value, but never the title. */
export const filledColumns = (columns: readonly Column[], rows: readonly DocumentRow[]): Column[] =>
  columns.filter((column) => column === 'title' || rows.some(({ cells }) => cells[column]));

/**
 * Returns the columns that are shown.
 *
 * @param named the tag's `columns`, which are never folded
 * @param chosen the reader's choice; empty for none
 */
export function shownColumns(
  named: string | null,
  chosen: readonly Column[],
  rows: readonly DocumentRow[],
): ShownColumns {
  const namedColumns = columnNames(named);
  const ofTag = namedColumns.length ? namedColumns : filledColumns(DEFAULT_COLUMNS, rows);
  const columns = chosen.length ? chosen : ofTag;
  const { length } = columns;
  if (length <= FEW_COLUMNS) return { columns, ofTag, folds: false, size: '' };
  if (columns !== namedColumns && columns.includes('title'))
    return { columns, ofTag, folds: true, size: length > DEFAULT_COLUMNS.length ? 'wide' : '' };
  return { columns, ofTag, folds: false, size: length > MANY_COLUMNS ? 'most' : 'many' };
}
