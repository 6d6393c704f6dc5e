import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { zip } from '../zip.ts';

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

/** The sources as a zip, from which a store's reviewer can build the same bytes. Needs a Git checkout. */
export async function sourceZip(): Promise<Uint8Array> {
  const listed = execFileSync('git', ['ls-files', '-z', ...SOURCES], { encoding: 'utf8' });
  return zip(
    new Map(
      listed
        .split('\0')
        .filter(Boolean)
        .map((name) => [name, readFileSync(name)]),
    ),
  );
}
