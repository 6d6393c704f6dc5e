import type { Feed } from '../../../core/model/feed.ts';
import type { Steadiness } from './types.ts';

/** A further reading: what was read, or why nothing could be, in Vietnamese. */
export type Reading = Feed | { refusal: string };

const keysOf = ({ items }: Feed) => items.map(({ id, url, title }) => url ?? title ?? id);

/**
 * Tells whether selectors hold on other readings than that of the page that was pointed at.
 *
 * @param first what was read from the page that was pointed at
 * @param again what was read from the page when it was fetched again
 * @param next what was read from the page that follows it, by the same selectors
 */
export function compareReadings(
  first: Feed,
  again: Reading,
  next?: { url: string; reading: Reading },
): Omit<Steadiness, 'doubts'> {
  const known = new Set(keysOf(first));
  const sameIn = (feed: Feed) => new Set(keysOf(feed).filter((key) => known.has(key))).size;
  const steadiness = { again: 'refusal' in again ? again : { same: sameIn(again), of: known.size } };
  if (!next) return steadiness;
  const { url, reading } = next;
  if ('refusal' in reading) return { ...steadiness, next: { url, refusal: reading.refusal } };
  const keys = new Set(keysOf(reading));
  const isNew = [...keys].filter((key) => !known.has(key)).length;
  return { ...steadiness, next: { url, posts: keys.size, isNew } };
}
