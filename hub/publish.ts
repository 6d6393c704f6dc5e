import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../core/cluster.ts';
import type { Item } from '../core/feed.ts';
import type { Collection } from './collect.ts';
import { publishFile } from './files.ts';
import { copyImages, type Images, withCopies } from './images.ts';
import { indexPage } from './index-page.ts';
import {
  feedOf,
  hubOf,
  type ListFile,
  listFiles,
  numberPosts,
  PAGE,
  type Post,
  postOf,
  shownOf,
} from './lists.ts';
import { byDate, dateOf, type Entry } from './shelf.ts';
import { Spool } from './spool.ts';
import { type HubState, KINDS, type Kind, type StateFolder } from './state.ts';
import { statusJson, statusPage } from './status.ts';
import type { Client } from './transport.ts';
import type { PlaceWeather } from './weather.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Archive pages that a list has no more: of posts that were let go. */
async function removeOld(out: string, folder: string, kind: Kind, files: readonly ListFile[]): Promise<void> {
  const kept = new Set(files.map(({ name }) => name));
  for (const name of await readdir(join(out, folder)).catch((): string[] => [])) {
    const page = new RegExp(`^(${kind}-\\d+\\.json)(?:\\.br|\\.gz)?$`).exec(name)?.[1];
    if (page && !kept.has(page)) await rm(join(out, folder, name), { force: true });
  }
}

/** Writes what a run has brought: the lists of the schools that were read, the cluster's, and the pages. */
export class Publisher {
  /** Files that were written because they were not the same. */
  written = 0;

  constructor(
    private readonly cluster: Cluster,
    private readonly out: string,
    private readonly state: StateFolder,
    private readonly client: Client,
  ) {}

  /**
   * @param weathered whether the weather was asked for, which the status tells
   * @param scripts folder of the widgets' scripts, copied in so that a page needs one address only
   * @throws WriteError
   */
  async publish(collection: Collection, now: number, weathered: boolean, scripts?: string): Promise<void> {
    const { hub, read } = collection;
    // Another configuration, or other scripts: everything is published anew.
    const pinned = scripts && (await readFile(join(scripts, 'integrity.json'), 'utf8').catch(() => ''));
    const digest = createHash('sha256')
      .update(JSON.stringify([this.cluster, pinned]))
      .digest('base64');
    const everything = hub.published !== digest;
    if (everything || read.size) {
      if (await this.lists(hub, read, everything, now)) hub.published = digest;
      else delete hub.published;
      if (everything) await this.file('cluster.json', json(this.publicCluster()));
      if (everything && scripts) await this.scripts(scripts);
    }
    if (everything || collection.asked || weathered) {
      const status = statusJson(this.cluster, hub, now);
      await this.file('status.json', json(status));
      await this.file('status.html', statusPage(this.cluster.name, status));
    }
  }

  /** @throws WriteError */
  weather(places: readonly PlaceWeather[]): Promise<void> {
    return this.file('weather.json', json(places));
  }

  private async file(name: string, content: string | Uint8Array): Promise<void> {
    if (await publishFile(join(this.out, name), content)) this.written++;
  }

  /** @returns whether all could be published */
  private async lists(
    hub: HubState,
    read: ReadonlySet<string>,
    everything: boolean,
    now: number,
  ): Promise<boolean> {
    const { schools } = this.cluster;
    const touched = schools.filter(({ id }) => everything || read.has(id));
    const posts: Record<Kind, Post[]> = { news: [], documents: [], gallery: [] };
    const known = this.state.warnings.length;
    for (const school of schools) {
      const shelves = await this.state.readShelves(school.id);
      for (const kind of KINDS) {
        const mine = shownOf(school, shelves[kind].entries).map((entry) => postOf(school.id, entry));
        numberPosts(mine, 'number', shelves[kind].next);
        posts[kind].push(...mine);
      }
    }
    // A memory turned out to be broken: what was published of it stays until its sources have been read again.
    if (this.state.warnings.length > known) return false;
    for (const kind of KINDS) hub.next[kind] = numberPosts(posts[kind], 'clusterNumber', hub.next[kind]);
    const spool = await Spool.open(this.state.file('spool.tmp'));
    try {
      const left = await this.spool(spool, posts, new Set(touched.map(({ id }) => id)), now);
      for (const kind of KINDS) {
        const bySchool = new Map<string, Post[]>(schools.map(({ id }) => [id, []]));
        for (const post of posts[kind]) bySchool.get(post.school)!.push(post);
        for (const school of touched) {
          const mine = bySchool.get(school.id)!;
          await this.list(spool, listFiles(mine, kind, 'number'), kind, `schools/${school.id}/`, school);
        }
        await this.list(spool, listFiles(posts[kind], kind, 'clusterNumber'), kind, '', this.cluster);
      }
      const newest = [...posts.news].sort(byDate).slice(0, PAGE);
      await this.file('index.html', indexPage(this.cluster, await this.items(spool, newest)));
      return !left;
    } finally {
      await spool.close();
    }
  }

