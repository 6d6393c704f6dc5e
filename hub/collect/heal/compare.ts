import type { Feed } from '../../../core/model/feed.ts';
import { samePosts } from '../../memory/same-posts.ts';
import type { StoredPost } from '../../memory/types.ts';

/** The share of posts that a source must have in common with the remembered ones, both ways. */
export const MIN_SHARE = 0.6;
/** A single post in common proves nothing: it may be pinned, or a title that every page has. */
const MIN_POSTS = 2;
/** Posts that are compared at least, if there are as many: fewer may be a block of "new posts" beside a page. */
const MIN_COMPARED = 10;

/** How a source compares with the remembered posts. */
export interface Comparison {
  /** The newest remembered posts that it could have, and how many of them it has. */
  compared: number;
  held: number;
  /** Whether it may be read in place of the source that had them. */
  isEnough: boolean;
}

/**
 * Compares a source with the posts that are remembered of another one. It must have enough of the newest of them, so
 * that a category does not pass for the whole list; and of its own posts, as far back as it has any of them, enough must
 * be remembered, so that the whole list does not pass for a category. Posts that came after the last reading do not
 * count.
 *
 * @param remembered newest first
 * @param others remembered posts of sources that are read besides, which do not count either
 * @param lastRead ms since the epoch
 */
export function compare(
  { items }: Feed,
  remembered: readonly StoredPost[],
  others: readonly StoredPost[],
  lastRead: number,
): Comparison {
  const same = samePosts(remembered, items, true);
  const elsewhere = samePosts(others, items, true);
  const isLater = (date = '') => Date.parse(date) > lastRead;
  const counted = items.filter(
    (item) => same.has(item) || !(elsewhere.has(item) || isLater(item.date_published)),
  );
  const newest = remembered.slice(0, Math.max(MIN_COMPARED, counted.length));
  const found = new Set(same.values());
  const held = newest.filter((post) => found.has(post)).length;
  const span = counted.reduce((end, item, index) => (same.has(item) ? index + 1 : end), 0);
  return {
    compared: newest.length,
    held,
    isEnough: held >= MIN_POSTS && held >= MIN_SHARE * newest.length && same.size >= MIN_SHARE * span,
  };
}
