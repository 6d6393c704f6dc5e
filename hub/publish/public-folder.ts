import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { allSettled } from '../all-settled.ts';
import { writeAtomically } from '../memory/files.ts';

/** The compressed copies of each file. */
const ENCODINGS: [
  extension: string,
  compress: (bytes: Buffer) => Buffer,
  decompress: (bytes: Buffer) => Buffer,
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

/** Published formats that are compressed in themselves. */
const PACKED_FORMATS = ['webp', 'png', 'woff2'];
const FORMATS = ['json', 'html', 'xml', 'js', 'css', 'svg', 'txt', ...PACKED_FORMATS];

const PACKED_NAME = new RegExp(`\\.(?:${PACKED_FORMATS.join('|')})$`);
const PUBLISHED_NAME = new RegExp(`\\.(?:${FORMATS.join('|')})(?:\\.br|\\.gz)?$`);

/** Whether a file, decompressed, has this content. */
async function hasContent(
  path: string,
  bytes: Buffer,
  decompress = (content: Buffer) => content,
): Promise<boolean> {
  try {
    return decompress(await readFile(path)).equals(bytes);
  } catch {
    return false;
  }
}

/** The folder that the web server publishes. */
export class PublicFolder {
  private readonly writtenNames = new Set<string>();

  constructor(readonly path: string) {}

  /** Number of files that were new or changed, not counting their compressed copies. */
  get written(): number {
    return this.writtenNames.size;
  }

  /** The names of all files in the folder that may be the hub's, sorted. Those in subfolders have slashes. */
  async names(): Promise<string[]> {
    const names = await readdir(this.path, { recursive: true }).catch((): string[] => []);
    return names
      .filter((name) => PUBLISHED_NAME.test(name))
      .map((name) => name.replaceAll(sep, '/'))
      .sort();
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /** Whether there is such a file with this content. */
  hasContent(name: string, content: Buffer): Promise<boolean> {
    return hasContent(join(this.path, name), content);
  }

  /** Size of a file; undefined if there is none. */
  bytesOf(name: string): number | undefined {
    return statSync(join(this.path, name), { throwIfNoEntry: false })?.size;
  }

  /** Deletes a file with its compressed copies, if it is there. @throws WriteError */
  async remove(name: string): Promise<void> {
    for (const extension of ['', ...ENCODINGS.map(([extension]) => extension)])
      await rm(join(this.path, name + extension), { force: true });
  }

  /**
   * Writes a file and its `.br` and `.gz` copies, unless they have this content already. The copies are written first,
   * so that they are never older than the file. Pictures and fonts get none.
   *
   * @returns whether any of them was new or changed
   * @throws WriteError
   */
  async write(name: string, content: string | Uint8Array): Promise<boolean> {
    const path = join(this.path, name);
    const bytes = Buffer.from(content);
    const encodings = PACKED_NAME.test(name) ? [] : ENCODINGS;
    // Together, since most of the time goes into waiting for the disk.
    const compressed = encodings.map(async ([extension, compress, decompress]) => {
      if (await hasContent(path + extension, bytes, decompress)) return false;
      await writeAtomically(path + extension, compress(bytes));
      return true;
    });
    const written = await allSettled(compressed);
    if (!(await hasContent(path, bytes))) {
      await writeAtomically(path, bytes);
      written.push(true);
    }
    if (!written.includes(true)) return false;
    this.writtenNames.add(name);
    return true;
  }

  /** Writes a value as JSON: the same bytes for the same value. @returns as `write` @throws WriteError */
  writeJson(name: string, value: unknown): Promise<boolean> {
    return this.write(name, `${JSON.stringify(value, null, 1)}\n`);
  }

  /**
   * Deletes files of a subfolder, with their compressed copies.
   *
   * @param pattern of the names to delete
   * @param current names not to delete although they match
   */
  async removeOthers(folder: string, pattern: RegExp, current: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(join(this.path, folder)).catch((): string[] => [])) {
      const plain = name.replace(/\.(?:br|gz)$/, '');
      if (pattern.test(plain) && !current.has(plain))
        await rm(join(this.path, folder, name), { force: true });
    }
  }
}
