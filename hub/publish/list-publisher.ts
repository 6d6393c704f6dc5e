import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import type { HttpClient } from '../http/client.ts';
import { evict } from '../memory/merge.ts';
import { listDate, newestFirst, withDetails } from '../memory/posts.ts';
import type { StateFolder } from '../memory/state.ts';
import type { HubState, ImageIndex, SchoolLists, StoredPost } from '../memory/types.ts';
import { schoolErrorMessage } from '../memory/unexpected-error.ts';
import { withCopies } from './item-images.ts';
import {
  assignNumbers,
  ITEMS_PER_PAGE,
  type ListFile,
  listFeed,
  listFileNames,
  listFiles,
  type PublishedPost,
  publicFolderUrl,
  shownPosts,
  toPublishedPost,
} from './list-files.ts';
import { normalizeStored } from './normalize-stored.ts';
import { hasOtherFormats, otherFormatNames, otherFormats } from './other-formats.ts';
import type { PublicFolder } from './public-folder.ts';
import { readPublishedList } from './published-lists.ts';
import { ItemFile } from './temp-items.ts';

/** The parts of a run that publishing needs. */
export interface PublishContext {
  cluster: Cluster;
  folder: PublicFolder;
  state: StateFolder;
  client: HttpClient;
  /** ms since the epoch */
  now: number;
  /** Called with the number of images done and in total. */
  onImage: (done: number, total: number) => void;
}

type ByKind<T> = Record<ListKind, T>;
const byKind = <T>(make: () => T): ByKind<T> => ({ news: make(), documents: make(), gallery: make() });

/**
 * Writes the lists of the schools and of the cluster. To limit memory use, only the order of the posts is held in
 * memory: the schools' files are read twice, and items are stored in a temporary file until their page is written.
 */
export class ListPublisher {
  private readonly posts = byKind<PublishedPost[]>(() => []);
  private readonly hub: string | undefined;
  /** By school. */
  private readonly failed = new Map<string, string>();
  private copies: ImageIndex = {};

  /**
   * @param schoolIds schools whose own lists are written; the cluster's lists always are
   * @param writesAll whether all formats of these lists are written; else, those of lists that have changed
   */
  constructor(
    private readonly context: PublishContext,
    private readonly schoolIds: ReadonlySet<string>,
    private readonly writesAll: boolean,
  ) {
    this.hub = publicFolderUrl(context.cluster);
  }

  /**
   * @param next the next free numbers of the cluster's lists; updated
   * @returns `newest`: the newest posts of each list; `failed`: the schools whose lists could not be written and stay as
   *   they are, with a message
   * @throws NewerStateError, WriteError
   */
  async publish(
    next: HubState['next'],
  ): Promise<{ newest: ByKind<Item[]>; failed: ReadonlyMap<string, string> }> {
    const { failed } = this;
    const { state, cluster } = this.context;
    if (this.hub !== undefined && cluster.images) this.copies = await state.readImages();
    await this.collectPosts();
    for (const kind of LIST_KINDS) next[kind] = assignNumbers(this.posts[kind], 'clusterNumber', next[kind]);
    const items = await ItemFile.open(state.temporaryPath('spool.tmp'));
    try {
      await this.storeNumbersAndItems(items);
      if (failed.size) await this.keepPublished(items);
      await this.writeLists(items);
      const newest = byKind<Item[]>(() => []);
      for (const kind of LIST_KINDS)
        newest[kind] = await readItems(
          items,
          [...this.posts[kind]].sort(newestFirst).slice(0, ITEMS_PER_PAGE),
        );
      return { newest, failed };
    } finally {
      await items.close();
    }
  }

  /** Does a part of the work on one school. An unexpected error costs only its lists. @throws NewerStateError, WriteError */
  private async contain(school: ClusterSchool, work: () => Promise<void>): Promise<void> {
    if (this.failed.has(school.id)) return;
    try {
      await work();
    } catch (error) {
      this.failed.set(school.id, schoolErrorMessage(error));
    }
  }

  /** Puts what is published of the schools that failed into the cluster's lists. Their own lists are not written. */
  private async keepPublished(items: ItemFile): Promise<void> {
    const { failed } = this;
    const { folder, now } = this.context;
    for (const kind of LIST_KINDS) {
      this.posts[kind] = this.posts[kind].filter(({ school }) => !failed.has(school));
      const list = (await readPublishedList(folder, '', kind, now)).reverse();
      for (const [position, { item, seen = 0, mistyped, number: clusterNumber = 0 }] of list.entries()) {
        const school = item._tct?.school;
        if (school === undefined || !failed.has(school)) continue;
        const itemIndex = await items.add(item);
        const date = listDate({ item, seen, ...(mistyped && { mistyped }) }, kind);
        this.posts[kind].push({ school, id: item.id, date, position, clusterNumber, itemIndex });
      }
    }
  }

