/** A source of the sample cluster, as listed in `sites/index.json`. */
export interface SampleSource {
  school: string;
  cms: string;
  title: string;
  /** The source's own address. */
  url: string;
  /** Where the page reads the source: its own address, or a saved response relative to the demo's root. */
  readFrom: string;
}
