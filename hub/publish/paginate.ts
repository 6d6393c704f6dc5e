/** What is published of what is remembered: which posts, in which files, in which order. Pure. */
import type { Cluster, ClusterSchool, ListKind } from '../../core/config/cluster.ts';
import type { Feed, Item, School } from '../../core/model/feed.ts';
import { textMatcher } from '../../core/text/search.ts';
import { canonicalUrl } from '../../core/url.ts';
import { byDate, isShown, postDate, type SortKey, type StoredPost } from '../memory/merge.ts';

/** Posts of the newest page and of an archive page. */
export const ITEMS_PER_PAGE = 50;

const TITLES: Record<ListKind, string> = { news: 'Tin mới', documents: 'Văn bản', gallery: 'Thư viện ảnh' };

/** A post that shows, without its text: of many thousands only the order is held in memory. */
export interface PublishedPost extends SortKey {
  school: string;
  /** Of the published item. */
  id: string;
  /** Its numbers in the school's list and in the cluster's. */
  number?: number;
  clusterNumber?: number;
  /** Where its text lies: see `Spool`. */
  at: number;
}

/** Whether the webmaster wants a post off: by its id (as published or as the source gives it), its link, or words in its title. */
function hidden({ hide }: ClusterSchool): (entry: StoredPost) => boolean {
  const unwanted = hide.map((words) => ({ words, link: canonicalUrl(words), matches: textMatcher(words) }));
  return ({ id, item }) =>
    unwanted.some(
      ({ words, link, matches }) =>
        words === id ||
        words === item.id ||
        (item.url !== undefined && link === canonicalUrl(item.url)) ||
        matches(item.title ?? ''),
    );
}

/**
 * The posts of a school's list that show. One that two sources give is one; a list without any source is empty, unless
 * the school is closed: what it has published stays.
 */
export function shownOf(school: ClusterSchool, kind: ListKind, entries: readonly StoredPost[]): StoredPost[] {
  if (school.active && !school[kind].length) return [];
  const isHidden = hidden(school);
  const ids = new Map<string, StoredPost>();
  const links = new Set<string>();
  const shown: StoredPost[] = [];
  for (const entry of entries) {
    const { url } = entry.item;
    const link = url && /[/?]/.test(canonicalUrl(url)) ? canonicalUrl(url) : undefined;
    const other = ids.get(entry.id);
    const sameLink = link && links.has(link);
    if (!isShown(entry) || isHidden(entry) || sameLink || (other && (!link || !other.item.url))) continue;
    // Two modules of one site number their posts alike: the link tells them apart, as in one feed.
    if (other) entry.id = `${entry.id} ${link}`;
    ids.set(entry.id, entry);
    if (link) links.add(link);
    shown.push(entry);
  }
  return shown;
}

export function postOf(school: string, entry: StoredPost): PublishedPost {
  const { id, place, number, clusterNumber } = entry;
  return {
    ...{ school, id, place, date: postDate(entry), at: -1 },
    ...(number !== undefined && { number }),
    ...(clusterNumber !== undefined && { clusterNumber }),
  };
}

/**
 * Gives posts that have none their number in the list, the oldest first. Archive pages go by these numbers, so that a
 * page that is full stays as it is.
 *
 * @returns the next free number
 */
export function numberPosts(
  posts: readonly PublishedPost[],
  name: 'number' | 'clusterNumber',
  next: number,
): number {
  const fresh = posts
    .filter((post) => post[name] === undefined)
    .sort(byDate)
    .reverse();
  const free = posts.reduce((max, post) => Math.max(max, (post[name] ?? -1) + 1), next);
  for (const [index, post] of fresh.entries()) post[name] = free + index;
  return free + fresh.length;
}

/** A file of a list: which posts are in it, newest first, and the file with the older ones. */
export interface ListFile {
  name: string;
  posts: PublishedPost[];
  following?: string;
}

/**
 * The files of a list, the archive first, so that what `next_url` names is there before it is named: `news-1.json` with
 * the oldest posts, and so on; `news.json` with the newest.
 */
export function listFiles(
  posts: readonly PublishedPost[],
  kind: ListKind,
  by: 'number' | 'clusterNumber',
): ListFile[] {
  const sorted = [...posts].sort(byDate);
  const newest = sorted.slice(0, ITEMS_PER_PAGE);
  const pages = new Map<number, PublishedPost[]>();
  if (sorted.length > ITEMS_PER_PAGE)
    for (const post of sorted) {
      const page = Math.floor(post[by]! / ITEMS_PER_PAGE) + 1;
      const others = pages.get(page);
      if (others) others.push(post);
      else pages.set(page, [post]);
    }
  const first = new Set(newest);
  const files: ListFile[] = [];
  let following: string | undefined;
  let afterNewest: string | undefined;
  for (const [page, posts] of [...pages].sort(([a], [b]) => a - b)) {
    const name = `${kind}-${page}.json`;
    files.push({ name, posts, ...(following && { following }) });
    following = name;
    // A page with nothing but what the newest page shows is passed over.
    if (posts.some((post) => !first.has(post))) afterNewest = name;
  }
  return [...files, { name: `${kind}.json`, posts: newest, ...(afterNewest && { following: afterNewest }) }];
}

/** Public address of the hub's folder, with a slash at its end. */
export function hubOf({ hub }: Cluster): string | undefined {
  return hub?.replace(/\/*$/, '/');
}

/**
 * The feed of a file.
 *
 * @param folder where the list is, below the hub's folder: empty, or `schools/nb/`
 * @param items of the file's posts, in their order
 */
export function feedOf(
  cluster: Cluster,
  kind: ListKind,
  folder: string,
  owner: { name: string; home?: string },
  { name, posts, following }: ListFile,
  items: Item[],
): Feed {
  const hub = hubOf(cluster);
  const address = (file: string) => (hub ? hub + folder + file : file);
  const bySchool = new Map(
    cluster.schools.map(({ id, name, home }): [string, School] => [id, { name, home }]),
  );
  const ids = [...new Set(posts.map(({ school }) => school))].sort();
  const home = owner.home ?? hub;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${owner.name} – ${TITLES[kind]}`,
    ...(home && { home_page_url: home }),
    ...(hub && { feed_url: address(name) }),
    language: 'vi',
    ...(following && { next_url: address(following) }),
    items,
    ...(ids.length > 0 && {
      _tct: { schools: Object.fromEntries(ids.map((id) => [id, bySchool.get(id)!])) },
    }),
  };
}
