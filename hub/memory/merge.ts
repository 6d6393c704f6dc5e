/** Merges a source's current posts into the stored ones. */
import type { ListKind } from '../../core/config/cluster.ts';
import { matchPosts } from '../../core/identity/match-posts.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { newest } from '../../core/model/newest.ts';
import { isFarAhead, mistypedMarker } from '../../core/time/mistyped.ts';
import { canonicalUrl } from '../../core/url.ts';
import { adoptPosts } from './adopt-posts.ts';
import { keepPhotos, sharePhotos } from './album-photos.ts';
import { leftTheMiddle } from './left-the-middle.ts';
import { isShown, keepDate, knownPost, shownPostsOf, sortNewestFirst } from './posts.ts';
import { samePosts } from './same-posts.ts';
import type { PostList, StoredPost } from './types.ts';

/** The changes to a list in one poll. */
export interface MergeResult {
  /** Posts never seen before. */
  added: number;
  /** Other changes to publish: edited, moved, hidden and restored posts. */
  edited: number;
  /**
   * Whether the next poll has work to do even if the response is a 304: posts that are missing but still shown, or
   * documents and albums whose pages are still to be fetched.
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
  /** Only the first pages of the source were read. */
  isHalfRead?: boolean | undefined;
  kind?: ListKind;
  /** The feed is that of a source adopted in its place, or the first since then that is its own; see `adoptPosts`. */
  isAdopted?: boolean | undefined;
  /** The feed is the first since such a change: it tells nothing about posts that it lacks. */
  isFirst?: boolean | undefined;
  /** URL that the configuration had for the source before; with `isFirst`, for one that it may be the same as. */
  former?: string | undefined;
}

/**
 * The restored posts of other sources that may be a source's own. Two sources may use the same guids, so a post with a
 * link must be among the items with it.
 */
function restoredPosts(list: PostList, others: readonly string[], items: readonly Item[]): StoredPost[] {
  const links = new Set(items.map(({ url }) => url && canonicalUrl(url)));
  return list.entries.filter(
    ({ restored, source, item: { url } }) =>
      restored && others.includes(source) && (!url || links.has(canonicalUrl(url))),
  );
}

/** The share of posts that the list of another source must have in common with these to be the same list. */
const MIN_COMMON_SHARE = 0.5;

/** Whether a source that was configured in the place of another one lists its posts: then it gets the older ones, too. */
function isSameList(list: PostList, source: string, items: readonly Item[]): boolean {
  const posts = shownPostsOf(list, source);
  const common = samePosts(posts, items, true).size;
  return common > 0 && common >= MIN_COMMON_SHARE * Math.min(posts.length, items.length);
}

/** Of the posts that a list may keep, those that each of its sources is sure to have. */
const shareOf = (maxPosts: number, sources: number) => Math.max(1, Math.floor(maxPosts / sources));

/**
 * The items that may be added to a list: the newest of the feed, up to its share of the list, and others while there is
 * room. What `evict` would delete must not be added, or it would come as new with every poll.
 */
function addableItems(
  list: PostList,
  items: readonly Item[],
  unknown: readonly Item[],
  maxPosts: number,
  share: number,
): Set<Item> {
  const dateOf = ({ date_published }: Item) => date_published;
  const addable = new Set(newest(items, share, dateOf));
  const room = Math.max(0, maxPosts - list.entries.length);
  for (const item of newest(unknown, room, dateOf)) addable.add(item);
  return addable;
}

/**
 * Merges a feed into a list. Posts of sources that are no longer configured are taken over by the source that lists
 * them now; posts that no source lists are treated as withdrawn. Nothing is deleted here: see `isShown` and `evict`.
 * Leaves the list as it was if it throws.
 *
 * @param now ms since the epoch
 * @param maxPosts posts that the list may keep; see `evict`
 */
export function mergeFeed(...args: Parameters<typeof applyFeed>): MergeResult {
  const [list] = args;
  const before = structuredClone(list);
  try {
    return applyFeed(...args);
  } catch (error) {
    Object.assign(list, before);
    throw error;
  }
}

