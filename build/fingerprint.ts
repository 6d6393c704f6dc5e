import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const FOLDER = 'dist/.fingerprints';

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name}`)
    .filter((file) => statSync(file).isFile());
}

/** Digest of the names and the content of files and folders; absent ones are ignored. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.filter(existsSync).flatMap(filesUnder).sort())
    hash.update(`${file}\0${readFileSync(file).length}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The fingerprint of the sources from which a part of `dist/` was last built. */
export function builtFrom(part: string): string | undefined {
  const file = `${FOLDER}/${part}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param print without one the part counts as not built, which is right while it is being built */
export function setBuiltFrom(part: string, print?: string): void {
  mkdirSync(FOLDER, { recursive: true });
  if (print) writeFileSync(`${FOLDER}/${part}`, print);
  else rmSync(`${FOLDER}/${part}`, { force: true });
}
