import { formatDate } from '../calendar.ts';
import type { Locale } from '../types/locale.ts';

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS = [
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

/** English texts that all widgets share. */
export const en: Locale = {
  lang: 'en',
  news: 'Latest news',
  loading: 'Loading…',
  empty: 'No news yet.',
  failed: 'The news could not be loaded.',
  retry: 'Try again',
  more: 'Show more',
  newBadge: 'New',
  views: (count) => `Views: ${count}`,
  missing: (names) => `Not loaded: ${names}`,
  stale: (when) => `No connection. Showing the copy of ${when}.`,
  newWindow: '(opens in a new window)',
  date: (date, precision, now) =>
    formatDate(date, now, ({ day, month, year, hour, time, minutesAgo, daysAgo }) => {
      const clock = precision === 'day' ? '' : precision === 'hour' ? ` ${hour}h` : ` ${time}`;
      if (precision === 'minute' && minutesAgo >= 0 && minutesAgo < 60)
        return minutesAgo ? `${minutesAgo} minute${minutesAgo > 1 ? 's' : ''} ago` : 'Just now';
      if (daysAgo === 0) return `Today${clock}`;
      if (daysAgo === 1) return `Yesterday${clock}`;
      return `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
    }),
  fullDate: (date, precision) =>
    formatDate(date, 0, ({ day, month, year, hour, time, weekday }) => {
      const clock = precision === 'day' ? '' : precision === 'hour' ? `, ${hour}h` : `, ${time}`;
      return `${WEEKDAYS[weekday]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}${clock}`;
    }),
};
