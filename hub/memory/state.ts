/** State files are checked when they are read, and written atomically. */
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schema } from '../../core/schema.ts';
import { toReadError, toWriteError, writeAtomically } from './files.ts';
import { peekSchool } from './peek-state.ts';
import { emptyHubState, emptySchoolLists } from './posts.ts';
import { backupOf, STATE_VERSION, versioned } from './state-file.ts';
import { buildFile, hubState, imageFile, schoolLists } from './state-schema.ts';
import type { CopiedFiles, HubState, ImageIndex, SchoolLists } from './types.ts';

/** The end of every state file. Its presence shows that the file is complete. */
const FILE_END = ',"whole":true}';

/** The state was written by a newer hub and must not be overwritten. */
export class NewerStateError extends Error {
  override readonly name = 'NewerStateError';
}

/**
 * The folder of state files: `hub.json` with the poll states, a file for each school with its posts, `images.json`, and
 * `build.json` with the published files of builds. A broken file is moved aside, and its backup is read instead.
 */
export class StateFolder {
  /** Messages about files that were moved aside. */
  readonly warnings: string[] = [];
  /** Schools whose file was moved aside. Its posts have to be read again. */
  readonly damagedSchools = new Set<string>();
  /** A second memory: the lists of a school whose file and backup are missing or broken. */
  restoreSchool?: (school: string) => Promise<SchoolLists | undefined>;

  /** Paths of the broken files. */
  private readonly movedAside = new Set<string>();

  constructor(
    private readonly folder: string,
    /** ms since the epoch */
    private readonly now: number,
  ) {}

  /** @throws NewerStateError, WriteError */
  async readHub(): Promise<HubState> {
    return (
      (await this.read('hub.json', hubState, 'bản trước đó được dùng, hoặc các nguồn được hỏi lại từ đầu')) ??
      emptyHubState()
    );
  }

  /** @throws WriteError */
  writeHub(state: HubState): Promise<void> {
    return this.write('hub.json', state);
  }

  /** @throws NewerStateError, WriteError */
  async readSchool(school: string): Promise<SchoolLists> {
    const name = `school-${school}.json`;
    const stored = await this.read(
      name,
      schoolLists(school),
      'bản trước đó được dùng, phần thiếu đọc lại từ nguồn',
      'không đúng dạng, hoặc là của trường khác',
    );
    if (this.wasMovedAside(join(this.folder, name))) this.damagedSchools.add(school);
    if (stored) return stored;
    const restored = await this.restoreSchool?.(school);
    if (!restored) return emptySchoolLists();
    this.warnings.push(`Sổ ghi nhớ của trường ${school} bị mất; đã dựng lại từ các danh sách đã xuất bản.`);
    await this.writeSchool(school, restored);
    return restored;
  }

  /** @throws WriteError */
  writeSchool(school: string, lists: SchoolLists): Promise<void> {
    return this.write(`school-${school}.json`, lists);
  }

  /** The ids of all schools that have a file, also of those that are no longer configured. */
  async schoolIds(): Promise<string[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    return names.flatMap((name) => /^school-([a-z\d-]+)\.json$/.exec(name)?.[1] ?? []);
  }

  /** A school's lists as far as they can be read; a broken file stays where it is. */
  peekSchool(school: string): Promise<SchoolLists | undefined> {
    return peekSchool(this.folder, school);
  }

  /** Deletes a school's file. @throws WriteError */
  async removeSchool(school: string): Promise<void> {
    const path = join(this.folder, `school-${school}.json`);
    for (const each of [backupOf(path), path])
      await rm(each, { force: true }).catch((error) => {
        throw toWriteError(error, each);
      });
  }

  /** @throws NewerStateError, WriteError */
  async readImages(): Promise<ImageIndex> {
    return (await this.read('images.json', imageFile, 'ảnh nào thiếu thì được chép lại'))?.images ?? {};
  }

  /** @throws WriteError */
  writeImages(images: ImageIndex): Promise<void> {
    return this.write('images.json', { images });
  }

  /** @throws NewerStateError, WriteError */
  async readBuildFiles(): Promise<CopiedFiles> {
    return (await this.read('build.json', buildFile, 'script và các trang được chép lại'))?.files ?? {};
  }

  /** @throws WriteError */
  writeBuildFiles(files: CopiedFiles): Promise<void> {
    return this.write('build.json', { files });
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
    const json = JSON.stringify({ version: STATE_VERSION, ...content });
    await rename(path, backupOf(path)).catch(() => {});
    await writeAtomically(path, `${json.slice(0, -1)}${FILE_END}`);
  }

  /**
   * A file's content, or its backup's; undefined if neither can be used.
   *
   * @param remedy what comes of a broken file, for the warning
   */
  private async read<T>(
    name: string,
    schema: Schema<T>,
    remedy: string,
    misfit = 'không đúng dạng',
  ): Promise<T | undefined> {
    const path = join(this.folder, name);
    const read = (path: string) => this.readFile(path, schema, remedy, misfit);
    return (await read(path)) ?? (await read(backupOf(path)));
  }

  /** Whether a file or its backup was broken. */
  private wasMovedAside(path: string): boolean {
    return this.movedAside.has(path) || this.movedAside.has(backupOf(path));
  }

  /** A file's content; undefined if it does not exist, or was broken and is now moved aside. */
  private async readFile<T>(
    path: string,
    schema: Schema<T>,
    remedy: string,
    misfit: string,
  ): Promise<T | undefined> {
    let json: string;
    try {
      json = await readFile(path, 'utf8');
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      // A folder, or a file that is longer than any text.
      if (code === 'EISDIR' || code.startsWith('ERR_'))
        return this.moveAside(path, 'không phải tệp đọc được', remedy);
      throw toReadError(error, path);
    }
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      return this.moveAside(path, 'bị cắt cụt hoặc hỏng', remedy);
    }
    const version = versioned(value)?.version ?? STATE_VERSION;
    if (version > STATE_VERSION)
      throw new NewerStateError(
        `${path} do một bản tct-hub mới hơn ghi (định dạng ${version}, bản này đọc được đến ${STATE_VERSION}). Hãy cập nhật tct-hub; không có gì bị thay đổi.`,
      );
    return schema(value) ?? this.moveAside(path, misfit, remedy);
  }

  private async moveAside(path: string, reason: string, remedy: string): Promise<undefined> {
    const stamp = new Date(this.now).toISOString().replace(/\D/g, '').slice(0, 14);
    const aside = `${path}.${stamp}.hong`;
    await rename(path, aside);
    this.movedAside.add(path);
    this.warnings.push(`${path} ${reason}; đã cất thành ${aside}: ${remedy}.`);
    return undefined;
  }
}
