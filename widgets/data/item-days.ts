import type { Item } from '../../core/model/feed.ts';
import { isFarAhead } from '../../core/time/mistyped.ts';

const publishedDate = ({ date_published = '' }: Item): string => date_published;

/** The dates by which items are sorted; those of items that were added before are known. */
export interface ItemDates {
  dates: WeakMap<Item, string>;
  /** Items that are not new whatever their date says. */
  mistyped: WeakSet<Item>;
}

/**
 * The items whose dates must be mistyped, because they lie far ahead.
 *
 * @param now ms since the epoch
 */
export const itemsAhead = (items: readonly Item[], now: number): Item[] =>
  items.filter((item) => isFarAhead(publishedDate(item), now));

/**
 * Notes the dates by which items are sorted. Posts with a mistyped date stay after the post before them.
 *
 * @param items of one feed
 * @param ahead those whose dates lie too far ahead
 * @param isInOrder whether the items are in order, newest first, as a hub's are: what is out of order is mistyped
 * @param date of the first items if theirs are mistyped
 */
export function noteDates(
  items: readonly Item[],
  ahead: readonly Item[],
  { dates, mistyped }: ItemDates,
  isInOrder = true,
  date = '',
): void {
  for (const item of items) {
    const own = publishedDate(item);
    if (isInOrder ? !date || (own && own < date) : !ahead.includes(item)) date = own;
    // Older pages were added before; what is in order is each page.
    date = dates.get(item) ?? date;
    dates.set(item, date);
    if (own !== date || ahead.includes(item)) mistyped.add(item);
  }
}
