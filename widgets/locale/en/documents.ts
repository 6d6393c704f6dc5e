import { formatDate, midnight } from '../calendar.ts';
import type { DocumentWords } from '../types/documents.ts';
import { MONTHS } from './shared.ts';

export const en: DocumentWords = {
  heading: 'Documents',
  empty: 'No documents yet.',
  failed: 'The documents could not be loaded.',
  search: 'Search the documents',
  searchPlaceholder: 'Number, title… accents optional',
  filters: 'Filters',
  options: 'Options',
  sortBy: 'Sort by',
  newest: 'Newest',
  ascending: 'Ascending',
  descending: 'Descending',
  found: (count, more, loading) =>
    `${count ? `${String(count).replace(/\B(?=(...)+$)/g, ',')}${more ? '+' : ''} document${count > 1 ? 's' : ''}` : 'No documents found'}${loading ? ', loading more…' : ''}`,
  columns: {
    number: 'Number',
    issued: 'Issued',
    title: 'Title',
    type: 'Type',
    issuer: 'Issuer',
    signer: 'Signed by',
    field: 'Field',
    school: 'School',
    validity: 'Validity',
    files: 'Download',
  },
  validity: { valid: 'In force', coming: 'Not yet in force', expired: 'No longer in force' },
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  ended: (day) => `after ${day}`,
  day: (date) =>
    formatDate(
      midnight(date),
      0,
      ({ day, month, year }) => `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`,
    ),
  size: (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`),
  file: 'File',
  download: (title) => `Download: ${title}`,
  unfinished: 'Older documents have not been loaded and are not in this printout.',
};
