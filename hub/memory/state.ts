/** State files are checked when they are read, and written atomically. */
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { either, list, number, object, partial, record, type Schema, text } from '../../core/schema.ts';
import { WriteError, writeAtomically } from './files.ts';
import { emptyPostList } from './posts.ts';
import type { HubState, ImageCopies, ImageIndex, PostList, SchoolLists } from './types.ts';

/** Incremented when older hubs could not read what this one writes. */
const STATE_VERSION = 1;

/** The end of every state file. Its presence shows that the file is complete. */
const FILE_END = ',"whole":true}';

/** The state was written by a newer hub and must not be overwritten. */
export class NewerStateError extends Error {
  override readonly name = 'NewerStateError';
}

const versioned = partial<{ version: number }>({ version: number() });

const hubState = partial<HubState>({
  sources: record(partial({ poll: partial({ due: number(), earliest: number(), failures: number() }) })),
  next: object({ news: number(), documents: number(), gallery: number() }),
});

const postList = partial<PostList>({
  next: number(),
  entries: list(
    partial({
      id: text(),
      key: text(),
      source: text(),
      seen: number(),
      place: number(),
      missing: number(),
      item: partial({ id: text(), content_text: text() }),
    }),
  ),
});
const schoolLists: Schema<SchoolLists> = object({
  news: postList,
  documents: postList,
  gallery: postList,
});

const imageFile = partial<{ images: ImageIndex }>({
  images: record(
    either(number(), partial<ImageCopies>({ width: number(), height: number(), widths: list(number()) })),
  ),
});

/** Path of a file's backup: its content before the last write. The suffix is Vietnamese for "before". */
const backupOf = (path: string) => `${path}.truoc`;

/**
 * The folder of state files: `hub.json` with the poll states, a file for each school with its posts, and `images.json`.
 * A broken file is moved aside, and its backup is read instead.
 */
export class StateFolder {
  /** Messages about files that were moved aside. */
  readonly warnings: string[] = [];
  /** Number of broken files without a usable backup. */
  lostFiles = 0;

  constructor(
    private readonly folder: string,
    /** ms since the epoch */
    private readonly now: number,
  ) {}

  /** @throws NewerStateError, WriteError */
  async readHub(): Promise<HubState> {
    const empty: HubState = { sources: {}, next: { news: 0, documents: 0, gallery: 0 } };
    return (await this.read('hub.json', hubState)) ?? empty;
  }

  /** @throws WriteError */
  writeHub(state: HubState): Promise<void> {
    return this.write('hub.json', state);
  }

  /** @throws NewerStateError, WriteError */
  async readSchool(school: string): Promise<SchoolLists> {
    const empty: SchoolLists = {
      news: emptyPostList(),
      documents: emptyPostList(),
      gallery: emptyPostList(),
    };
    return (await this.read(`school-${school}.json`, schoolLists)) ?? empty;
  }

  /** @throws WriteError */
  writeSchool(school: string, lists: SchoolLists): Promise<void> {
    return this.write(`school-${school}.json`, lists);
  }

  /** @throws NewerStateError, WriteError */
  async readImages(): Promise<ImageIndex> {
    return (await this.read('images.json', imageFile))?.images ?? {};
  }

  /** @throws WriteError */
  writeImages(images: ImageIndex): Promise<void> {
    return this.write('images.json', { images });
  }

  /** Whether there is a complete file for a school. Reads its last bytes only, since files may be large. */
  async hasSchool(school: string): Promise<boolean> {
    try {
      const file = await open(join(this.folder, `school-${school}.json`));
      try {
        const { size } = await file.stat();
        const tail = Buffer.alloc(FILE_END.length);
        await file.read(tail, 0, FILE_END.length, Math.max(0, size - FILE_END.length));
        return tail.toString() === FILE_END;
      } finally {
        await file.close();
      }
    } catch {
      return false;
    }
  }

  /** Path for a temporary file in the folder. The caller deletes the file. */
  temporaryPath(name: string): string {
    return join(this.folder, name);
  }

  private async write(name: string, content: object): Promise<void> {
    const path = join(this.folder, name);
    await rename(path, backupOf(path)).catch(() => {});
    const json = JSON.stringify({ version: STATE_VERSION, ...content });
    await writeAtomically(path, `${json.slice(0, -1)}${FILE_END}`);
  }

  /** A file's content, or its backup's; undefined if neither can be used. */
  private async read<T>(name: string, schema: Schema<T>): Promise<T | undefined> {
    const path = join(this.folder, name);
    const warningsBefore = this.warnings.length;
    const content = (await this.readFile(path, schema)) ?? (await this.readFile(backupOf(path), schema));
    if (!content && this.warnings.length > warningsBefore) this.lostFiles++;
    return content;
  }

  /** A file's content; undefined if it does not exist, or was broken and is now moved aside. */
  private async readFile<T>(path: string, schema: Schema<T>): Promise<T | undefined> {
    let json: string;
    try {
      json = await readFile(path, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      throw new WriteError(`Không đọc được ${path}: ${message}`);
    }
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      return this.moveAside(path, 'bị cắt cụt hoặc hỏng');
    }
    const version = versioned(value)?.version ?? STATE_VERSION;
    if (version > STATE_VERSION)
      throw new NewerStateError(
        `${path} do một bản tct-hub mới hơn ghi (định dạng ${version}, bản này đọc được đến ${STATE_VERSION}). Hãy cập nhật tct-hub; không có gì bị thay đổi.`,
      );
    return schema(value) ?? this.moveAside(path, 'không đúng dạng');
  }

  private async moveAside(path: string, reason: string): Promise<undefined> {
    const stamp = new Date(this.now).toISOString().replace(/\D/g, '').slice(0, 14);
    const aside = `${path}.${stamp}.hong`;
    await rename(path, aside);
    this.warnings.push(
      `${path} ${reason}; đã cất thành ${aside}. Bản trước đó được dùng, phần thiếu đọc lại từ nguồn.`,
    );
    return undefined;
  }
}
