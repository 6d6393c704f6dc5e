/**
 * Parses dates in the formats of schools' feeds and pages: RFC 822, ISO 8601, asctime, Vietnamese. Time, zone and day
 * are searched for separately, whatever is between them. Numeric dates are read day first unless the caller knows better,
 * and a time without a zone is Vietnam's; `Date.parse` gets both wrong.
 */

import type { Precision } from '../model/feed.ts';
import { DAY_MS, MINUTE_MS } from './duration.ts';
import { englishMonth, MONTH, MONTH_AFTER_DAY, MONTH_POSITIONS } from './months.ts';
import { positions } from './positions.ts';
import { formatVietnamTime } from './vietnam-time.ts';
import { findZone, VIETNAM_OFFSET_MINUTES } from './zones.ts';

/** Longer than any date with the words around it; limits the work on hostile text. */
const MAX_DATE_CHARS = 200;

/**
 * A time: `15:30:07.5`, `3:56 CH`, `15h30`, `15 giờ 30`, `3 PM`, ISO 8601's `T10` and `T100000`. In `15 giờ 05/3/2024`
 * 05 is not a minute, and in `2004-02-28+07:00` 07 is not an hour.
 * Groups: hour, minute, second, minute after "giờ", a separator, morning, afternoon.
 */
const CLOCK =
  /(?<!\d|\+|-\d\d-)(\d\d?)(?:(?::|(?<=\dt\d\d))(\d\d?)(?:(?::|(?<=\dt\d{4}))(\d\d?)(?:[.,]\d+)?)?|\s*(?:h|gio)(?![a-z])(?:\s*(\d\d?)(?!\d|([-/.])\d\d?\5|-[a-z]))?|(?<=\dt\d\d)|(?=\s*[ap]\.?m(?![a-z])))(?:\s*(?:(sa|a\.?m)|(ch|chieu|toi|p\.?m))(?![a-z]))?/;

/** `05/3/2024`, `8.8.22`. Groups: day or month, separator, month or day, year. */
const NUMERIC_DAY = /(?<!\d)(\d\d?)\s?([-/.])\s?(\d\d?)\s?\2\s?(\d{4}|\d\d(?![-/.]?\d))(?!\d)/;
const NUMERIC_DAYS = RegExp(NUMERIC_DAY, 'g');

/** A pattern of dates, with the numbers of its groups for year, month and day. */
type DayPattern = [shape: RegExp, year: number, month: number, day: number];

const DAY_FIRST: DayPattern = [NUMERIC_DAY, 4, 3, 1];
const MONTH_FIRST: DayPattern = [NUMERIC_DAY, 4, 1, 3];

const DAY_PATTERNS: DayPattern[] = [
  // 5 Jan 2004; 01-January-04; 5 de marzo de 2004; 5th of March 2004; 05 tháng 3 năm 2024, which is "05-mar-nam 2024"
  // here: other words before "năm" are no months ("12 máy năm 2024").
  [
    RegExp(
      String.raw`(?<!\d)(\d\d?)(?:st|nd|rd|th|er)?[^a-z\d]*(?:(?:de|of)\s+)?(${MONTH_AFTER_DAY})[a-z\u0131]*[^a-z\d]*(?:(?:(?<=-\W*)nam|del?)\s*)?(\d{4}|\d{2,3}(?![\s,]*\d{4}))(?!\d)`,
    ),
    3,
    2,
    1,
  ],
  // ISO 8601, if it is all of the text: basic form, months, years, ordinal dates, and those truncated forms of the 1988
  // edition (§5.2.1.3, §5.2.2.2) that have a year: YY-MM-DD, YYMMDD, YY-DDD, YYDDD, -YY-MM, -YYMM, -YY.
  [/^(\d{4}(?!\d\d(?!\d))|\d\d(?=-?\d\d-?\d)|-\d\d)(?:-?(\d\d))?(?:-?(\d\d\d?))?(?:t\s*)?$/, 1, 2, 3],
  // 2024-3-5; 2024. 3. 5.; 2024年3月5日; 2004-július-13.
  [
    RegExp(
      String.raw`(?<!\d)(\d{4})[^\d\sa-z,]{1,3}\s?(\d\d?|${MONTH})[a-z]*[^\d\sa-z,]{1,3}\s?(\d\d?)(?![/.]?\d)`,
    ),
    1,
    2,
    3,
  ],
  // 05/3/2024; 12/25/2022, which cannot be day first.
  DAY_FIRST,
  MONTH_FIRST,
  // Jan 5, 2004; Tháng Một 5, 2004.
  [RegExp(String.raw`\b(${MONTH})[a-z]*[^a-z\d]*(\d\d?)(?:st|nd|rd|th)?[^a-z\d/]+(\d{4})(?!\d)`), 3, 1, 2],
];
/** The same for texts that write the month first. */
const MONTH_FIRST_PATTERNS = DAY_PATTERNS.map((each) =>
  each === DAY_FIRST ? MONTH_FIRST : each === MONTH_FIRST ? DAY_FIRST : each,
);

/** Seconds or milliseconds since 1970, if they are all of the text; also as ASP.NET prints them: `/Date(1709627400000)/`. */
const UNIX_TIME = /^(?:\/date\()?([1-4]\d{9})(?:\d{3}|\.\d+)?(?:[+-]\d{4})?(?:\)\/)?$/i;

/**
 * A Vietnamese month: `05 tháng 3`, `Tháng Mười Hai`, `5 thg 3`, `05 Th3`; but not "6 tháng năm 2024", six months of
 * 2024.
 */
