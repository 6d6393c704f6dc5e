import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { zip } from '../zip.ts';

/** All files that the build of the extension reads. */
const SOURCES = [
  'core',
  'widgets',
  'extension',
  ':!extension/listing/*.png',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];
/** How to build them. It is the README of the zip, where reviewers look first. */
const BUILD_GUIDE = 'extension/BUILD.md';

/** The names of the tracked files; undefined if the folder is not a Git checkout, or there is no Git. */
function trackedSources(): string[] | undefined {
  try {
    // A checkout further up, in which the folder happens to lie, knows nothing about it.
    const listed = execFileSync('git', ['--git-dir=.git', 'ls-files', '-z', ...SOURCES], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter(Boolean);
  } catch {
    return undefined;
  }
}

/**
 * The sources as a zip, from which a store's reviewer can build the same bytes. It holds only what Git tracks, so that
 * nothing else that lies in the folders leaves the computer; undefined outside a Git checkout.
 */
export async function sourceZip(): Promise<Uint8Array | undefined> {
  const files = trackedSources()?.map((name): [string, Uint8Array] => [
    name === BUILD_GUIDE ? 'README.md' : name,
    readFileSync(name),
  ]);
  return files && zip(new Map(files));
}
