/** Texts of the document list in one language. */
export interface DocumentWords {
  heading: string;
  empty: string;
  failed: string;
  search: string;
  searchPlaceholder: string;
  filters: string;
  /** Opens the choice of columns and page size. */
  options: string;
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
  /** Printed when not all documents were loaded. */
  unfinished: string;
}

/** Texts of what the document list loads when it is needed: its panels, the pager, the CSV file and the print. */
export interface DocumentControlWords {
  /** The option that clears a filter. */
  all: string;
  from: string;
  to: string;
  clear: string;
  /** Clears the search too, where nothing was found. */
  clearAll: string;
  /** Names the search and the filters in print, before a colon. */
  filtered: string;
  /** Names the choice of columns. */
  shownColumns: string;
  pageSize: string;
  /** Downloads the list. */
  csv: string;
  /** The name of that file without its extension; `complete` unless older documents could not be loaded. */
  csvName: (date: string, complete: boolean) => string;
  /** The column of the file with the documents' addresses. */
  link: string;
  previous: string;
  next: string;
  /** Without `pages`, the name of one page. */
  page: (page: number, pages?: number) => string;
  /** Names the page navigation. */
  pages: string;
}

export interface AllDocumentWords extends DocumentWords, DocumentControlWords {}
