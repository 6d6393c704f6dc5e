/** Merges a source's current posts into the stored ones. */
import { type KnownPost, matchPosts } from '../../core/identity/match-posts.ts';
import type { Feed } from '../../core/model/feed.ts';
import { canonicalUrl } from '../../core/url.ts';
import { isShown, newestFirst, sortKey } from './posts.ts';
import type { PostList, StoredPost } from './types.ts';

/** The changes to a list in one poll. */
export interface MergeResult {
  /** Posts never seen before. */
  added: number;
  /** Other changes to publish: edited, moved, hidden and restored posts. */
  edited: number;
  /**
   * Whether the next poll has work to do even if the response is a 304: posts that are missing but still shown, or
   * documents whose pages are still to be fetched.
   */
  pending: boolean;
  /**
   * Posts that left the end of the list although no new post pushed them off. They stay at their position until
   * `checkVanished` has checked whether their pages still exist.
   */
  doubtful: StoredPost[];
}

const noChange = (): MergeResult => ({ added: 0, edited: 0, pending: false, doubtful: [] });

/** The source that was read, and the other sources of the same list. */
export interface ListSources {
  url: string;
  others: readonly string[];
}

/**
 * Whether a post disappeared from the middle of its list, which means that it was withdrawn: a post that came after it
 * and is not newer is still listed. Dates are compared because of lists in reverse order, and of old posts pinned to
 * the top.
 */
function leftTheMiddle(
  missing: StoredPost,
  listed: readonly StoredPost[],
  oldPositions: ReadonlyMap<StoredPost, number>,
): boolean {
  const date = missing.item.date_published;
  return listed.some((other) => {
    const otherDate = other.item.date_published;
    return (
      oldPositions.get(other)! > oldPositions.get(missing)! && (!date || !otherDate || otherDate <= date)
    );
  });
}

function knownPost({ key, alias, item }: StoredPost): KnownPost {
  return {
    key,
    ...(alias && { alias }),
    ...(item.url && { url: item.url }),
    ...(item.title && { title: item.title }),
  };
}

/**
 * Merges a feed into a list. Posts of sources that are no longer configured are taken over by the source that lists
 * them now; posts that no source lists are treated as withdrawn. Nothing is deleted here: see `isShown` and `evict`.
 *
 * @param now ms since the epoch
 */
export function mergeFeed(
  list: PostList,
  { url, others }: ListSources,
  school: string,
  { items }: Feed,
  now: number,
): MergeResult {
  // A source whose URL is now written differently, for example with https, is the same source.
  for (const entry of list.entries)
    if (!others.includes(entry.source) && canonicalUrl(entry.source) === canonicalUrl(url))
      entry.source = url;
  const own = list.entries.filter(({ source }) => source === url);
  const orphans = list.entries.filter(({ source }) => source !== url && !others.includes(source));
  // The source's own posts come last, to win over orphans with the same key.
  const candidates = [...orphans, ...own];
  const byKey = new Map(candidates.map((entry) => [entry.key, entry]));
  const oldPositions = new Map(candidates.map((entry) => [entry, entry.place]));
  const newPositions = new Map(items.map((item, index) => [item, index]));
  const listed = new Set<StoredPost>();
  const change = noChange();
  /** The lowest old position so far. A post that was above it has moved. */
  let lowest = -1;
  for (const { item, key, alias } of matchPosts(candidates.map(knownPost), items, school)) {
    const place = newPositions.get(item)!;
    let entry = byKey.get(key);
    if (entry) {
      const oldPosition = oldPositions.get(entry)!;
      const edited = JSON.stringify(entry.item) !== JSON.stringify(item);
      if (!isShown(entry) || oldPosition < lowest || edited) change.edited++;
      if (edited && entry.details) entry.details.old = true;
      lowest = Math.max(lowest, oldPosition);
      listed.add(entry);
      Object.assign(entry, { item, place, missing: 0, source: url });
    } else {
      entry = { id: `${school}:${item.id}`, key, source: url, item, seen: now, place, missing: 0 };
      list.entries.push(entry);
      change.added++;
    }
    if (alias) entry.alias = alias;
    else delete entry.alias;
  }
  for (const entry of candidates) {
    if (listed.has(entry) || !isShown(entry)) continue;
    const justLeft = entry.place >= 0;
    const withdrawn =
      entry.source !== url ||
      entry.missing > 0 ||
      (justLeft && leftTheMiddle(entry, [...listed], oldPositions));
    if (withdrawn) markMissing(entry, change);
    if (!withdrawn && justLeft && !change.added) change.doubtful.push(entry);
    else entry.place = -1;
  }
  return change;
}

/** Counts one more poll without the post. */
export function markMissing(entry: StoredPost, change: MergeResult): void {
  entry.missing++;
  if (isShown(entry)) change.pending = true;
  else change.edited++;
}

/** Counts a 304 as another poll without the posts that are missing. */
export function stillMissing(list: PostList, source: string): MergeResult {
  const change = noChange();
  for (const entry of list.entries)
    if (entry.source === source && entry.missing && isShown(entry)) markMissing(entry, change);
  return change;
}

/**
 * Deletes the oldest posts beyond `maxPosts`, except those that their source still lists: they would come back as new.
 */
export function evict(list: PostList, maxPosts: number): void {
  if (list.entries.length <= maxPosts) return;
  const kept = new Set(
    list.entries
      .map((entry) => ({ entry, ...sortKey(entry) }))
      .sort(newestFirst)
      .slice(0, maxPosts)
      .map(({ entry }) => entry),
  );
  list.entries = list.entries.filter((entry) => entry.place >= 0 || kept.has(entry));
}
