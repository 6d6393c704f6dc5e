import type { AllDocumentWords } from '../locale/types/documents.ts';
import { FACETS } from './columns.ts';
import type { Filters } from './filters.ts';

const lowerFirst = (text: string) => text[0]!.toLowerCase() + text.slice(1);

/**
 * Names the search and the filters in one line, for print.
 *
 * @param found the number of documents, in words
 */
export function filterSummary(filters: Filters, found: string, words: AllDocumentWords): string {
  const { query, chosen } = filters;
  const facets = FACETS.flatMap((facet) => {
    const value = chosen[facet];
    if (!value) return [];
    const name = facet === 'validity' ? (words.validity[value] ?? value) : value;
    return `${lowerFirst(words.columns[facet])}: ${name}`;
  });
  const dates = (['from', 'to'] as const).flatMap((end) => {
    const date = filters[end];
    return date ? `${lowerFirst(words[end])} ${words.day(date) || date}` : [];
  });
  const parts = [query && `“${query}”`, ...facets, dates.join(' '), found];
  return `${words.filtered}: ${parts.filter(Boolean).join('; ')}`;
}
