import type { Column, Facet } from './columns.ts';

/** What a visitor has chosen. */
export interface Filters {
  query: string;
  chosen: Partial<Record<Facet, string>>;
  /** First and last day of issue, `YYYY-MM-DD`; empty is any. */
  from: string;
  to: string;
  sort: Column | '';
  descending: boolean;
  /** Counted from 0. */
  page: number;
}

export const NO_FILTERS: Filters = {
  ...{ query: '', chosen: {}, from: '', to: '' },
  ...{ sort: '', descending: false, page: 0 },
};

/** How many filters are set; both days are one. */
export const filtersIn = ({ chosen, from, to }: Filters): number =>
  [...Object.values(chosen), from || to].filter(Boolean).length;

/** Whether it leaves documents out. */
export const isNarrow = (choice: Filters): boolean => !!choice.query || filtersIn(choice) > 0;
