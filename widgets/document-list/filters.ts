import type { Column, Facet } from './columns.ts';

/** The user's search, filters, order and page. */
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
}

export const NO_FILTERS: Filters = {
  query: '',
  chosen: {},
  from: '',
  to: '',
  sort: '',
  descending: false,
  page: 0,
};

/** Counts the active filters; the two dates count as one. */
export const activeFilterCount = ({ chosen, from, to }: Filters): number =>
  [...Object.values(chosen), from || to].filter(Boolean).length;

/** Whether a search or filter hides documents. */
export const isFiltered = (filters: Filters): boolean => !!filters.query || activeFilterCount(filters) > 0;