  /** A school's lists, without posts beyond the limit, which they may have from before there was one. */
  private async readLists(school: ClusterSchool): Promise<SchoolLists> {
    const lists = await this.context.state.readSchool(school.id);
    for (const kind of LIST_KINDS) evict(lists[kind], this.context.cluster.keep, school[kind].length || 1);
    return lists;
  }

  /** Collects the posts to publish, and numbers them in their schools' lists. */
  private async collectPosts(): Promise<void> {
    const collect = async (school: ClusterSchool) => {
      const lists = await this.readLists(school);
      for (const [kind, entries] of shownLists(school, lists)) {
        const posts = entries.map((entry) => toPublishedPost(school.id, kind, entry));
        assignNumbers(posts, 'number', lists[kind].next);
        for (const post of posts) this.posts[kind].push(post);
      }
    };
    for (const school of this.context.cluster.schools) await this.contain(school, () => collect(school));
  }

  /** Stores the posts' numbers in the state files, and their items in the temporary file. */
  private async storeNumbersAndItems(items: ItemFile): Promise<void> {
    const { cluster, state } = this.context;
    const byId = byKind(() => new Map<string, PublishedPost>());
    for (const kind of LIST_KINDS) for (const post of this.posts[kind]) byId[kind].set(post.id, post);
    const store = async (school: ClusterSchool) => {
      const lists = await this.readLists(school);
      const shown = shownLists(school, lists);
      let renumbered = false;
      for (const [kind, entries] of shown)
        for (const entry of entries) {
          const { number, clusterNumber } = byId[kind].get(entry.id)!;
          if (number === entry.number && clusterNumber === entry.clusterNumber) continue;
          Object.assign(entry, { number, clusterNumber });
          lists[kind].next = Math.max(lists[kind].next, number! + 1);
          renumbered = true;
        }
      // Stored before publishing, so that a published number is never given to another post.
      if (renumbered) await state.writeSchool(school.id, lists);
      for (const [kind, entries] of shown)
        for (const entry of entries)
          byId[kind].get(entry.id)!.itemIndex = await items.add(await this.publishedItem(school.id, entry));
    };
    for (const school of cluster.schools) await this.contain(school, () => store(school));
  }

  private async publishedItem(school: string, entry: StoredPost): Promise<Item> {
    const item = await normalizeStored(withDetails(entry));
    const shown = this.hub === undefined ? item : withCopies(item, this.copies, this.hub);
    return { ...shown, id: entry.id, _tct: { ...item._tct, school } };
  }

  private async writeLists(items: ItemFile): Promise<void> {
    const { cluster } = this.context;
    for (const kind of LIST_KINDS) {
      const bySchool = new Map<string, PublishedPost[]>(cluster.schools.map(({ id }) => [id, []]));
      for (const post of this.posts[kind]) bySchool.get(post.school)!.push(post);
      for (const school of cluster.schools)
        if (this.schoolIds.has(school.id))
          await this.contain(school, () => {
            const files = listFiles(bySchool.get(school.id)!, kind, 'number');
            return this.writeList(items, files, kind, `schools/${school.id}/`, school);
          });
      await this.writeList(items, listFiles(this.posts[kind], kind, 'clusterNumber'), kind, '', cluster);
    }
  }

  private async writeList(
    items: ItemFile,
    files: ListFile[],
    kind: ListKind,
    path: string,
    owner: Cluster | ClusterSchool,
  ): Promise<void> {
    const { cluster, folder, now } = this.context;
    const names = new Set<string>();
    for (const file of files) {
      const { name, posts } = file;
      const feed = listFeed(cluster, kind, path, owner, file, await readItems(items, posts));
      const isNew = await folder.writeJson(path + name, feed);
      names.add(name);
      if (name !== `${kind}.json` || !hasOtherFormats(owner, kind, posts.length)) continue;
      for (const other of otherFormatNames(kind)) names.add(other);
      if (!isNew && !this.writesAll) continue;
      for (const [other, content] of otherFormats({ cluster, folder, now, kind, path, owner, posts, feed }))
        await folder.write(path + other, content);
    }
    // Archive pages whose posts were all evicted, and formats of a list that has no source any more.
    await folder.removeOthers(path, listFileNames([kind]), names);
  }
}

/** The posts of a school that are published, by list. */
export function shownLists(school: ClusterSchool, lists: SchoolLists): [ListKind, StoredPost[]][] {
  return LIST_KINDS.map((kind) => [kind, shownPosts(school, kind, lists[kind].entries)]);
}

async function readItems(items: ItemFile, posts: readonly PublishedPost[]): Promise<Item[]> {
  const found: Item[] = [];
  for (const { itemIndex } of posts) found.push(await items.read(itemIndex));
  return found;
}
