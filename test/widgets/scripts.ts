/** The built scripts, by their names without the build's hash. */
import { nameWithoutHash } from '../../build/chunk-name.ts';

/** The URL of a script, such as `tct-weather.js`. */
export async function scriptUrl(name: string): Promise<string> {
  const files = Object.keys(await (await fetch('/dist/embed/integrity.json')).json());
  return `/dist/embed/${files.find((file) => nameWithoutHash(file) === name)}`;
}

/** The names of the files that a page has loaded, and when each began to load. */
export function loadedFiles({ performance }: Window): Map<string, number> {
  const entries = performance.getEntriesByType('resource');
  return new Map(
    entries.map(({ name, startTime }) => [nameWithoutHash(name.replace(/^[^?]*\//, '')), startTime]),
  );
}
