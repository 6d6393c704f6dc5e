import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readFeed } from '../../core/index.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';

const LIST = /(?:^|\/)(?:news|documents|gallery)(?:-\d+)?\.json$/;
const DECOMPRESS: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gz: gunzipSync };

/** Why a published file is broken, or undefined. @param name without the extension of a compressed copy */
async function faultOf(name: string, bytes: Buffer): Promise<string | undefined> {
  if (/\.(?:html|xml)$/.test(name))
    return /<\/(?:html|ul|p|feed|rss)>\n$/.test(bytes.toString()) ? undefined : 'the page is cut';
  if (!name.endsWith('.json')) return undefined;
  const value: unknown = JSON.parse(bytes.toString());
  if (!LIST.test(name) || isHubFeed(value)) return undefined;
  // Letters that may be part of a longer one keep a feed from being used as it is; it must still read as it is.
  const read = await readFeed(bytes, { url: `https://hub.example/${name}` });
  return isDeepStrictEqual(read, value) ? undefined : 'not the feed that is read from it';
}

/** What a reader of all published files has seen. */
export interface SeenFiles {
  read: number;
  /** One line for each broken file. */
  broken: string[];
}

/** Reads all published files once, compressed copies included, as a visitor could at any moment. */
async function readAll(folder: string, seen: SeenFiles): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  for (const name of names.filter((each) => /\.(?:json|html|xml|br|gz)$/.test(each))) {
    // A file may be removed after it was listed: by a run, on purpose.
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (!bytes) continue;
    seen.read++;
    const [, plainName = name, packing] = /^(.*)\.(br|gz)$/.exec(name) ?? [];
    try {
      const fault = await faultOf(plainName, packing ? DECOMPRESS[packing]!(bytes) : bytes);
      if (fault) seen.broken.push(`${name}: ${fault}`);
    } catch (error) {
      seen.broken.push(`${name}: ${error}`);
    }
  }
}

/**
 * Reads all files of a folder again and again while others write them.
 *
 * @returns a function that stops and resolves to what was seen
 */
export function watchFiles(folder: string): () => Promise<SeenFiles> {
  const seen: SeenFiles = { read: 0, broken: [] };
  let isStopped = false;
  const watching = (async () => {
    do {
      await readAll(folder, seen);
      await new Promise(setImmediate);
    } while (!isStopped);
  })();
  return async () => {
    isStopped = true;
    await watching;
    return seen;
  };
}
