import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import type { Report } from '../cli/progress.ts';
import { withDetails } from '../collect/document-pages.ts';
import type { HttpClient } from '../http/client.ts';
import { byDate, postDate, type StoredPost } from '../memory/merge.ts';
import type { HubState, SchoolLists, StateFolder } from '../memory/state.ts';
import { Copier, type Images, imagesOf, withCopies } from './images.ts';
import {
  feedOf,
  hubOf,
  ITEMS_PER_PAGE,
  type ListFile,
  listFiles,
  numberPosts,
  type PublishedPost,
  postOf,
  shownOf,
} from './paginate.ts';
import type { PublicFolder } from './public-folder.ts';
import { ItemFile } from './temp-items.ts';

/** What a run publishes with. */
export interface Publishing {
  cluster: Cluster;
  folder: PublicFolder;
  state: StateFolder;
  network: HttpClient;
  /** ms since the epoch */
  now: number;
  report: (report: Report) => void;
}

type ByKind<T> = Record<ListKind, T>;
const byKind = <T>(make: () => T): ByKind<T> => ({ news: make(), documents: make(), gallery: make() });

/**
 * The lists of schools and of the cluster. Only the order of posts is held in memory: the schools' shelves are read
 * twice, and the texts lie on the disk until their page is put together.
 */
export class ListPublisher {
  private readonly posts = byKind<PublishedPost[]>(() => []);
  private readonly hub: string | undefined;
  private images: Images = {};

  constructor(
    private readonly given: Publishing,
    /** Whose lists are to be written; the cluster's always are. */
    private readonly touched: ReadonlySet<string>,
  ) {
    this.hub = hubOf(given.cluster);
  }

  /**
   * @param next the next free numbers of the cluster's lists; counted on
   * @returns the newest of each kind, nothing where the lists could not be written; whether nothing is left for the next run
   * @throws WriteError
   */
  async publish(next: HubState['next']): Promise<{ newest?: ByKind<Item[]>; whole: boolean }> {
    const { state, cluster } = this.given;
    const copying = this.hub !== undefined && cluster.images;
    if (copying) this.images = await state.readImages();
    const { lost } = state;
    const pictured = await this.arrange();
    // A memory turned out to be gone: what was published of it stays until its sources have been read again.
    if (state.lost > lost) return { whole: false };
    for (const kind of LIST_KINDS) next[kind] = numberPosts(this.posts[kind], 'clusterNumber', next[kind]);
    const left = copying && (await this.copyImages(pictured));
    const spool = await ItemFile.open(state.file('spool.tmp'));
    try {
      await this.spool(spool);
      await this.writeLists(spool);
      const newest = byKind<Item[]>(() => []);
      for (const kind of LIST_KINDS)
        newest[kind] = await read(spool, [...this.posts[kind]].sort(byDate).slice(0, ITEMS_PER_PAGE));
      return { newest, whole: !left };
    } finally {
      await spool.close();
    }
  }

  /** Numbers the posts that show. @returns the images of the newest, the newest first, and those with copies that still show */
  private async arrange(): Promise<{ wanted: string[]; used: Set<string> }> {
    const { cluster, state } = this.given;
    const wanted: { date: string; place: number; urls: string[] }[] = [];
    const used = new Set<string>();
    for (const school of cluster.schools) {
      const shelves = await state.readSchool(school.id);
      for (const [kind, entries] of shown(school, shelves)) {
        const mine = entries.map((entry) => postOf(school.id, entry));
        numberPosts(mine, 'number', shelves[kind].next);
        this.posts[kind].push(...mine);
        if (this.touched.has(school.id))
          wanted.push(...entries.map(picturedOf).sort(byDate).slice(0, ITEMS_PER_PAGE));
        for (const { item } of entries)
          for (const url of imagesOf(item)) if (url in this.images) used.add(url);
      }
    }
    return { wanted: wanted.sort(byDate).flatMap(({ urls }) => urls), used };
  }

