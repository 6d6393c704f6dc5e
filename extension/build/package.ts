/**
 * `npm run build` runs this for the unpacked extension and its zips; `npm run package` with `--source` also for the
 * zip of the sources, from which a store's reviewer can build the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension, filesOf } from './build.ts';
import { quickly, thoroughly, zip } from './zip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'dist/extension');
/** All that the build of the extension reads. */
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
for (const target of ['chrome', 'firefox'])
  await writeFile(join(OUT, `tct-${target}.zip`), await zip(await filesOf(join(OUT, target)), thoroughly));

if (process.argv.includes('--source')) {
  const listed = execFileSync('git', ['ls-files', '-z', ...SOURCES], { cwd: ROOT, encoding: 'utf8' });
  const files = new Map<string, Uint8Array>();
  for (const name of listed.split('\0').filter(Boolean)) files.set(name, await readFile(join(ROOT, name)));
  await writeFile(join(OUT, 'tct-source.zip'), await zip(files, quickly));
}
