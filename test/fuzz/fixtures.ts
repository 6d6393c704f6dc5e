import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const TEST = fileURLToPath(new URL('..', import.meta.url));
const MAX_SEED_BYTES = 60_000;

/** Recorded responses and other test files, by the end of their names. Large ones would slow down every run. */
export async function testFiles(folder: string, ending: RegExp): Promise<Uint8Array[]> {
  const names = (await readdir(TEST + folder, { recursive: true }))
    .filter((name) => ending.test(name))
    .sort();
  const files = await Promise.all(names.map((name) => readFile(`${TEST}${folder}/${name}`)));
  return files.filter(({ length }) => length <= MAX_SEED_BYTES);
}
