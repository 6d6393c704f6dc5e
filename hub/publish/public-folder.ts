import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { writeAtomically } from '../memory/files.ts';

const COMPRESSED: [
  extension: string,
  compress: (bytes: Buffer) => Buffer,
  unpack: (bytes: Buffer) => Buffer,
][] = [
  [
    '.br',
    (bytes) =>
      brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    brotliDecompressSync,
  ],
  ['.gz', (bytes) => gzipSync(bytes, { level: 9 }), gunzipSync],
];

/** Whether a file holds these bytes, when unpacked. */
async function holds(path: string, bytes: Buffer, unpack = (packed: Buffer) => packed): Promise<boolean> {
  try {
    return unpack(await readFile(path)).equals(bytes);
  } catch {
    return false;
  }
}

/** The folder that is published: what is in it, a web server may send. */
export class PublicFolder {
  /** Files that were written because they were not the same; compressed ones are not counted. */
  written = 0;

  constructor(readonly path: string) {}

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /**
   * Publishes a file with its `.br` and `.gz` beside it, each unless it is there as it should be. The compressed ones
   * first: a server never offers an older one for the new file for longer than a rename takes.
   *
   * @throws WriteError
   */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.path, name);
    const bytes = Buffer.from(content);
    let written = false;
    for (const [extension, compress, unpack] of COMPRESSED) {
      if (await holds(path + extension, bytes, unpack)) continue;
      await writeAtomically(path + extension, compress(bytes));
      written = true;
    }
    if (!(await holds(path, bytes))) {
      await writeAtomically(path, bytes);
      written = true;
    }
    if (written) this.written++;
  }

  /** The same bytes for the same value. @throws WriteError */
  writeJson(name: string, value: unknown): Promise<void> {
    return this.write(name, `${JSON.stringify(value, null, 1)}\n`);
  }

  /** Removes the files of a folder in it, and their compressed ones, whose names match but are not to be kept. */
  async removeOthers(folder: string, names: RegExp, kept: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(join(this.path, folder)).catch((): string[] => [])) {
      const plain = name.replace(/\.(?:br|gz)$/, '');
      if (names.test(plain) && !kept.has(plain)) await rm(join(this.path, folder, name), { force: true });
    }
  }
}
