/** What is published of what is remembered: which posts, in which files. Pure. */
import type { Cluster, ClusterSchool } from '../core/cluster.ts';
import type { Feed, Item, School } from '../core/feed.ts';
import { linkKey } from '../core/link.ts';
import { matcher } from '../core/search.ts';
import { type Images, withCopies } from './images.ts';
import { type Entry, isShown, newestFirst } from './shelf.ts';
import type { Kind } from './state.ts';

/** Posts of the newest page and of an archive page. */
export const PAGE = 50;

const TITLES: Record<Kind, string> = { news: 'Tin mới', documents: 'Văn bản', gallery: 'Thư viện ảnh' };

export interface Shown {
  school: string;
  entry: Entry;
}

/** Whether the webmaster wants a post off: by its id, as published or as the source gives it, or by words in its title. */
function hidden({ hide }: ClusterSchool): (entry: Entry) => boolean {
  const words = hide.map((words) => ({ words, matches: matcher(words) }));
  return ({ id, item }) =>
    words.some(({ words, matches }) => words === id || words === item.id || matches(item.title ?? ''));
}

/** The posts of a school's list that show. One that two sources give is one. */
export function shownOf(school: ClusterSchool, entries: readonly Entry[]): Shown[] {
  const isHidden = hidden(school);
  const ids = new Map<string, Entry>();
  const links = new Set<string>();
  const shown: Shown[] = [];
  for (const entry of entries) {
    const { url } = entry.item;
    const link = url && /[/?]/.test(linkKey(url)) ? linkKey(url) : undefined;
    const other = ids.get(entry.id);
    const sameLink = link && links.has(link);
    if (!isShown(entry) || isHidden(entry) || sameLink || (other && (!link || !other.item.url))) continue;
    // Two modules of one site number their posts alike: the link tells them apart, as in one feed.
    if (other) entry.id = `${entry.id} ${link}`;
    ids.set(entry.id, entry);
    if (link) links.add(link);
    shown.push({ school: school.id, entry });
  }
  return shown;
}

const NUMBERS = { school: 'number', cluster: 'clusterNumber' } as const;

/**
 * Gives posts that have none their number in the list, the oldest first. Archive pages go by these numbers, so that a
 * page that is full stays as it is.
 *
 * @returns the next free number
 */
export function numberPosts(shown: readonly Shown[], of: keyof typeof NUMBERS, next: number): number {
  const name = NUMBERS[of];
  const fresh = newestFirst(
    shown.map(({ entry }) => entry).filter((entry) => entry[name] === undefined),
  ).reverse();
  const highest = shown.reduce((max, { entry }) => Math.max(max, (entry[name] ?? -1) + 1), next);
  for (const [index, entry] of fresh.entries()) entry[name] = highest + index;
  return highest + fresh.length;
}

/** A file of the list: its name, and the feed in it. */
export interface ListFile {
  name: string;
  feed: Feed;
}

/**
 * The files of a list, the archive first, so that what `next_url` names is there before it is named: `news-1.json` with
 * the oldest posts, and so on; `news.json` with the newest.
 *
 * @param folder where the list is, below the hub's folder: empty, or `schools/nb/`
 */
export function listFiles(
  cluster: Cluster,
  shown: readonly Shown[],
  kind: Kind,
  of: keyof typeof NUMBERS,
  folder: string,
  owner: { name: string; home?: string },
  images: Images,
): ListFile[] {
  const hub = cluster.hub?.replace(/\/*$/, '/');
  const address = (name: string) => (hub ? hub + folder + name : name);
  const bySchool = new Map(
    cluster.schools.map(({ id, name, home }): [string, School] => [id, { name, home }]),
  );
  const feed = (name: string, posts: readonly Shown[], following: string | undefined): ListFile => {
    const schools = Object.fromEntries(
      [...new Set(posts.map(({ school }) => school))].sort().map((id) => [id, bySchool.get(id)!]),
    );
    const home = owner.home ?? hub;
    return {
      name: folder + name,
      feed: {
        version: 'https://jsonfeed.org/version/1.1',
        title: `${owner.name} – ${TITLES[kind]}`,
        ...(home && { home_page_url: home }),
        ...(hub && { feed_url: address(name) }),
        language: 'vi',
        ...(following && { next_url: address(following) }),
        items: posts.map(
          ({ school, entry: { id, item } }): Item => ({
            ...withCopies(item, images, hub),
            id,
            _tct: { ...item._tct, school },
          }),
        ),
        ...(posts.length > 0 && { _tct: { schools } }),
      },
    };
  };
  const order = new Map(newestFirst(shown.map(({ entry }) => entry)).map((entry, index) => [entry, index]));
  const sorted = [...shown].sort((a, b) => order.get(a.entry)! - order.get(b.entry)!);
  const newest = sorted.slice(0, PAGE);
  const pages = new Map<number, Shown[]>();
  if (sorted.length > PAGE)
    for (const post of sorted) {
      const page = Math.floor(post.entry[NUMBERS[of]]! / PAGE) + 1;
      const posts = pages.get(page);
      if (posts) posts.push(post);
      else pages.set(page, [post]);
    }
  const first = new Set(newest);
  const files: ListFile[] = [];
  let following: string | undefined;
  let afterNewest: string | undefined;
  for (const [page, posts] of [...pages].sort(([a], [b]) => a - b)) {
    const name = `${kind}-${page}.json`;
    files.push(feed(name, posts, following));
    following = name;
    // A page with nothing but what the newest page shows is passed over.
    if (posts.some((post) => !first.has(post))) afterNewest = name;
  }
  return [...files, feed(`${kind}.json`, newest, afterNewest)];
}