  /** Puts every post that shows on the spool, and its numbers into the memory. @returns whether images are left for the next run */
  private async spool(
    spool: Spool,
    posts: Record<Kind, Post[]>,
    touched: ReadonlySet<string>,
    now: number,
  ): Promise<boolean> {
    const hub = hubOf(this.cluster);
    const images = hub ? await this.state.readImages() : {};
    const byId: Record<Kind, Map<string, Post>> = {
      news: new Map(),
      documents: new Map(),
      gallery: new Map(),
    };
    for (const kind of KINDS) for (const post of posts[kind]) byId[kind].set(post.id, post);
    let left = false;
    for (const school of this.cluster.schools) {
      const shelves = await this.state.readShelves(school.id);
      const shown = KINDS.map((kind): [Kind, Entry[]] => [kind, shownOf(school, shelves[kind].entries)]);
      let renumbered = false;
      for (const [kind, entries] of shown)
        for (const entry of entries) {
          const { number, clusterNumber } = byId[kind].get(entry.id)!;
          if (number === entry.number && clusterNumber === entry.clusterNumber) continue;
          Object.assign(entry, { number, clusterNumber });
          shelves[kind].next = Math.max(shelves[kind].next, number! + 1);
          renumbered = true;
        }
      // The memory goes to the disk before what is published of it: numbers that were shown are never given again.
      if (renumbered) await this.state.writeShelves(school.id, shelves);
      if (hub && this.cluster.images && touched.has(school.id))
        left = (await this.images(images, shown, now)) || left;
      for (const [kind, entries] of shown)
        for (const { id, item } of entries) {
          const published = {
            ...withCopies(item, images, hub),
            id,
            _tct: { ...item._tct, school: school.id },
          };
          byId[kind].get(id)!.at = await spool.add(published);
        }
    }
    if (hub) await this.state.writeImages(images);
    return left;
  }

  /** Copies the images of a school's newest posts. @returns whether some are left for the next run */
  private async images(images: Images, shown: [Kind, Entry[]][], now: number): Promise<boolean> {
    const newest = shown.flatMap(([, entries]) =>
      entries
        .map((entry) => ({ item: entry.item, date: dateOf(entry), place: entry.place }))
        .sort(byDate)
        .slice(0, PAGE)
        .map(({ item }) => item),
    );
    const end = await copyImages(images, newest, this.out, now, this.client);
    const told = 'Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install sharp';
    if (end === 'missing' && !this.state.warnings.includes(told)) this.state.warnings.push(told);
    return end === 'left';
  }

  private async items(spool: Spool, posts: readonly Post[]): Promise<Item[]> {
    const items: Item[] = [];
    for (const { at } of posts) items.push(await spool.read(at));
    return items;
  }

  private async list(
    spool: Spool,
    files: ListFile[],
    kind: Kind,
    folder: string,
    owner: { name: string; home?: string },
  ): Promise<void> {
    for (const file of files) {
      const items = await this.items(spool, file.posts);
      await this.file(folder + file.name, json(feedOf(this.cluster, kind, folder, owner, file, items)));
    }
    await removeOld(this.out, folder, kind, files);
  }

  /** The schools, and where their lists are here: what the extension takes for its cluster. */
  private publicCluster(): object {
    const { name, hub, schools } = this.cluster;
    const address = (path: string) => (hub ? hub.replace(/\/*$/, '/') + path : path);
    return {
      name,
      ...(hub && { hub }),
      schools: schools.map(({ id, name, aliases, home, active, successor, ...lists }) => ({
        ...{ id, name },
        ...(aliases.length && { aliases }),
        home,
        ...(!active && { active }),
        ...(successor && { successor }),
        ...Object.fromEntries(
          KINDS.filter((kind) => lists[kind].length).map((kind) => [
            kind,
            address(`schools/${id}/${kind}.json`),
          ]),
        ),
      })),
    };
  }

  private async scripts(folder: string): Promise<void> {
    const names = (await readdir(folder).catch((): string[] => [])).filter((name) =>
      /\.(?:js|json)$/.test(name),
    );
    for (const name of names) await this.file(name, await readFile(join(folder, name)));
  }
}
