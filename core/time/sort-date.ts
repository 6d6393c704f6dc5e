import { DAY_MS } from './duration.ts';
import { formatVietnamTime } from './vietnam-time.ts';

/** Dates further ahead are mistyped: clocks and zones are wrong by less. */
const MAX_AHEAD_MS = DAY_MS;

/**
 * Whether a date lies so far ahead that it must be mistyped. Its post is not new.
 *
 * @param date RFC 3339
 * @param now ms since the epoch
 */
export function isFarAhead(date: string, now: number): boolean {
  return Date.parse(date) - now > MAX_AHEAD_MS;
}

/**
 * The text by which to sort a post among dates in the model's format. A post without a date counts from when it was
 * first seen. One with a mistyped date comes after all posts of the day on which it was first seen, also when its date
 * has come.
 *
 * @param seen when the post was first seen with this date, ms since the epoch; see `seenWithDate`. 0 if that was lost
 */
export function sortDate(date: string | undefined, seen: number): string {
  if (date !== undefined && (!seen || !isFarAhead(date, seen))) return date;
  const first = formatVietnamTime(seen);
  return date === undefined ? first : first.slice(0, 'YYYY-MM-DD'.length);
}

/** When a known post was first seen with its date, given its date now: a post may be published again with a new date. */
export function seenWithDate(
  known: { date: string | undefined; seen: number },
  date: string | undefined,
  now: number,
): number {
  return date !== undefined && date !== known.date && isFarAhead(date, known.seen) ? now : known.seen;
}
