import type { NewsWords } from '../types/news.ts';

export const en: NewsWords = {
  bySchool: 'Filter by school',
  byTag: 'Filter by topic',
  clear: 'Clear search and filters',
  share: (title) => `Share: ${title}`,
  copied: 'Link copied.',
  alsoBy: (names) => `also published by ${names}`,
};
