/** Texts of the document list in one language. */
export interface DocumentWords {
  heading: string;
  empty: string;
  failed: string;
  search: string;
  searchPlaceholder: string;
  filters: string;
  /** The option that clears a filter. */
  all: string;
  from: string;
  to: string;
  clear: string;
  sortBy: string;
  newest: string;
  ascending: string;
  descending: string;
  /** Announces the number of documents; `more` when there are others, `loading` while older ones are fetched. */
  found: (count: number, more: boolean, loading: boolean) => string;
  columns: {
    number: string;
    issued: string;
    title: string;
    type: string;
    issuer: string;
    signer: string;
    field: string;
    school: string;
    validity: string;
    files: string;
  };
  /** By state: `valid`, `coming`, `expired`. */
  validity: Record<string, string>;
  /** Follows the state: the first day in force, the last day in force, the last day of an expired document. */
  since: (day: string) => string;
  until: (day: string) => string;
  ended: (day: string) => string;
  /** Formats a calendar day, `YYYY-MM-DD`; empty if there is no such day. */
  day: (date: string) => string;
  /** Formats a file size. */
  size: (bytes: number) => string;
  file: string;
  download: (title: string) => string;
  previous: string;
  next: string;
  page: (page: number, pages: number) => string;
  /** Names the page navigation. */
  pages: string;
  /** Printed when not all documents were loaded. */
  unfinished: string;
}
