/** A source of the sample cluster, as the development server lists them in `sites/index.json`. */
export interface Listed {
  school: string;
  cms: string;
  title: string;
  /** The source's own address. */
  url: string;
  /** The same source on the demo's origin, relative to the demo's first page. */
  here: string;
}
