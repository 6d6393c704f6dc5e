import type { Column } from '../../document-list/columns.ts';

/** What the document list says, in one language. */
export interface DocumentWords {
  heading: string;
  empty: string;
  failed: string;
  search: string;
  searchPlaceholder: string;
  filters: string;
  /** The choice that chooses nothing. */
  all: string;
  from: string;
  to: string;
  clear: string;
  sortBy: string;
  newest: string;
  ascending: string;
  descending: string;
  /** Said of the list: how many there are, whether that is not all, and whether older ones are on their way. */
  found: (count: number, more: boolean, loading: boolean) => string;
  columns: Record<Column, string>;
  validity: Record<string, string>;
  /** Beside the state: the day from which, or until which, it holds; the last on which it held. */
  since: (day: string) => string;
  until: (day: string) => string;
  ended: (day: string) => string;
  /** A calendar day, `YYYY-MM-DD`, as people write it. */
  day: (date: string) => string;
  /** A size in bytes. */
  size: (bytes: number) => string;
  file: string;
  download: (title: string) => string;
  previous: string;
  next: string;
  page: (page: number, pages: number) => string;
  pages: string;
  /** On paper, where not all were loaded. */
  unfinished: string;
}
