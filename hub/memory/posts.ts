/** Whether a stored post is shown, its place in the order, and its published form. */
import type { ListKind } from '../../core/config/cluster.ts';
import type { KnownPost } from '../../core/identity/match-posts.ts';
import type { Item } from '../../core/model/feed.ts';
import { isFarAhead, sortDate } from '../../core/time/mistyped.ts';
import type { HubState, PostList, SchoolLists, StoredPost } from './types.ts';

/** A post is hidden when this many polls in a row missed it. A single one may be a glitch. */
const HIDE_AFTER_MISSED_POLLS = 2;

export const emptyPostList = (): PostList => ({ entries: [], next: 0 });

export const emptySchoolLists = (): SchoolLists => ({
  news: emptyPostList(),
  documents: emptyPostList(),
  gallery: emptyPostList(),
});

/** The state of a hub that has never run. */
export const emptyHubState = (): HubState => ({ sources: {}, next: { news: 0, documents: 0, gallery: 0 } });

/** What recognises a stored post when it is read again. */
export function knownPost({ key, alias, item }: StoredPost): KnownPost {
  return {
    key,
    ...(alias && { alias }),
    ...(item.url && { url: item.url }),
    ...(item.title && { title: item.title }),
  };
}

/** Gives an item the date that is known of its post, if there is one. */
export function keepDate(item: Item, { date_published, _tct }: Item): void {
  if (!date_published) return;
  item.date_published = date_published;
  if (_tct?.precision) item._tct = { ...item._tct, precision: _tct.precision };
}

/** Whether a post is published. Withdrawn posts are not. */
export const isShown = ({ missing }: StoredPost): boolean => missing < HIDE_AFTER_MISSED_POLLS;

/** The posts of a source that are published. @param url of the source in the configuration */
export const shownPostsOf = ({ entries }: PostList, url: string): StoredPost[] =>
  entries.filter((post) => post.source === url && isShown(post));

/** The fields that published posts are sorted by. */
export interface SortKey {
  /** Of `sortDate`. */
  date: string;
  /** Index in the source's list. */
  position: number;
}

/**
 * The date that a list shows of an item: among documents its day of issue, else when it was published.
 *
 * @returns RFC 3339, or a day only
 */
export function shownDate({ date_published, _tct }: Item, kind?: ListKind): string | undefined {
  const issued = kind === 'documents' ? _tct?.document?.issued : undefined;
  // Documents of one day are in the order in which they were published.
  return issued && !date_published?.startsWith(issued) ? issued : date_published;
}

/**
 * The text by which a list sorts a post: the date that it shows, unless that is mistyped.
 *
 * @param kind of the list; without it, the date of publication counts
 */
export function listDate(post: Pick<StoredPost, 'item' | 'seen' | 'mistyped'>, kind?: ListKind): string {
  const shown = shownDate(post.item, kind);
  const isPublication = shown === post.item.date_published;
  return !shown || isPublication || isFarAhead(shown, post.seen) ? sortDate(post) : shown;
}

export function sortKey(post: StoredPost, kind?: ListKind): SortKey {
  return { date: listDate({ ...post, item: withDetails(post) }, kind), position: post.place };
}

/** Comparator: newest first; posts with the same date in the order of their source. */
export function newestFirst(a: SortKey, b: SortKey): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.position - b.position;
}

/** Sorts stored posts by their dates of publication, newest first. */
export function sortNewestFirst(posts: readonly StoredPost[]): StoredPost[] {
  // A key is costly, so each is made once.
  return posts
    .map((post) => ({ post, ...sortKey(post) }))
    .sort(newestFirst)
    .map(({ post }) => post);
}

/**
 * The published form of a post: facts on a document's own page override those in its list; the photos and the date on an
 * album's page complete what its list tells.
 */
export function withDetails({ item, details }: StoredPost): Item {
  if (!details?.document && !details?.attachments) return item;
  const attachments = item.attachments ?? details.attachments;
  const { date_published, precision, document } = details;
  return {
    ...item,
    ...(attachments && { attachments }),
    ...(!item.image && !document && { image: attachments?.[0]?.url }),
    ...(!item.date_published && date_published && { date_published }),
    _tct: {
      ...item._tct,
      ...(!item.date_published && precision && { precision }),
      ...(document && { document: { ...item._tct?.document, ...document } }),
    },
  };
}
