/** A source of the sample cluster, as the demo lists them in `sites/index.json`. */
export interface Listed {
  school: string;
  cms: string;
  title: string;
  /** The source's own address. */
  url: string;
  /** Where the page reads it: there, or what it once sent, relative to the demo's first page. */
  here: string;
}
