import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** The earliest date a zip can hold. Zip dates are in local time, so the time zone does not change the bytes. */
const DATE = new Date(1980, 0, 1);

/** A zip archive of files by name, sorted by name. The same files always give the same bytes. */
export async function zip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: DATE,
    extendedTimestamp: false,
    dataDescriptor: false,
    msDosCompatible: true,
    level: 9,
    // Node's own compression differs between its versions.
    useCompressionStream: false,
    useWebWorkers: false,
  });
  for (const name of [...files.keys()].sort())
    await archive.add(name, new Uint8ArrayReader(new Uint8Array(files.get(name)!)));
  return archive.close();
}
