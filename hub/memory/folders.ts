import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { toWriteError, WriteError } from './files.ts';

/**
 * Creates a folder and those above it. Unlike Node's `recursive`, it does not try forever where a file system has the
 * folder above but refuses a new one with `ENOENT`, as `/proc` does.
 */
async function createFolder(path: string): Promise<void> {
  const create = async () => {
    try {
      await mkdir(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !(await stat(path)).isDirectory())
        throw error;
    }
  };
  await create().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(path) === path) throw error;
    await createFolder(dirname(path));
    await create();
  });
}

/** Whether a path is a folder or lies in it. Both are absolute, without symbolic links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/**
 * Creates the folder to publish and the folder of the state files.
 *
 * @throws WriteError if one cannot be created, or if the state would be published
 */
export async function prepareFolders(out: string, state: string): Promise<void> {
  for (const folder of [state, out])
    await createFolder(folder).catch((error: unknown) => {
      throw toWriteError(error, folder);
    });
  if (isWithin(await realpath(out), await realpath(state)))
    throw new WriteError(
      `Nơi ghi nhớ ${state} nằm trong thư mục xuất bản ${out}, nên ai cũng đọc được. Hãy chọn một thư mục khác cho --state.`,
    );
}
