import type { DocumentControlWords } from '../types/documents.ts';

export const en: DocumentControlWords = {
  all: 'All',
  from: 'Issued from',
  to: 'Until',
  clear: 'Clear filters',
  clearAll: 'Clear search and filters',
  filtered: 'Filtered by',
  shownColumns: 'Columns',
  pageSize: 'Documents shown',
  csv: 'Download the list (CSV)',
  csvName: (date, complete) => `documents-${date}${complete ? '' : '-incomplete'}`,
  link: 'Address',
  previous: 'Previous page',
  next: 'Next page',
  page: (page, pages) => `Page ${page}${pages ? ` of ${pages}` : ''}`,
  pages: 'Pages of documents',
};
