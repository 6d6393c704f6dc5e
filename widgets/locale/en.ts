import { calendar } from './calendar.ts';
import type { Locale } from './locale.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en: Locale = {
  lang: 'en',
  news: 'Latest news',
  loading: 'Loading…',
  empty: 'No news yet.',
  failed: 'The news could not be loaded.',
  retry: 'Try again',
  more: 'Show more',
  fresh: 'New',
  search: 'Search the news',
  searchPlaceholder: 'Search, accents optional',
  found: (count) => (count === 1 ? '1 post' : count ? `${count} posts` : 'Nothing found.'),
  views: (count) => `Views: ${count}`,
  missing: (names) => `Not loaded: ${names}`,
  stale: (when) => `No connection. This copy is from: ${when}.`,
  newWindow: '(opens in a new window)',
  date(date, precision, now) {
    const { day, month, year, hour, time, minutesAgo, daysAgo } = calendar(date, now);
    const clock = precision === 'day' ? '' : precision === 'hour' ? ` ${hour}h` : ` ${time}`;
    if (precision === 'minute' && minutesAgo >= 0 && minutesAgo < 60) {
      return minutesAgo ? `${minutesAgo} minute${minutesAgo > 1 ? 's' : ''} ago` : 'Just now';
    }
    if (daysAgo === 0) return `Today${clock}`;
    if (daysAgo === 1) return `Yesterday${clock}`;
    return `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
  },
  fullDate(date, precision) {
    const { day, month, year, hour, time, weekday } = calendar(date, 0);
    const clock = precision === 'day' ? '' : precision === 'hour' ? `, ${hour}h` : `, ${time}`;
    return `${WEEKDAYS[weekday]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}${clock}`;
  },
  documents: {
    heading: 'Documents',
    empty: 'No documents yet.',
    search: 'Search the documents',
    searchPlaceholder: 'Number, title… accents optional',
    filters: 'Filters',
    all: 'All',
    from: 'Issued from',
    to: 'Until',
    clear: 'Clear filters',
    sortBy: 'Sort by',
    newest: 'Newest',
    ascending: 'Ascending',
    descending: 'Descending',
    found: (count, loading) =>
      `${count ? `${count} document${count > 1 ? 's' : ''}` : 'No documents found'}${loading ? ', loading more…' : ''}`,
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
    validity: { valid: 'In force', expired: 'No longer in force' },
    since: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    day(date) {
      const [year, month, day] = date.split('-');
      return `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
    },
    size: (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`),
    file: 'File',
    download: (title) => `Download: ${title}`,
    previous: 'Previous page',
    next: 'Next page',
    page: (page, pages) => `Page ${page} of ${pages}`,
    pages: 'Pages of documents',
    unfinished: 'Older documents have not been loaded and are not on this print.',
  },
  gallery: {
    heading: 'Photos',
    empty: 'No photos yet.',
    failed: 'The photos could not be loaded.',
    photo: (number) => `Photo ${number}`,
    count: (photos) => (photos === 1 ? '1 photo' : `${photos} photos`),
    broken: 'This photo could not be loaded',
    previous: 'Previous photo',
    next: 'Next photo',
    pause: 'Pause',
    play: 'Play',
  },
  lightbox: {
    title: (name) => `Photo viewer: ${name}`,
    position: (number, of, text) => `Photo ${number} of ${of}: ${text}`,
    close: 'Close',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    share: 'Share',
    shared: 'The address of the photo was copied',
    address: 'Address of the photo, to be copied',
    download: 'Download the photo',
    original: 'Original page',
    credit: (names) => `Photo: ${names}`,
  },
};