const THANG = /\s*th(?:ang|g)?[\s.]*(?!nam\s+\d{4})(muoi\s+(?=mot|hai))?([a-z]+|\d\d?)(?![a-z\d])\s*/g;
const THANG_POSITIONS = positions('mot,hai,ba,tu,nam,sau,bay,tam,chin,muoi');

/**
 * Parses a date with or without a time.
 *
 * @param monthFirst whether 3/5/2024 is 5 March, as in the other dates of the feed; see `writesMonthFirst`
 * @returns the date in Vietnam's time, `YYYY-MM-DDTHH:mm:ss+07:00`, and its precision in the text; undefined if the
 *   text has no valid date from 1900 to 2199. Never throws.
 */
export function parseDate(
  text: string,
  monthFirst = false,
): { date: string; precision: Precision } | undefined {
  const seconds = UNIX_TIME.exec(text.trim())?.[1];
  if (seconds) return { date: formatVietnamTime(Number(seconds) * 1_000), precision: 'minute' };
  const plain = normalizeDateText(text);
  const clock = CLOCK.exec(plain);
  if (!clock) {
    const day = findDay(plain, monthFirst);
    return day === undefined ? undefined : { date: formatLocalTime(day), precision: 'day' };
  }
  const [shown, digits, colonMinute, second = 0, gioMinute, , morning, afternoon] = clock;
  const minute = colonMinute ?? gioMinute;
  let hour = Number(digits);
  if (morning && hour === 12) hour = 0;
  if (afternoon && hour < 12) hour += 12;

  const head = plain.slice(0, clock.index);
  const tail = plain.slice(clock.index + shown.length);
  const [zone, east] = findZone(tail);
  // The day is mostly before the time, but may follow its zone or, in asctime, surround both.
  const day = findDay(head, monthFirst) ?? findDay(`${head} ${tail.replace(zone, ' ')}`, monthFirst);
  const time = (hour * 60 + Number(minute ?? 0)) * MINUTE_MS + Number(second) * 1_000;
  // 24:00 ends a day, :60 is a leap second.
  if (day === undefined || time > DAY_MS || Number(minute) > 59 || Number(second) > 60) return undefined;
  return {
    date: formatLocalTime(day + time + (VIETNAM_OFFSET_MINUTES - east) * MINUTE_MS),
    precision: minute ? 'minute' : 'hour',
  };
}

/**
 * Parses a calendar date. Zones are ignored, because a document is issued on a day, not at an instant.
 *
 * @returns `YYYY-MM-DD`, or undefined as `parseDate` does
 */
export function parseDay(text: string, monthFirst = false): string | undefined {
  // The space prevents a match of ISO 8601's truncated forms: here 05-03-24 is day first.
  const day = findDay(` ${normalizeDateText(text).replace(CLOCK, ' ')}`, monthFirst);
  return day === undefined ? undefined : formatLocalTime(day).slice(0, 10);
}

/**
 * Whether the dates of one feed or page write the month first: some can only be read so, such as 3/25/2024, and none can
 * only be read day first.
 */
export function writesMonthFirst(texts: Iterable<string | undefined>): boolean {
  let found = false;
  for (const text of texts)
    for (const [, first, , second] of text?.trim().slice(0, MAX_DATE_CHARS).matchAll(NUMERIC_DAYS) ?? []) {
      const [a, b] = [Number(first), Number(second)];
      if (a > 12 && b <= 12) return false;
      if (a <= 12 && b > 12 && b <= 31) found = true;
    }
  return found;
}

/** Lower case without diacritics, with Vietnamese months replaced by their English names. */
function normalizeDateText(text: string): string {
  let short = text.trim();
  // Cut at a word, because half of 2024 is also a year.
  if (short.length > MAX_DATE_CHARS) short = short.slice(0, MAX_DATE_CHARS).replace(/\S+$/, '');
  // Fast path: most dates are English ASCII, with "th" only in "Thu".
  if (!/[^ -~]|th[^u]/i.test(short)) return short.toLowerCase();
  return short
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('Thang Nam ', 'Thang 5 ')
    .toLowerCase()
    .replace(THANG, (match, ten, name) => {
      const month = (ten ? 10 : 0) + (THANG_POSITIONS.get(name) ?? Number(name) - 1);
      const english = englishMonth(month);
      return english ? `-${english}-` : match;
    });
}

/** The date by the first pattern that finds a valid one: midnight UTC, in ms since the epoch. */
function findDay(plain: string, monthFirst: boolean): number | undefined {
  for (const [shape, year, month, day] of monthFirst ? MONTH_FIRST_PATTERNS : DAY_PATTERNS) {
    const found = shape.exec(plain);
    const at = found ? midnight(found[year]!, found[month], found[day]) : NaN;
    if (!Number.isNaN(at)) return at;
  }
  return undefined;
}

/**
 * Midnight UTC of a date. Without a month, `day` is the day of the year. Short years as in RFC 2822 §4.3. NaN if
 * invalid.
 */
function midnight(year: string, month?: string, day = '1'): number {
  let full = Math.abs(Number(year));
  if (year.length < 4) full += full < 50 ? 2_000 : 1_900;
  const place = month ? (MONTH_POSITIONS.get(month) ?? Number(month) - 1) : 0;
  const at = Date.UTC(full, place, Number(day));
  const last = Date.UTC(full, month ? place + 1 : 12, 0);
  const isValid = full >= 1900 && full < 2200 && place >= 0 && place < 12 && Number(day) > 0 && at <= last;
  return isValid ? at : NaN;
}

/** @param local Vietnam's local time as if it were UTC. Formatted by hand: `toISOString` takes twice as long. */
function formatLocalTime(local: number): string {
  const date = new Date(local);
  const day = `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
  return `${day}T${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}:${twoDigits(date.getUTCSeconds())}+07:00`;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : `${part}`;
}
