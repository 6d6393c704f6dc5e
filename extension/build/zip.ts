import { type Zippable, zipSync } from 'fflate';

/** The first moment that a zip can name, which it does in local time: the same content gives the same bytes whenever and wherever it is packed. */
const DATE = new Date(1980, 0, 1);

/** A zip archive of files by name, in the order of their names. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  for (const name of [...files.keys()].sort()) sorted[name] = files.get(name)!;
  return zipSync(sorted, { level: 9, mtime: DATE });
}
