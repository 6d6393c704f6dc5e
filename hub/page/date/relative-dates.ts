import type { Precision } from '../../../core/model/feed.ts';
import { fold } from '../../../core/text/fold.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { isFarAhead } from '../../../core/time/mistyped.ts';
import { englishMonth } from '../../../core/time/months.ts';
import { parseDate } from '../../../core/time/parse-date.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';

/** A date that was given in relation to the time of the page, as `parseDate` takes it. */
export interface ResolvedDate {
  text: string;
  /** If it is lower than that of the text. */
  precision?: Precision;
  /** Later readings of the page give a vaguer date: "2 giờ trước" becomes "hôm qua". */
  getsVaguer?: true;
}

/** Longer texts are prose. */
const MAX_CHARS = 200;

const NUMBER = String.raw`\d{1,3}|mot|vai|an?|one|(?:a )?few`;
const UNITS: [pattern: string, ms: number][] = [
  ['giay|seconds?|secs?|s', 1_000],
  ['phut|minutes?|mins?|p', MINUTE_MS],
  ['gio|tieng|hours?|hrs?|h', HOUR_MS],
  ['ngay|days?|d', DAY_MS],
  ['tuan|weeks?|w', 7 * DAY_MS],
  ['thang|months?', 30 * DAY_MS],
  ['nam|years?', 365 * DAY_MS],
];
const SPAN = String.raw`(?:\b(?:${NUMBER})\s*(?:${UNITS.map(([pattern]) => pattern).join('|')})\b[\s,]*(?:va |and )?){1,3}`;
/** 2 giờ trước; 1 giờ 15 phút trước; cách đây 3 ngày; 5 mins ago. */
const AGO = RegExp(String.raw`(${SPAN})(?:truoc|ago)\b|\bcach day (${SPAN})`);
const PARTS = UNITS.map(
  ([pattern, ms]) => [RegExp(String.raw`\b(${NUMBER})\s*(?:${pattern})\b`), ms] as const,
);
const JUST_NOW = /\b(?:vua xong|vua dang|vua moi dang|just now|moments ago)\b/;
/** Words for a day, after the number of days since. */
const DAY_WORDS: [daysAgo: number, pattern: RegExp][] = [
  [0, /\b(?:hom nay|(?:sang|trua|chieu|toi) nay|today)\b/],
  [1, /\b(?:hom qua|(?:sang|trua|chieu|toi|dem) qua|yesterday)\b/],
  [2, /\bhom kia\b/],
];

const MONTH_NAME = Array.from({ length: 12 }, (_, month) => englishMonth(month)).join('|');
/** Dates without a year, and how they are written with one. */
const WITHOUT_YEAR: [pattern: RegExp, withYear: string][] = [
  [/(?<![\d/.-])(\d\d?)\s?\/\s?(\d\d?)(?!\d|\s?[/.-]\s?\d)/, '$1/$2/'],
  [
    /(?<!\d)(\d\d?)[\s,-]*th(?:ang|g)?[\s.]*(\d\d?|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?)(?![a-z\d]|[\s,/-]*(?:nam\s*)?\d{4})/,
    '$1 thang $2 nam ',
  ],
  [RegExp(String.raw`(?<!\d)(\d\d?)\s+(${MONTH_NAME})[a-z]*\b(?!,?\s*\d{4})`), '$1 $2 '],
  [RegExp(String.raw`\b(${MONTH_NAME})[a-z]*\.?\s+(\d\d?)(?!\d|(?:st|nd|rd|th)?,?\s*\d{4})`), '$1 $2, '],
];

const dayOf = (at: number): string => formatVietnamTime(at).slice(0, 10);

function resolveSpan(span: string, now: number): ResolvedDate {
  let ago = 0;
  let smallest = 0;
  for (const [pattern, ms] of PARTS) {
    const [, number] = pattern.exec(span) ?? [];
    if (number === undefined) continue;
    ago += (/few|vai/.test(number) ? 3 : /\d/.test(number) ? Number(number) : 1) * ms;
    smallest ||= ms;
  }
  const at = now - ago;
  if (smallest >= DAY_MS) return { text: dayOf(at) };
  const text = `${formatVietnamTime(at).slice(0, 16)}+07:00`;
  return smallest < HOUR_MS ? { text } : { text, precision: 'hour' };
}

/** Completes a date by the latest year in which it is not far in the future: posts may be dated tomorrow. */
function resolveYear(words: string, now: number, monthFirst: boolean): ResolvedDate | undefined {
  const found = WITHOUT_YEAR.find(([pattern]) => pattern.test(words));
  if (!found || parseDate(words)) return undefined;
  const tomorrow = Number(dayOf(now + DAY_MS).slice(0, 4));
  // 29 February is up to eight years ago.
  for (let year = tomorrow; year >= tomorrow - 8; year--) {
    const text = words.replace(found[0], found[1] + year);
    const date = parseDate(text, monthFirst)?.date;
    if (date && !isFarAhead(date, now)) return { text };
  }
  return undefined;
}

/**
 * Resolves a date in relation to the time of its page: `2 giờ trước`, `hôm qua`, `Hôm nay, 08:30`, `05/03`.
 *
 * @param now time of the page, ms since the epoch
 * @param monthFirst whether the page writes the month of numeric dates first
 * @returns undefined if the text has no such date; a date of its own, with a year, does not count
 */
export function resolveRelative(text: string, now: number, monthFirst = false): ResolvedDate | undefined {
  if (text.length > MAX_CHARS) return undefined;
  // Space in HTML may be a line break or `&nbsp;`.
  const words = fold(text).replace(/\s+/g, ' ');
  const [, before, after] = AGO.exec(words) ?? [];
  const span = before ?? after;
  if (span) return { ...resolveSpan(span, now), getsVaguer: true };
  if (JUST_NOW.test(words)) return { text: `${formatVietnamTime(now).slice(0, 16)}+07:00`, getsVaguer: true };
  for (const [daysAgo, pattern] of DAY_WORDS)
    if (pattern.test(words)) {
      const day = dayOf(now - daysAgo * DAY_MS);
      const withTime = `${day} ${words.replace(pattern, ' ')}`;
      return { text: parseDate(withTime)?.date.startsWith(day) ? withTime : day, getsVaguer: true };
    }
  return resolveYear(words, now, monthFirst);
}

/** Whether `resolveRelative` finds a date in a text. */
export const isRelative = (text: string): boolean => resolveRelative(text, 0) !== undefined;
