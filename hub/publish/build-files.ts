/** The files of the build that are published as they are: the widgets' scripts, the embed builder and the guides. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DAY_MS } from '../../core/time/duration.ts';
import type { StateFolder } from '../memory/state.ts';
import type { PublicFolder } from './public-folder.ts';

/** Folders of a build. */
export interface BuildFolders {
  /** The widgets' scripts, for the public folder itself, so that pages need only one URL; without it, none are published. */
  scripts?: string;
  /** Static pages with what belongs to them, in subfolders. */
  site?: string;
}

/** How long a file stays after a newer build has replaced it: pages in caches and open tabs may still load it. */
const KEEP_REPLACED_MS = 30 * DAY_MS;

/** A relative path without dot segments, and without hidden files, which are not the hub's. */
const BUILD_FILE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:html|js|css|json|svg|webp|png|woff2|txt)$/;
/** Files under the same name in every build, which name the others. */
const REFERS_TO_OTHERS = /(?:^|\/)tct\.js$|\.html$/;

/** The files of a folder by their names in the public folder. */
async function filesIn(folder: string | undefined): Promise<[name: string, path: string][]> {
  if (folder === undefined) return [];
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  return names.map((name): [string, string] => [name.replaceAll(sep, '/'), join(folder, name)]);
}

/**
 * Copies the files of a build into the public folder, and deletes those of former builds. Which they are is remembered in
 * the state, so that nothing is deleted that the hub did not write.
 */
export class BuildFiles {
  private constructor(
    /** Paths by name. */
    private readonly files: ReadonlyMap<string, string>,
    /** Of all names and contents. */
    readonly digest: string,
  ) {}

  static async open({ scripts, site }: BuildFolders): Promise<BuildFiles> {
    const found = [...(await filesIn(scripts)), ...(await filesIn(site))];
    const files = new Map(found.filter(([name]) => BUILD_FILE.test(name)).sort());
    const hash = createHash('sha256');
    for (const [name, path] of files) {
      const bytes = await readFile(path);
      hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    }
    return new BuildFiles(files, hash.digest('base64'));
  }

  /** Whether the build has a file. */
  has(name: string): boolean {
    return this.files.has(name);
  }

  /**
   * Copies all files. Those that refer to others come last, so that what they refer to is there.
   *
   * @param now ms since the epoch
   * @throws NewerStateError, WriteError
   */
  async copy(folder: PublicFolder, state: StateFolder, now: number): Promise<void> {
    if (!this.files.size) return;
    const known = await state.readBuildFiles();
    for (const [name, file] of Object.entries(known))
      if (!this.has(name)) known[name] = { replaced: file.replaced ?? now };
    for (const name of this.files.keys()) known[name] = {};
    // Before the first is copied: after a crash, none is there that is not remembered.
    await state.writeBuildFiles(known);
    const names = [...this.files.keys()];
    const isLast = (name: string) => REFERS_TO_OTHERS.test(name);
    for (const name of [...names.filter((name) => !isLast(name)), ...names.filter(isLast)])
      await folder.write(name, await readFile(this.files.get(name)!));
  }

  /** Deletes the files that were replaced 30 days ago. @param now ms since the epoch @throws NewerStateError, WriteError */
  async removeReplaced(folder: PublicFolder, state: StateFolder, now: number): Promise<void> {
    const known = await state.readBuildFiles();
    const old = Object.entries(known).filter(
      ([name, { replaced = now }]) =>
        now - replaced > KEEP_REPLACED_MS && !this.has(name) && BUILD_FILE.test(name),
    );
    if (!old.length) return;
    for (const [name] of old) {
      await folder.remove(name);
      delete known[name];
    }
    await state.writeBuildFiles(known);
  }
}
