import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('./corpus/', import.meta.url));

/** The inputs that are kept for a target, by file name. */
export function keptInputs(target: string): Map<string, Uint8Array> {
  const folder = `${CORPUS}${target}/`;
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(folder + name)]));
}

/** Keeps an input. Returns the path of its file. */
export function keepInput(target: string, input: Uint8Array): string {
  const folder = `${CORPUS}${target}/`;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${createHash('sha256').update(input).digest('hex').slice(0, 12)}`;
  writeFileSync(path, input);
  return path;
}