  /** @returns whether some are left for the next run */
  private async copyImages({ wanted, used }: { wanted: string[]; used: Set<string> }): Promise<boolean> {
    const { cluster, folder, network, now, report, state } = this.given;
    const copier = new Copier(this.images, folder, network, now);
    await copier.removeUnused(used);
    const copied = await copier.copy(wanted, (done, total) => report({ phase: 'images', done, total }));
    // Said when all is published anew, not with every new photo.
    const all = this.touched.size === cluster.schools.length;
    if (copied.problem && all) state.warnings.push(copied.problem);
    await state.writeImages(this.images);
    return copied.left;
  }

  /** Puts the numbers of the posts into the memory, and their texts on the spool. */
  private async spool(spool: ItemFile): Promise<void> {
    const { cluster, state } = this.given;
    const byId = byKind(() => new Map<string, PublishedPost>());
    for (const kind of LIST_KINDS) for (const post of this.posts[kind]) byId[kind].set(post.id, post);
    for (const school of cluster.schools) {
      const shelves = await state.readSchool(school.id);
      const lists = shown(school, shelves);
      let renumbered = false;
      for (const [kind, entries] of lists)
        for (const entry of entries) {
          const { number, clusterNumber } = byId[kind].get(entry.id)!;
          if (number === entry.number && clusterNumber === entry.clusterNumber) continue;
          Object.assign(entry, { number, clusterNumber });
          shelves[kind].next = Math.max(shelves[kind].next, number! + 1);
          renumbered = true;
        }
      // The memory goes to the disk before what is published of it: numbers that were shown are never given again.
      if (renumbered) await state.writeSchool(school.id, shelves);
      for (const [kind, entries] of lists)
        for (const entry of entries) {
          const item = withDetails(entry);
          const shown = this.hub === undefined ? item : withCopies(item, this.images, this.hub);
          const published = { ...shown, id: entry.id, _tct: { ...item._tct, school: school.id } };
          byId[kind].get(entry.id)!.at = await spool.add(published);
        }
    }
  }

  private async writeLists(spool: ItemFile): Promise<void> {
    const { cluster } = this.given;
    for (const kind of LIST_KINDS) {
      const bySchool = new Map<string, PublishedPost[]>(cluster.schools.map(({ id }) => [id, []]));
      for (const post of this.posts[kind]) bySchool.get(post.school)!.push(post);
      for (const school of cluster.schools)
        if (this.touched.has(school.id)) {
          const files = listFiles(bySchool.get(school.id)!, kind, 'number');
          await this.writeList(spool, files, kind, `schools/${school.id}/`, school);
        }
      await this.writeList(spool, listFiles(this.posts[kind], kind, 'clusterNumber'), kind, '', cluster);
    }
  }

  private async writeList(
    spool: ItemFile,
    files: ListFile[],
    kind: ListKind,
    path: string,
    owner: { name: string; home?: string },
  ): Promise<void> {
    const { cluster, folder } = this.given;
    for (const file of files) {
      const feed = feedOf(cluster, kind, path, owner, file, await read(spool, file.posts));
      await folder.writeJson(path + file.name, feed);
    }
    // Archive pages of posts that were let go.
    const kept = new Set(files.map(({ name }) => name));
    await folder.removeOthers(path, new RegExp(`^${kind}-\\d+\\.json$`), kept);
  }
}

function shown(school: ClusterSchool, shelves: SchoolLists): [ListKind, StoredPost[]][] {
  return LIST_KINDS.map((kind) => [kind, shownOf(school, kind, shelves[kind].entries)]);
}

function picturedOf(entry: StoredPost): { date: string; place: number; urls: string[] } {
  return { date: postDate(entry), place: entry.place, urls: imagesOf(entry.item) };
}

async function read(spool: ItemFile, posts: readonly PublishedPost[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const { at } of posts) items.push(await spool.read(at));
  return items;
}
