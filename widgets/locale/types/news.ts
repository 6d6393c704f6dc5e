/** Texts of the tools of news that few pages use, in one language. */
export interface NewsWords {
  /** Names of the two groups of filters. */
  bySchool: string;
  byTag: string;
  clear: string;
  share: (title: string) => string;
  copied: string;
  /** Names the other schools that published the same story. */
  alsoBy: (names: string) => string;
}
