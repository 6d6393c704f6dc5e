import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ListKind } from '../../core/config/cluster.ts';
import type { PollState } from '../../core/poll/next.ts';
import type { WeatherState } from '../collect/weather.ts';
import type { RobotsTexts } from '../http/robots.ts';
import type { Images } from '../publish/images.ts';
import { WriteError, writeAtomically } from './files.ts';
import { emptyPostList, type PostList } from './merge.ts';

/** Counts up when an older hub could not read what this one writes. */
const STATE_VERSION = 1;

/** What every file ends with, so that one that was cut off is known by its end. */
const END = ',"whole":true}';

/** The state was written by a newer hub: it must not be overwritten. */
export class NewerStateError extends Error {
  override readonly name = 'NewerStateError';
}

/** What is known of a source between two runs. */
export interface HubSourceState {
  poll: PollState;
  /** Why it failed, in words, as `status` says it. */
  error?: string;
  /** Posts of its last reading. */
  posts?: number;
  /** Something was left to the next poll, also to a "not modified": see `Change`. */
  pending?: boolean;
}

export interface HubState {
  sources: Record<string, HubSourceState>;
  /** The next free number of the cluster's lists. */
  next: Record<ListKind, number>;
  robots?: RobotsTexts;
  weather?: WeatherState;
  /** Digest of what was last published whole, but for the posts; nothing while a run is at work. */
  published?: string;
}

export type SchoolLists = Record<ListKind, PostList>;

const versioned = z.looseObject({ version: z.number() });
const hubState = z.looseObject({
  sources: z.record(
    z.string(),
    z.looseObject({ poll: z.looseObject({ due: z.number(), earliest: z.number(), failures: z.number() }) }),
  ),
  next: z.object({ news: z.number(), documents: z.number(), gallery: z.number() }),
});
const shelf = z.looseObject({
  next: z.number(),
  entries: z.array(
    z.looseObject({
      id: z.string(),
      key: z.string(),
      source: z.string(),
      seen: z.number(),
      place: z.number(),
      missing: z.number(),
      item: z.looseObject({ id: z.string(), content_text: z.string() }),
    }),
  ),
});
const imagesFile = z.looseObject({
  images: z.record(
    z.string(),
    z.union([
      z.number(),
      z.looseObject({ width: z.number(), height: z.number(), widths: z.array(z.number()) }),
    ]),
  ),
});
const shelves = z.object({ news: shelf, documents: shelf, gallery: shelf });

/** The generation before: what a file held until it was last written. */
const before = (path: string) => `${path}.truoc`;

/**
 * The hub's memory: a small file of when to ask whom, and a file a school of what it has published. Each is whole, or
 * there is the one before; a broken one is put aside, and the one before it takes its place.
 */
export class StateFolder {
  /** What went wrong with files that were put aside, for the report. */
  readonly warnings: string[] = [];
  /** Files of which not even the generation before was any good. */
  lost = 0;

  constructor(
    private readonly folder: string,
    private readonly now: number,
  ) {}

  /** @throws NewerStateError */
  async readHub(): Promise<HubState> {
    const empty: HubState = { sources: {}, next: { news: 0, documents: 0, gallery: 0 } };
    return ((await this.read('hub.json', hubState)) as unknown as HubState | undefined) ?? empty;
  }

  /** @throws WriteError */
  writeHub(state: HubState): Promise<void> {
    return this.write('hub.json', state);
  }

  /** @throws NewerStateError */
  async readSchool(school: string): Promise<SchoolLists> {
    const empty: SchoolLists = {
      news: emptyPostList(),
      documents: emptyPostList(),
      gallery: emptyPostList(),
    };
    return (
      ((await this.read(`school-${school}.json`, shelves)) as unknown as SchoolLists | undefined) ?? empty
    );
  }

  /** @throws WriteError */
  writeSchool(school: string, content: SchoolLists): Promise<void> {
    return this.write(`school-${school}.json`, content);
  }

  /** What is known of the sources' images. @throws NewerStateError */
  async readImages(): Promise<Images> {
    return ((await this.read('images.json', imagesFile))?.images as Images | undefined) ?? {};
  }

  /** @throws WriteError */
  writeImages(images: Images): Promise<void> {
    return this.write('images.json', { images });
  }

  /** Whether there is a memory of a school, written to its end: looked at without reading it. */
  async knows(school: string): Promise<boolean> {
    try {
      const file = await open(join(this.folder, `school-${school}.json`));
      try {
        const { size } = await file.stat();
        const { buffer } = await file.read(
          Buffer.alloc(END.length),
          0,
          END.length,
          Math.max(0, size - END.length),
        );
        return buffer.toString() === END;
      } finally {
        await file.close();
      }
    } catch {
      return false;
    }
  }

  /** A file of the folder that is gone after the run. */
  file(name: string): string {
    return join(this.folder, name);
  }

  private async write(name: string, content: object): Promise<void> {
    const path = join(this.folder, name);
    await rename(path, before(path)).catch(() => {});
    await writeAtomically(
      path,
      `${JSON.stringify({ version: STATE_VERSION, ...content }).slice(0, -1)}${END}`,
    );
  }

  private async read<T>(name: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
    const path = join(this.folder, name);
    const broken = this.warnings.length;
    const found = (await this.readFile(path, schema)) ?? (await this.readFile(before(path), schema));
    if (!found && this.warnings.length > broken) this.lost++;
    return found;
  }

  /** A file's content; nothing if there is none, or none that is any good. */
  private async readFile<T>(path: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      throw new WriteError(`Không đọc được ${path}: ${message}`);
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return this.putAside(path, 'bị cắt cụt hoặc hỏng');
    }
    const { success, data } = versioned.safeParse(value);
    if (success && data.version > STATE_VERSION)
      throw new NewerStateError(
        `${path} do một bản tct-hub mới hơn ghi (định dạng ${data.version}, bản này đọc được đến ${STATE_VERSION}). Hãy cập nhật tct-hub; không có gì bị thay đổi.`,
      );
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : this.putAside(path, 'không đúng dạng');
  }

  private async putAside(path: string, why: string): Promise<undefined> {
    const aside = `${path}.${new Date(this.now).toISOString().replace(/\D/g, '').slice(0, 14)}.hong`;
    await rename(path, aside);
    this.warnings.push(
      `${path} ${why}; đã cất thành ${aside}. Bản trước đó được dùng, phần thiếu đọc lại từ nguồn.`,
    );
    return undefined;
  }
}
