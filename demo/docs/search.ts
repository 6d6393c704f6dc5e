import { textMatcher } from '../../core/text/search.ts';

/** A section of a page, or an entry of the reference. */
export interface SearchEntry {
  title: string;
  /** Title of the page that holds it. */
  page: string;
  /** From the folder of the language. */
  url: string;
  text: string;
}

const MAX_RESULTS = 20;

/** The entries that contain all words of a query, those first whose title does; empty without a query. */
export function searchEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  if (!query.trim()) return [];
  const matches = textMatcher(query);
  const found = entries.filter(({ title, page, text }) => matches(`${title} ${page} ${text}`));
  const inTitle = found.filter(({ title }) => matches(title));
  const elsewhere = found.filter(({ title }) => !matches(title));
  // “limit” is looked for more often than titles that contain it.
  const isExact = ({ title }: SearchEntry) => title.toLowerCase() === query.trim().toLowerCase();
  return [...inTitle.filter(isExact), ...inTitle.filter((entry) => !isExact(entry)), ...elsewhere].slice(
    0,
    MAX_RESULTS,
  );
}
