/** Selects, sorts and numbers the posts to publish, and splits them into files. Pure functions. */

import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import type { Feed, Item, School } from '../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../core/model/limits.ts';
import { canonicalUrl } from '../../core/url.ts';
import { isShown, newestFirst, type SortKey, sortKey } from '../memory/posts.ts';
import type { StoredPost } from '../memory/types.ts';
import { hiddenBy } from './hidden-by.ts';

/** Posts in the newest page, and in each archive page. */
export const ITEMS_PER_PAGE = 50;

const TITLES: Record<ListKind, string> = { news: 'Tin mới', documents: 'Văn bản', gallery: 'Thư viện ảnh' };

/** A post to publish, without its content, which would not fit in memory for many thousands of posts. */
export interface PublishedPost extends SortKey {
  school: string;
  /** Id of the published item. */
  id: string;
  /** Sequence numbers in the school's list and in the cluster's. */
  number?: number;
  clusterNumber?: number;
  /** Index in the `ItemFile`; -1 before the item is there. */
  itemIndex: number;
}

/**
 * The posts of a school's list that are published. A post in two sources is published once. A list without sources is
 * empty, unless the school is inactive: then its posts stay.
 */
export function shownPosts(
  school: ClusterSchool,
  kind: ListKind,
  entries: readonly StoredPost[],
): StoredPost[] {
  if (school.active && !school[kind].length) return [];
  const isHidden = hiddenBy(school);
  const ids = new Set(entries.map(({ id }) => id));
  const byId = new Map<string, StoredPost>();
  const links = new Set<string>();
  const shown: StoredPost[] = [];
  for (const entry of entries) {
    const { url } = entry.item;
    // A link to a front page identifies no post.
    const link = url && /[/?]/.test(canonicalUrl(url)) ? canonicalUrl(url) : undefined;
    const sameId = byId.get(entry.id);
    const sameLink = link && links.has(link);
    if (!isShown(entry) || isHidden(entry) || sameLink || (sameId && (!link || !sameId.item.url))) continue;
    // Two modules of a site may use the same ids. The link distinguishes their posts, if no other has such an id.
    if (sameId) while (ids.has(entry.id)) entry.id = `${entry.id} ${link}`;
    ids.add(entry.id);
    byId.set(entry.id, entry);
    if (link) links.add(link);
    shown.push(entry);
  }
  return shown;
}

export function toPublishedPost(school: string, kind: ListKind, entry: StoredPost): PublishedPost {
  const { id, number, clusterNumber } = entry;
  return {
    school,
    id,
    ...sortKey(entry, kind),
    itemIndex: -1,
    ...(number !== undefined && { number }),
    ...(clusterNumber !== undefined && { clusterNumber }),
  };
}

/**
 * Numbers the posts of a list that have no number yet, oldest first. Archive pages hold posts by number, so a full
 * page never changes.
 *
 * @param next the first free number
 * @returns the new first free number
 */
export function assignNumbers(
  posts: readonly PublishedPost[],
  property: 'number' | 'clusterNumber',
  next: number,
): number {
  const unnumbered = posts
    .filter((post) => post[property] === undefined)
    .sort(newestFirst)
    .reverse();
  const first = posts.reduce((max, post) => Math.max(max, (post[property] ?? -1) + 1), next);
  for (const [index, post] of unnumbered.entries()) post[property] = first + index;
  return first + unnumbered.length;
}

/** A file of a list: its posts, newest first, and the name of the file with older ones. */
export interface ListFile {
  name: string;
  posts: PublishedPost[];
  olderFile?: string;
}

/**
 * Splits a list into files: `news-1.json` with the oldest posts, `news-2.json` and so on, and `news.json` with the
 * newest. They are to be written in this order, so that a file exists before another one's `next_url` refers to it.
 *
 * @param property the numbers by which posts are assigned to archive pages
 */
export function listFiles(
  posts: readonly PublishedPost[],
  kind: ListKind,
  property: 'number' | 'clusterNumber',
): ListFile[] {
  const sorted = [...posts].sort(newestFirst);
  const newest = sorted.slice(0, ITEMS_PER_PAGE);
  const pages = new Map<number, PublishedPost[]>();
  if (sorted.length > ITEMS_PER_PAGE)
    for (const post of sorted) {
      const page = Math.floor(post[property]! / ITEMS_PER_PAGE) + 1;
      const others = pages.get(page);
      if (others) others.push(post);
      else pages.set(page, [post]);
    }
  const inNewest = new Set(newest);
  const files: ListFile[] = [];
  let olderFile: string | undefined;
  let afterNewest: string | undefined;
  for (const [page, posts] of [...pages].sort(([a], [b]) => a - b)) {
    const name = `${kind}-${page}.json`;
    files.push({ name, posts, ...(olderFile && { olderFile }) });
    olderFile = name;
    // The newest page does not link to archive pages that have only the same posts.
    if (posts.some((post) => !inNewest.has(post))) afterNewest = name;
  }
  return [...files, { name: `${kind}.json`, posts: newest, ...(afterNewest && { olderFile: afterNewest }) }];
}

/** The names of all files that lists may have in their folder. @param kinds of the lists */
export const listFileNames = (kinds: readonly ListKind[] = LIST_KINDS): RegExp =>
  new RegExp(`^(?:${kinds.join('|')})(?:(?:-\\d+)?\\.json|(?:-rss)?\\.xml|\\.html)$`);

/** The names of a cluster's schools by id. */
export const schoolNames = ({ schools }: Cluster): Map<string, string> =>
  new Map(schools.map(({ id, name }) => [id, name]));

/** Public URL of the hub's folder, ending in a slash; undefined if it is not configured. */
export function publicFolderUrl({ hub }: Cluster): string | undefined {
  return hub?.replace(/\/*$/, '/');
}

/**
 * The feed to write to a file.
 *
 * @param folder of the list, relative to the hub's: empty or `schools/<id>/`
 * @param owner the school, or the cluster
 * @param items of the file's posts, in the same order
 */
export function listFeed(
  cluster: Cluster,
  kind: ListKind,
  folder: string,
  owner: { name: string; home?: string },
  { name, posts, olderFile }: ListFile,
  items: Item[],
): Feed {
  const hub = publicFolderUrl(cluster);
  const fileUrl = (file: string) => (hub ? hub + folder + file : file);
  const schools = new Map(
    cluster.schools.map(({ id, name, home }): [string, School] => [id, { name, home }]),
  );
  const ids = [...new Set(posts.map(({ school }) => school))].sort();
  const home = owner.home ?? hub;
  return {
    version: JSON_FEED_VERSION,
    title: `${owner.name} – ${TITLES[kind]}`,
    ...(home && { home_page_url: home }),
    ...(hub && { feed_url: fileUrl(name) }),
    language: 'vi',
    ...(olderFile && { next_url: fileUrl(olderFile) }),
    items,
    ...(ids.length > 0 && {
      _tct: { schools: Object.fromEntries(ids.map((id) => [id, schools.get(id)!])) },
    }),
  };
}
