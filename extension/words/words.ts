import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { calendar } from '../../widgets/locale/calendar.ts';
import { en as english } from '../../widgets/locale/en/shared.ts';
import { addLocale } from '../../widgets/locale/locale.ts';
import type { Locale } from '../../widgets/locale/types/locale.ts';
import { vi as viLocale } from '../../widgets/locale/vi/shared.ts';
import { en } from './en.ts';
import { vi, type Words } from './vi.ts';

export type { Words };

// Both languages are in the package: there is nothing to wait for.
addLocale(english);

export const wordsFor = (lang: 'vi' | 'en'): Words => (lang === 'en' ? en : vi);

/** The widgets' words in the same language. */
export const localeOf = ({ lang }: Words): Locale => (lang === 'en' ? english : viLocale);

/** A moment that has passed, as people say it: "5 phút trước". */
export function ago(words: Words, at: number, now: number): string {
  return localeOf(words).date(formatVietnamTime(Math.min(at, now)), 'minute', now);
}

/** A moment to come: the clock, and the day where it is not today. */
export function coming(words: Words, at: number, now: number): string {
  const { when } = words;
  if (at <= now) return when.soon;
  const { time, daysAgo, day, month } = calendar(formatVietnamTime(at), now);
  if (daysAgo === 0) return when.today(time);
  return daysAgo === -1 ? when.tomorrow(time) : when.later(time, `${day}/${month}`);
}

/** The heading of a day's posts: "Hôm nay", "Hôm qua", else the whole date. @param day `YYYY-MM-DD` */
export function dayHeading(words: Words, day: string, now: number): string {
  const date = `${day}T00:00:00+07:00`;
  const locale = localeOf(words);
  const { daysAgo } = calendar(date, now);
  return daysAgo === 0 || daysAgo === 1 ? locale.date(date, 'day', now) : locale.fullDate(date, 'day');
}