function applyFeed(
  list: PostList,
  { url, others, isHalfRead, kind, former, ...reading }: ListSources,
  school: string,
  { items: read, _tct }: Feed,
  now: number,
  maxPosts = Infinity,
): MergeResult {
  // In the place of another source, but with other posts: a new source.
  const isOther = !!reading.isFirst && former !== undefined && !isSameList(list, former, read);
  const { isAdopted = false, isFirst = false } = isOther ? {} : reading;
  const taken = isOther ? undefined : former;
  const approximate = new Set(_tct?.approximate);
  const mistypedSince = mistypedMarker(read, now);
  // A source whose URL is now written differently, for example with https, is the same source.
  const canonical = canonicalUrl(url);
  const formerUrls = new Set(
    [...new Set(list.entries.map(({ source }) => source))].filter(
      (source) => !others.includes(source) && (source === taken || canonicalUrl(source) === canonical),
    ),
  );
  for (const entry of list.entries) if (formerUrls.has(entry.source)) entry.source = url;
  const own = list.entries.filter(({ source }) => source === url);
  const orphans = list.entries.filter(({ source }) => source !== url && !others.includes(source));
  const candidates = [...orphans, ...own];
  const theirs = list.entries.filter(({ source }) => others.includes(source));
  const items = isAdopted ? adoptPosts(candidates, theirs, read, school, isFirst) : read;
  // The source's own posts come last, to win over others with the same key.
  const known = [...restoredPosts(list, others, items), ...candidates];
  const byKey = new Map(known.map((entry) => [entry.key, entry]));
  const oldPositions = new Map(known.map((entry) => [entry, entry.place]));
  const newPositions = new Map(items.map((item, index) => [item, index]));
  const listed = new Set<StoredPost>();
  const change = noChange();
  const matches = matchPosts(known.map(knownPost), items, school);
  const unknown = matches.filter(({ isNew }) => isNew).map(({ item }) => item);
  const addable = addableItems(list, items, unknown, maxPosts, shareOf(maxPosts, 1 + others.length));
  /** The lowest old position so far. A post that was above it has moved. */
  let lowest = -1;
  for (const { item, key, alias } of matches) {
    const place = newPositions.get(item)!;
    let entry = byKey.get(key);
    // "2 giờ trước" is vaguer with every reading. It is never ahead, unless it was read with a wrong clock.
    if (entry && approximate.has(item.id) && !isFarAhead(entry.item.date_published ?? '', entry.seen))
      keepDate(item, entry.item);
    const mistyped = mistypedSince(item, entry);
    if (entry) {
      const oldPosition = oldPositions.get(entry)!;
      const edited = JSON.stringify(entry.item) !== JSON.stringify(item);
      if (!isShown(entry) || oldPosition < lowest || edited) change.edited++;
      if (edited && entry.details) entry.details.old = true;
      if (kind === 'gallery') keepPhotos(entry, item);
      lowest = Math.max(lowest, oldPosition);
      listed.add(entry);
      Object.assign(entry, { item, place, missing: 0, source: url });
      delete entry.restored;
    } else if (addable.has(item)) {
      entry = { id: `${school}:${item.id}`, key, source: url, item, seen: now, place, missing: 0 };
      list.entries.push(entry);
      change.added++;
    } else continue;
    if (alias) entry.alias = alias;
    else delete entry.alias;
    if (mistyped) entry.mistyped = mistyped;
    else delete entry.mistyped;
  }
  if (kind === 'gallery') change.edited += sharePhotos(list);
  const left = candidates.filter((entry) => !listed.has(entry) && isShown(entry));
  const justLeft = left.filter(({ place }) => place >= 0);
  if (isHalfRead) {
    // These may be on the pages that were not read: they follow the others as before, and none counts as missing.
    justLeft.sort((a, b) => a.place - b.place);
    for (const [index, entry] of justLeft.entries()) entry.place = items.length + index;
    return change;
  }
  if (isFirst) {
    for (const entry of justLeft) entry.place = -1;
    return change;
  }
  const fromTheMiddle = leftTheMiddle(justLeft, listed, oldPositions);
  for (const entry of left) {
    const withdrawn = entry.source !== url || entry.missing > 0 || fromTheMiddle.has(entry);
    if (withdrawn) markMissing(entry, change);
    if (!withdrawn && entry.place >= 0 && !change.added) change.doubtful.push(entry);
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
 * Deletes the oldest posts beyond `maxPosts`. Those that their source lists among its newest come last, since they would
 * come back as new.
 *
 * @param sources number of sources that share the list
 * @returns whether posts were deleted
 */
export function evict(list: PostList, maxPosts: number, sources = 1): boolean {
  if (list.entries.length <= maxPosts) return false;
  const bySource = new Map<string, StoredPost[]>();
  for (const entry of [...list.entries].sort((a, b) => a.place - b.place))
    if (entry.place >= 0) {
      const others = bySource.get(entry.source);
      if (others) others.push(entry);
      else bySource.set(entry.source, [entry]);
    }
  const dateOf = ({ item }: StoredPost) => item.date_published;
  const share = shareOf(maxPosts, sources);
  const listed = [...bySource.values()].flatMap((posts) => newest(posts, share, dateOf));
  const kept = new Set(newest(listed, maxPosts, dateOf));
  const others = sortNewestFirst(list.entries.filter((entry) => !kept.has(entry)));
  for (const entry of others.slice(0, maxPosts - kept.size)) kept.add(entry);
  list.entries = list.entries.filter((entry) => kept.has(entry));
  return true;
}
