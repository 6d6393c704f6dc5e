/** The files of the build that are published as they are: the widgets' scripts, the embed builder and the guides. */
import { createHash } from 'node:crypto';
import { DAY_MS } from '../../core/time/duration.ts';
import type { StateFolder } from '../memory/state.ts';
import type { CopiedFiles } from '../memory/types.ts';
import { type BuildFile, IncompleteBuildError, readBuildFile, readBuildFolder } from './build-folder.ts';
import { FORMER_SCRIPTS } from './former-scripts.ts';
import type { PublicFolder } from './public-folder.ts';

/** Folders of a build. One that is undefined, missing or incomplete changes nothing of what is published. */
export interface BuildFolders {
  /** The widgets' scripts, for the public folder itself, so that pages need only one URL. `integrity.json` lists them. */
  scripts?: string;
  /** Static pages with what belongs to them, in subfolders. `files.json` lists them. */
  site?: string;
}

type Part = keyof BuildFolders;

/** For each folder, the name of its list, and of the files to publish that are not in it. */
const LISTS: Record<Part, [list: string, unlisted: string[]]> = {
  scripts: ['integrity.json', ['integrity.json', 'embed.html', 'LICENSE.txt']],
  site: ['files.json', []],
};

/** The folder from which a published file is. */
const partOf = (name: string): Part => (name.includes('/') ? 'site' : 'scripts');

/** How long a file stays after a newer build has replaced it: pages in caches and open tabs may still load it. */
const KEEP_REPLACED_MS = 30 * DAY_MS;

/** Files under the same name in every build, which name the others. */
const REFERS_TO_OTHERS = /(?:^|\/)tct\.js$|\.html$/;

/** What a webmaster may have had in the public folder before the hub: `docs/`, `nhung/` or `embed.html`. */
const placeOf = (name: string) => /^(?:[^/]+\/|embed\.html$)/.exec(name)?.[0];

/**
 * Copies the files of a build into the public folder, and deletes those of former builds. Which they are is remembered in
 * the state, so that nothing is deleted or overwritten that the hub did not write.
 */
export class BuildFiles {
  private readonly files = new Map<string, BuildFile>();
  /** The folders that are there and complete. */
  private readonly parts = new Set<Part>();
  /** Places in the public folder with files of somebody else. */
  private readonly foreign = new Map<string, string>();

  private constructor(
    private readonly folder: PublicFolder,
    private readonly state: StateFolder,
    private known: CopiedFiles,
  ) {}

  /**
   * Reads which files there are. An incomplete folder becomes a warning in the state.
   *
   * @param overwrites whether files that the hub did not write may be overwritten
   * @throws NewerStateError, WriteError
   */
  static async open(
    folders: BuildFolders,
    folder: PublicFolder,
    state: StateFolder,
    overwrites: boolean,
  ): Promise<BuildFiles> {
    const build = new BuildFiles(folder, state, await state.readBuildFiles());
    for (const part of ['scripts', 'site'] as const) await build.add(part, folders[part]);
    if (!overwrites) await build.leaveForeign();
    return build;
  }

  private async add(part: Part, folder: string | undefined): Promise<void> {
    try {
      const files = folder === undefined ? undefined : await readBuildFolder(folder, ...LISTS[part]);
      if (!files) return;
      this.parts.add(part);
      for (const [name, file] of files) if (partOf(name) === part) this.files.set(name, file);
    } catch (error) {
      if (!(error instanceof IncompleteBuildError)) throw error;
      this.state.warnings.push(error.message);
    }
  }

  /** Leaves out the files of a place where somebody else's file would be overwritten. */
  private async leaveForeign(): Promise<void> {
    for (const [name, file] of this.files) {
      const place = placeOf(name);
      if (!place || this.known[name] || this.foreign.has(place)) continue;
      const bytes = await readBuildFile(file);
      if (bytes && this.folder.has(name) && !(await this.folder.hasContent(name, bytes)))
        this.foreign.set(place, name);
    }
    for (const name of [...this.files.keys()])
      if (this.foreign.has(placeOf(name) ?? '')) this.files.delete(name);
  }

  /** Of all names and contents. */
  get digest(): string {
    const list = [...this.files].map(([name, { integrity }]) => [name, integrity]);
    return createHash('sha256').update(JSON.stringify(list.sort())).digest('base64');
  }

  /** Whether the state knows all files as copied: otherwise it was lost, and they have to be copied again. */
  get isRemembered(): boolean {
    return [...this.files.keys()].every((name) => this.isKnownAsCurrent(name));
  }

  private isKnownAsCurrent(name: string): boolean {
    const known = this.known[name];
    return known !== undefined && known.replaced === undefined;
  }

  /** Whether a file is published, from this build or, if it cannot be read, from the one before. */
  has(name: string): boolean {
    return this.files.has(name) || (!this.parts.has(partOf(name)) && this.isKnownAsCurrent(name));
  }

  /**
   * Copies all files. Those that refer to others come last, so that what they refer to is there.
   *
   * @param now ms since the epoch
   * @returns whether all were copied: not if the build has changed meanwhile
   * @throws NewerStateError, WriteError
   */
  async copy(now: number): Promise<boolean> {
    const { folder, state, files, known } = this;
    for (const [place, name] of this.foreign)
      state.warnings.push(
        `Trong ${folder.path} đã có ${name} không do trạm ghi. Trạm không ghi đè, nên ${place} của bản này chưa được xuất bản. Hãy dời ${place} đang có đi chỗ khác; muốn ghi đè thì chạy một lần với --force.`,
      );
    if (!files.size) return true;
    if (!Object.keys(known).length && this.parts.has('scripts'))
      for (const name of FORMER_SCRIPTS) if (folder.has(name)) known[name] = {};
    for (const [name, { replaced = now }] of Object.entries(known))
      if (!files.has(name) && this.parts.has(partOf(name))) known[name] = { replaced };
    for (const name of files.keys()) known[name] = {};
    // Before the first is copied: after a crash, none is there that is not remembered.
    await state.writeBuildFiles(known);
    const names = [...files.keys()];
    const isLast = (name: string) => REFERS_TO_OTHERS.test(name);
    for (const name of [...names.filter((name) => !isLast(name)), ...names.filter(isLast)]) {
      const bytes = await readBuildFile(files.get(name)!);
      if (!bytes) return false;
      await folder.write(name, bytes);
    }
    return true;
  }

  /** Deletes the files that were replaced 30 days ago. @param now ms since the epoch @throws NewerStateError, WriteError */
  async removeReplaced(now: number): Promise<void> {
    const { known, folder, state } = this;
    const old = Object.entries(known).filter(
      ([name, { replaced = now }]) =>
        now - replaced > KEEP_REPLACED_MS && this.parts.has(partOf(name)) && !this.files.has(name),
    );
    if (!old.length) return;
    for (const [name] of old) {
      await folder.remove(name);
      delete known[name];
    }
    await state.writeBuildFiles(known);
  }
}
