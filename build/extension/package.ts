/**
 * Builds the extension and its zips. With `--source` (`npm run package`) it also packs the sources, from which a
 * store's reviewer can build the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from './build.ts';
import { zip } from './zip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** All files that the build of the extension reads. */
const SOURCES = [
  'core',
  'widgets',
  'extension',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];

await buildExtension();

// Only a checkout knows which files are sources; a reviewer builds from the unpacked zip, where there is none.
if (process.argv.includes('--source') && existsSync(join(ROOT, '.git'))) {
  const listed = execFileSync('git', ['ls-files', '-z', ...SOURCES], { cwd: ROOT, encoding: 'utf8' });
  const files = new Map<string, Uint8Array>();
  for (const name of listed.split('\0').filter(Boolean)) files.set(name, await readFile(join(ROOT, name)));
  await writeFile(join(ROOT, 'dist/extension/tct-source.zip'), await zip(files));
}
