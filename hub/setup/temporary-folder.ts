import { rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does some work in a temporary folder, which is removed afterwards, also if the process ends meanwhile. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-hub-try-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** What a run reads of a state folder: the poll states first, since the posts are written before them. */
const STATE_FILES = [/^hub\.json(?:\.truoc)?$/, /^school-[a-z\d-]+\.json(?:\.truoc)?$/];

/** Copies the state of a hub, which another process may be writing. @param from need not exist */
export async function copyState(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = await readdir(from).catch((): string[] => []);
  for (const pattern of STATE_FILES)
    for (const name of names.filter((each) => pattern.test(each)))
      await copyFile(join(from, name), join(to, name)).catch((error: NodeJS.ErrnoException) => {
        // Between two renames there is only the backup.
        if (error.code !== 'ENOENT') throw error;
      });
}
