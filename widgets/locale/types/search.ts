/** Texts of the search in news, in one language. */
export interface SearchWords {
  search: string;
  searchPlaceholder: string;
  /** Announced after a search: the number of posts found. */
  found: (count: number) => string;
}
