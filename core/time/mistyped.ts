import type { Item } from '../model/feed.ts';
import { DAY_MS } from './duration.ts';
import { formatVietnamTime } from './vietnam-time.ts';

/** A post that was seen. */
interface SeenPost {
  item: Item;
  /** When it was first seen, ms since the epoch. */
  seen: number;
  /** When it was first seen with its date, if that must be mistyped. */
  mistyped?: number;
}

/**
 * Whether a date lies so far ahead that it must be mistyped. Clocks and zones are wrong by less.
 *
 * @param date RFC 3339
 * @param now ms since the epoch
 */
export function isFarAhead(date: string, now: number): boolean {
  return Date.parse(date) - now > DAY_MS;
}

/**
 * Finds the mistyped dates of a feed. If our clock is wrong, none counts.
 *
 * @param isClockRight if it is not known, our clock counts as wrong where most dates lie far ahead
 * @returns a function that tells for an item, and what is known of its post, the `mistyped` of the post: it keeps that
 *   as long as its date, also when the date has come
 */
export function mistypedMarker(
  items: readonly Item[],
  now: number,
  isClockRight?: boolean,
): (item: Item, known?: Partial<SeenPost>) => number | undefined {
  const dates = items.flatMap(({ date_published }) => date_published ?? []);
  const ahead = new Set(dates.filter((date) => isFarAhead(date, now)));
  const areMostAhead = dates.length > 2 && dates.filter((date) => ahead.has(date)).length * 2 > dates.length;
  return ({ date_published: date = '' }, known) =>
    (known?.item?.date_published === date && known.mistyped) ||
    ((isClockRight ?? !areMostAhead) && ahead.has(date) ? now : undefined);
}

/**
 * The text by which to sort a post among dates in the model's format. A post without a date counts from when it was
 * first seen. One with a mistyped date comes after all posts of the day on which it was first seen with it.
 */
export function sortDate({ item, seen, mistyped }: SeenPost): string {
  return mistyped
    ? formatVietnamTime(mistyped).slice(0, 'YYYY-MM-DD'.length)
    : (item.date_published ?? formatVietnamTime(seen));
}
