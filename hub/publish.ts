import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../core/cluster.ts';
import type { Collection } from './collect.ts';
import { publishFile } from './files.ts';
import { copyImages, type Images } from './images.ts';
import { indexPage } from './index-page.ts';
import { type ListFile, listFiles, numberPosts, PAGE, type Shown, shownOf } from './lists.ts';
import { type Entry, newestFirst } from './shelf.ts';
import { KINDS, type Kind, type Shelves, type StateFolder } from './state.ts';
import { statusJson, statusPage } from './status.ts';
import type { Client } from './transport.ts';
import type { PlaceWeather } from './weather.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Archive pages that a list has no more: of posts that were let go. */
async function removeOld(out: string, folder: string, kind: Kind, files: readonly ListFile[]): Promise<void> {
  const kept = new Set(files.map(({ name }) => name.slice(folder.length)));
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
    const { hub, shelves } = collection;
    // Another configuration, or other scripts: everything is published anew.
    const pinned = scripts && (await readFile(join(scripts, 'integrity.json'), 'utf8').catch(() => ''));
    const digest = createHash('sha256')
      .update(JSON.stringify([this.cluster, pinned]))
      .digest('base64');
    const everything = hub.published !== digest;
    if (everything || shelves.size) {
      if (await this.lists(hub.next, shelves, everything, now)) hub.published = digest;
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
    next: Record<Kind, number>,
    read: Map<string, Shelves>,
    everything: boolean,
    now: number,
  ): Promise<boolean> {
    for (const [id, content] of read) await this.state.writeShelves(id, content);
    const known = this.state.warnings.length;
    const shelves = new Map<string, Shelves>();
    for (const { id } of this.cluster.schools)
      shelves.set(id, read.get(id) ?? (await this.state.readShelves(id)));
    // A memory turned out to be broken: what was published of it stays until its sources have been read again.
    if (this.state.warnings.length > known) return false;
    const touched = this.cluster.schools.filter(({ id }) => everything || read.has(id));
    const lists = new Map<string, Shown[]>();
    const all: Record<Kind, Shown[]> = { news: [], documents: [], gallery: [] };
    for (const kind of KINDS) {
      for (const school of this.cluster.schools) {
        const shelf = shelves.get(school.id)![kind];
        const shown = shownOf(school, shelf.entries);
        shelf.next = numberPosts(shown, 'school', shelf.next);
        lists.set(`${school.id} ${kind}`, shown);
        all[kind].push(...shown);
      }
      next[kind] = numberPosts(all[kind], 'cluster', next[kind]);
    }
    // The memory goes to the disk before what is published of it: numbers that were shown are never given again.
    for (const { id } of touched) await this.state.writeShelves(id, shelves.get(id)!);
    const newest = touched.flatMap(({ id }) =>
      KINDS.flatMap((kind) =>
        newestFirst(lists.get(`${id} ${kind}`)!.map(({ entry }) => entry)).slice(0, PAGE),
      ),
    );
    const { images, left } = await this.images(newest, now);
    for (const kind of KINDS) {
      for (const school of touched) {
        const shown = lists.get(`${school.id} ${kind}`)!;
        await this.list(
          listFiles(this.cluster, shown, kind, 'school', `schools/${school.id}/`, school, images),
          kind,
        );
      }
      await this.list(listFiles(this.cluster, all[kind], kind, 'cluster', '', this.cluster, images), kind);
    }
    await this.file('index.html', indexPage(this.cluster, all.news));
    return !left;
  }

  /** Copies of the newest posts' images; only a public address can point to them. */
  private async images(entries: readonly Entry[], now: number): Promise<{ images: Images; left: boolean }> {
    if (!this.cluster.hub) return { images: {}, left: false };
    const images = await this.state.readImages();
    const count = Object.keys(images).length;
    const end = await copyImages(
      images,
      entries.map(({ item }) => item),
      this.out,
      now,
      this.client,
    );
    if (end === 'missing' && !count)
      this.state.warnings.push('Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install sharp');
    await this.state.writeImages(images);
    return { images, left: end === 'left' };
  }

  private async list(files: ListFile[], kind: Kind): Promise<void> {
    for (const { name, feed } of files) await this.file(name, json(feed));
    const last = files.at(-1)!.name;
    await removeOld(this.out, last.slice(0, last.length - `${kind}.json`.length), kind, files);
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
