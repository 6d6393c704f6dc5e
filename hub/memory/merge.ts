/**
 * What the hub remembers of a school: every post its sources ever gave, what has become of it, and whether it shows.
 */

import { type KnownPost, matchPosts } from '../../core/identity/in-feed.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { canonicalUrl } from '../../core/url.ts';
import type { Details } from '../collect/document-pages.ts';

/** Polls that a post has to be missing from before it is hidden. */
const HIDE_AFTER_MISSED_POLLS = 2;

export interface StoredPost {
  /** Of the published item: `<school>:<guid>` as first seen. */
  id: string;
  /** What it is known by: see `match`. */
  key: string;
  alias?: string;
  /** Address of the source in the configuration. */
  source: string;
  item: Item;
  /** What its own page states, once it was looked up. */
  details?: Details;
  /** When it was first seen (ms since the epoch). */
  seen: number;
  /** Its place in the source's last reading; -1 if it was not in it. */
  place: number;
  /** Polls in a row that it has been missing from though older ones were there, or its page was gone. */
  missing: number;
  /** Its number in the school's list and in the cluster's: the archive pages go by them, and never change. */
  number?: number;
  clusterNumber?: number;
}

/** One list of a school: its news, its documents or its albums. */
export interface PostList {
  entries: StoredPost[];
  /** The next free `number`. */
  next: number;
}

export const emptyPostList = (): PostList => ({ entries: [], next: 0 });

/** Whether a post shows: one that was withdrawn does not. */
export const isShown = ({ missing }: StoredPost): boolean => missing < HIDE_AFTER_MISSED_POLLS;

export interface MergeResult {
  /** Posts never seen before, and what else is to be published: texts, order, posts that go or come back. */
  added: number;
  edited: number;
  /** Posts that are missing but still shown, or documents still to be looked up: the next poll goes on, also a "not modified". */
  pending: boolean;
  /**
   * Posts that left the end of the list while nothing new came: their own pages tell whether they are gone. They keep
   * their place until somebody has looked.
   */
  doubtful: StoredPost[];
}

/**
 * Whether a post left from the middle: one that stood behind it and is older is still there. One that fell off the end
 * has none, nor has one in a list that shows its oldest first, nor does a pinned old post at the top count.
 */
function leftTheMiddle(
  gone: StoredPost,
  present: readonly StoredPost[],
  before: ReadonlyMap<StoredPost, number>,
): boolean {
  const date = gone.item.date_published;
  return present.some((other) => {
    const theirs = other.item.date_published;
    return before.get(other)! > before.get(gone)! && (!date || !theirs || theirs <= date);
  });
}

/** Whose posts are told from whose: the source that was read, and the others of its list. */
export interface ListSources {
  url: string;
  others: readonly string[];
}

/**
 * Puts what a source has just given on the shelf. Posts of sources that are not configured any more go over to the one
 * that gives them now; what none gives goes the way of what was withdrawn. Nothing leaves the shelf: see `isShown` and
 * `trim`.
 */
export function mergeFeed(
  shelf: PostList,
  { url, others }: ListSources,
  school: string,
  { items }: Feed,
  now: number,
): MergeResult {
  for (const entry of shelf.entries)
    if (!others.includes(entry.source) && canonicalUrl(entry.source) === canonicalUrl(url))
      entry.source = url;
  const own = shelf.entries.filter((entry) => entry.source === url);
  const orphans = shelf.entries.filter(({ source }) => source !== url && !others.includes(source));
  // Of two with one key, the source's own is the one that is known.
  const mine = [...orphans, ...own];
  const byKey = new Map(mine.map((entry) => [entry.key, entry]));
  const known = mine.map(({ key, alias, item }): KnownPost => {
    return {
      key,
      ...(alias && { alias }),
      ...(item.url && { url: item.url }),
      ...(item.title && { title: item.title }),
    };
  });
  const change: MergeResult = { added: 0, edited: 0, pending: false, doubtful: [] };
  const before = new Map(mine.map((entry) => [entry, entry.place]));
  const present = new Set<StoredPost>();
  const order = new Map(items.map((item, place) => [item, place]));
  let above = -1;
  for (const { item, key, alias } of matchPosts(known, items, school)) {
    const place = order.get(item)!;
    let entry = byKey.get(key);
    if (entry) {
      const stood = before.get(entry)!;
      const edited = JSON.stringify(entry.item) !== JSON.stringify(item);
      if (!isShown(entry) || stood < above || edited) change.edited++;
      if (edited && entry.details) entry.details.old = true;
      above = Math.max(above, stood);
      present.add(entry);
      Object.assign(entry, { item, place, missing: 0, source: url });
    } else {
      entry = { id: `${school}:${item.id}`, key, source: url, item, seen: now, place, missing: 0 };
      shelf.entries.push(entry);
      change.added++;
    }
    if (alias) entry.alias = alias;
    else delete entry.alias;
  }
  for (const entry of mine) {
    if (present.has(entry) || !isShown(entry)) continue;
    const justLeft = entry.place >= 0;
    const gone =
      entry.source !== url || entry.missing || (justLeft && leftTheMiddle(entry, [...present], before));
    if (gone) markMissing(entry, change);
    if (!gone && justLeft && !change.added) change.doubtful.push(entry);
    else entry.place = -1;
  }
  return change;
}

/** One more poll without the post. */
export function markMissing(entry: StoredPost, change: MergeResult): void {
  entry.missing++;
  if (isShown(entry)) change.pending = true;
  else change.edited++;
}

/** A "not modified": what was missing is missing still. */
export function stillMissing(shelf: PostList, source: string): MergeResult {
  const change: MergeResult = { added: 0, edited: 0, pending: false, doubtful: [] };
  for (const entry of shelf.entries)
    if (entry.source === source && entry.missing && isShown(entry)) markMissing(entry, change);
  return change;
}

/** What puts a post in its place among others. */
export interface SortKey {
  /** As the model writes it. */
  date: string;
  place: number;
}

/** When a post counts from: one without a date from when it was first seen. */
export function postDate({ item, seen }: StoredPost): string {
  return item.date_published ?? formatVietnamTime(seen);
}

/** To sort by: newest first, those of one time as their source has them. */
export function byDate(a: SortKey, b: SortKey): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.place - b.place;
}

/** Lets go of the oldest beyond `keep`, but of none that its source still gives: it would come back as new. */
export function evict(shelf: PostList, keep: number): void {
  if (shelf.entries.length <= keep) return;
  const kept = new Set(
    shelf.entries
      .map((entry) => ({ entry, date: postDate(entry), place: entry.place }))
      .sort(byDate)
      .slice(0, keep)
      .map(({ entry }) => entry),
  );
  shelf.entries = shelf.entries.filter((entry) => entry.place >= 0 || kept.has(entry));
}
