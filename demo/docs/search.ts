import { textMatcher } from '../../core/text/search.ts';

/** A section of a page, or an entry of the reference. */
export interface SearchEntry {
  title: string;
  /** What the builder calls an attribute. */
  label?: string;
  /** Title of the page that holds it. */
  page: string;
  /** From the folder of the language. */
  url: string;
  text: string;
  /** Whether it is an entry of the reference. */
  isReference?: true;
}

const MAX_RESULTS = 20;

/**
 * The entries that contain all words of a query: first what is called just so, then what has the words in its name, each
 * time the reference before the guides. Empty without a query.
 */
export function searchEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  if (!query.trim()) return [];
  const matches = textMatcher(query);
  const name = query.trim().toLowerCase();
  const rank = ({ title, label = '', isReference }: SearchEntry) => {
    // “limit” is looked for more often than titles that contain it.
    if (title.toLowerCase() === name) return 0;
    return (matches(`${title} ${label}`) ? 1 : 3) + (isReference ? 0 : 1);
  };
  return entries
    .filter(({ title, label = '', page, text }) => matches(`${title} ${label} ${page} ${text}`))
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
    .slice(0, MAX_RESULTS);
}
