import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const FOLDER = 'dist/.fingerprints';

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name}`)
    .filter((file) => statSync(file).isFile());
}

/** Hashes the names and contents of files and folders; missing ones are ignored. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.filter(existsSync).flatMap(filesUnder).sort())
    hash.update(`${file}\0${readFileSync(file).length}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The fingerprint of the sources that a part of `dist/` was last built from. */
export function builtFrom(part: string): string | undefined {
  const file = `${FOLDER}/${part}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param print undefined marks the part as not built, as while it is being built */
export function setBuiltFrom(part: string, print?: string): void {
  mkdirSync(FOLDER, { recursive: true });
  if (print) writeFileSync(`${FOLDER}/${part}`, print);
  else rmSync(`${FOLDER}/${part}`, { force: true });
}
