import type { Item } from '../../core/model/feed.ts';
import { isFarAhead } from '../../core/time/mistyped.ts';

export const publishedDate = ({ date_published = '' }: Item): string => date_published;

/** The dates by which items are sorted; those of items that were added before are known. */
export interface ItemDates {
  dates: WeakMap<Item, string>;
  /** Items that are not new whatever their date says. */
  mistyped: WeakSet<Item>;
}

/**
 * Notes the dates by which items are sorted. Posts with a mistyped date stay after the post before them. In other feeds
 * than a hub's, which is in order, the first ones come after the posts of the next one's day.
 *
 * @param items of one feed
 * @param now ms since the epoch
 */
export function noteDates(
  items: readonly Item[],
  isOfHub: boolean,
  now: number,
  { dates, mistyped }: ItemDates,
): void {
  const added = items.filter((item) => !dates.has(item));
  const ahead = added.filter((item) => isFarAhead(publishedDate(item), now));
  // It is the viewer's clock that is slow.
  if (ahead.length > 2) ahead.length = 0;
  const first = added.find((item) => !ahead.includes(item));
  let date = isOfHub || !first ? '' : publishedDate(first).slice(0, 10);
  for (const item of items) {
    const own = publishedDate(item);
    if (isOfHub ? !date || (own && own < date) : !ahead.includes(item)) date = own;
    // Older pages were added before; what is in order is each page.
    date = dates.get(item) ?? date;
    dates.set(item, date);
    if (own !== date || ahead.includes(item)) mistyped.add(item);
  }
}
