import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nameWithoutHash } from './chunk-name.ts';

/**
 * A file of the current build.
 *
 * @param file its path in `dist/` without the hash, such as `embed/tct-latest-news.js`
 * @returns its path in `dist/`; undefined if it has not been built
 */
export function findOutput(file: string): string | undefined {
  const folder = dirname(file);
  const names = existsSync(`dist/${folder}`) ? readdirSync(`dist/${folder}`) : [];
  const name = names.find((each) => nameWithoutHash(each) === basename(file));
  return name && `${folder}/${name}`;
}
