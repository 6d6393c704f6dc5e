import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';

const INTACT_CHECKS: [extension: string, check: (bytes: Buffer) => unknown][] = [
  ['.json', (bytes) => JSON.parse(bytes.toString())],
  ['.br', brotliDecompressSync],
  ['.gz', gunzipSync],
  // A page, or a fragment.
  ['.html', (bytes) => expect(bytes.toString()).to.match(/<\/(?:html|ul|p)>\n$/)],
  ['.xml', (bytes) => expect(bytes.toString()).to.match(/<\/(?:feed|rss)>\n$/)],
];

/** Checks that every file of a folder is complete. @returns the number of files */
export async function countIntactFiles(folder: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const check = INTACT_CHECKS.find(([extension]) => entry.name.endsWith(extension));
    if (!entry.isFile() || !check) continue;
    check[1](await readFile(join(entry.parentPath, entry.name)));
    count++;
  }
  return count;
}
