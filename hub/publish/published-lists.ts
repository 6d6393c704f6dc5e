/** The published lists as a second memory of the hub. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { postKey } from '../../core/identity/post-key.ts';
import type { Item } from '../../core/model/feed.ts';
import { omitUndefined, omitUndefinedOrEmpty } from '../../core/omit-undefined.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { mistypedMarker } from '../../core/time/mistyped.ts';
import { emptyPostList, emptySchoolLists } from '../memory/posts.ts';
import type { StateFolder } from '../memory/state.ts';
import type { PostList, SchoolLists, StoredPost } from '../memory/types.ts';
import { originalUrls, withOriginals } from './item-images.ts';
import { ITEMS_PER_PAGE, publicFolderUrl } from './list-files.ts';
import type { PublicFolder } from './public-folder.ts';

/** A published post. */
interface PublishedItem {
  item: Item;
  /** Puts it on its archive page; absent if it is on none. */
  number?: number;
  /** Its publication date, ms since the epoch. A post without one keeps its place among the others. */
  seen?: number;
  /** Keeps the place of a post with a mistyped date. */
  mistyped?: number;
}

async function readItems(path: string): Promise<Item[]> {
  try {
    // The published URLs are absolute.
    return (await readFeed(await readFile(path), { url: 'http://hub.invalid/' })).items;
  } catch {
    return [];
  }
}

/**
 * The posts of a published list, oldest first. Files that are missing or broken are skipped; what an older hub published
 * by other rules is read as far as it is valid.
 *
 * @param path of the list, relative to the public folder: empty or `schools/<id>/`
 * @param now ms since the epoch
 */
export async function readPublishedList(
  { path: out }: PublicFolder,
  path: string,
  kind: ListKind,
  now: number,
): Promise<PublishedItem[]> {
  const folder = join(out, path);
  const archivePage = new RegExp(`^${kind}-(\\d{1,9})\\.json$`);
  const pages = (await readdir(folder).catch((): string[] => []))
    .map((name) => Number(archivePage.exec(name)?.[1] ?? 0))
    .filter(Boolean)
    .sort((a, b) => a - b);
  const found = new Map<string, PublishedItem>();
  let seen: number | undefined;
  const add = async (name: string, firstNumber?: number) => {
    const items = await readItems(join(folder, name));
    const mistypedSince = mistypedMarker(items, now);
    for (const [index, item] of items.reverse().entries()) {
      if (found.has(item.id)) continue;
      let mistyped = mistypedSince(item);
      // It came after all posts of its day, so the post before is of a day before.
      if (mistyped) mistyped = seen === undefined ? now : seen + DAY_MS;
      else if (item.date_published) seen = Date.parse(item.date_published);
      const number = firstNumber === undefined ? undefined : firstNumber + index;
      found.set(item.id, { item, ...omitUndefined({ number, seen, mistyped }) });
    }
  };
  for (const page of pages) await add(`${kind}-${page}.json`, (page - 1) * ITEMS_PER_PAGE);
  // Last, since it has copies of posts in the archive pages.
  await add(`${kind}.json`);
  return [...found.values()];
}

/**
 * Restores what the state has lost from the published lists: a school whose state file is missing or broken keeps its
 * posts while its sources are down. Posts that were hidden are not in them. Those of all sources of a list count as the
 * first one's, unless another lists them.
 */
export class PublishedLists {
  private readonly clusterNumbers = new Map<ListKind, Promise<Map<string, number>>>();

  constructor(
    private readonly cluster: Cluster,
    private readonly folder: PublicFolder,
    private readonly state: StateFolder,
    /** ms since the epoch */
    private readonly now: number,
  ) {}

  /** The lists of a school; undefined if it has none. @throws NewerStateError, WriteError */
  async restore(id: string): Promise<SchoolLists | undefined> {
    const school = this.cluster.schools.find((each) => each.id === id);
    if (!school) return undefined;
    const lists = emptySchoolLists();
    for (const kind of LIST_KINDS) lists[kind] = await this.restoreList(school, kind);
    return LIST_KINDS.some((kind) => lists[kind].entries.length) ? lists : undefined;
  }

  private async restoreList(school: ClusterSchool, kind: ListKind): Promise<PostList> {
    const prefix = `${school.id}:`;
    const published = (await readPublishedList(this.folder, `schools/${school.id}/`, kind, this.now)).filter(
      ({ item }) => item.id.startsWith(prefix),
    );
    if (!published.length) return emptyPostList();
    const clusterNumbers = await this.numbersInCluster(kind);
    const originals = originalUrls(await this.state.readImages(), publicFolderUrl(this.cluster) ?? '');
    let next = 0;
    const entries = published.map(({ item, number, mistyped, seen = this.now }): StoredPost => {
      if (number !== undefined) next = Math.max(next, number + 1);
      const clusterNumber = clusterNumbers.get(item.id);
      const { school: _, ...facts } = item._tct ?? {};
      const own = withOriginals(item, originals);
      return {
        id: item.id,
        key: postKey(item, school.id),
        source: school[kind][0]?.url ?? '',
        restored: true,
        item: omitUndefined({
          ...own,
          id: item.id.slice(prefix.length),
          _tct: omitUndefinedOrEmpty(facts),
        }),
        seen,
        place: -1,
        missing: 0,
        ...omitUndefined({ mistyped, number, clusterNumber }),
      };
    });
    // Newest first, as in a source: posts of the same date stay in their order.
    return { entries: entries.reverse(), next };
  }

  private numbersInCluster(kind: ListKind): Promise<Map<string, number>> {
    const numbers =
      this.clusterNumbers.get(kind) ??
      readPublishedList(this.folder, '', kind, this.now).then(
        (items) =>
          new Map(items.flatMap(({ item, number }) => (number === undefined ? [] : [[item.id, number]]))),
      );
    this.clusterNumbers.set(kind, numbers);
    return numbers;
  }
}
