import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { calendar, formatDate, midnight } from '../../widgets/locale/calendar.ts';
import { localeOf, type Words } from './words.ts';

/** A past time in words, such as "5 phút trước" or "vừa xong": in lower case, as after a colon. */
export function timeAgo(words: Words, at: number, now: number): string {
  const time = localeOf(words).date(formatVietnamTime(Math.min(at, now)), 'minute', now);
  return time.slice(0, 1).toLowerCase() + time.slice(1);
}

/** A future time: the clock, with the day unless it is today. */
export function timeUntil(words: Words, at: number, now: number): string {
  const { when } = words;
  if (at <= now) return when.soon;
  return formatDate(formatVietnamTime(at), now, ({ time, daysAgo, day, month }) => {
    if (daysAgo === 0) return when.today(time);
    return daysAgo === -1 ? when.tomorrow(time) : when.later(time, `${day}/${month}`);
  });
}

/** A heading for a day's posts: "Hôm nay", "Hôm qua", otherwise the full date. @param day `YYYY-MM-DD` */
export function dayHeading(words: Words, day: string, now: number): string {
  const date = midnight(day);
  const locale = localeOf(words);
  const daysAgo = calendar(date, now)?.daysAgo;
  return daysAgo === 0 || daysAgo === 1 ? locale.date(date, 'day', now) : locale.fullDate(date, 'day');
}
