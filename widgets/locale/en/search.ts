import type { SearchWords } from '../types/search.ts';

export const en: SearchWords = {
  search: 'Search the news',
  searchPlaceholder: 'Search, accents optional',
  found: (count) => (count === 1 ? '1 post' : count ? `${count} posts` : 'Nothing found.'),
};
