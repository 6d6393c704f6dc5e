import type { Column, Facet } from './columns.ts';

/** What the user has chosen: search, filters, order, page, and what is shown of each document. */
export interface Filters {
  query: string;
  chosen: Partial<Record<Facet, string>>;
  /** First and last day of issue, `YYYY-MM-DD`; empty for any. */
  from: string;
  to: string;
  sort: Column | '';
  descending: boolean;
  /** Counted from 0. */
  page: number;
  /** Documents per page; 0 for the tag's. */
  pageSize: number;
  /** The shown columns, in order; empty for the tag's. */
  columns: readonly Column[];
}

/** Neither search nor filters. */
export const UNFILTERED = { query: '', chosen: {}, from: '', to: '' };

export const NO_CHOICE: Filters = {
  ...UNFILTERED,
  sort: '',
  descending: false,
  page: 0,
  pageSize: 0,
  columns: [],
};

/** Counts the active filters; the two dates count as one. */
export const activeFilterCount = ({ chosen, from, to }: Filters): number =>
  [...Object.values(chosen), from || to].filter(Boolean).length;

/** Whether a search or filter hides documents. */
export const isFiltered = (filters: Filters): boolean => !!filters.query || activeFilterCount(filters) > 0;

/** The next order by a column: the usual direction (dates newest first, texts A to Z), the reverse, then none. */
export function nextSort(
  { sort, descending }: Filters,
  column: Column,
): Pick<Filters, 'sort' | 'descending'> {
  const usual = column === 'issued';
  if (sort !== column) return { sort: column, descending: usual };
  return descending === usual ? { sort, descending: !usual } : { sort: '', descending: false };
}
