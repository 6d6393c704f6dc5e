import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildFolders } from './build-files.ts';

/** A part of the build is not there. The message says which, and what to do. */
export class MissingPartError extends Error {
  override readonly name = 'MissingPartError';
}

const HERE = dirname(fileURLToPath(import.meta.url));

/** A part of the build, by the name of its folder: beside this file in a build, in `dist` when run from source. */
export function findBuild(name: 'embed' | 'site' | 'console'): string | undefined {
  return [join(HERE, name), join(HERE, '../../dist', name)].find((folder) => existsSync(folder));
}

/** The widgets' scripts and the static pages. */
export function buildFolders(): BuildFolders {
  const [scripts, site] = [findBuild('embed'), findBuild('site')];
  return { ...(scripts && { scripts }), ...(site && { site }) };
}
