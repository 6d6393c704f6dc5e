import { crc32, deflateRawSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** The first moment that a zip can name, which it does in local time: the same content gives the same bytes whenever and wherever it is packed. */
const DATE = new Date(1980, 0, 1);
const STORED = 0;
const DEFLATED = 8;

type Deflate = (content: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export const quickly: Deflate = (content) => deflateRawSync(content, { level: 9 });
/** Zopfli gains a twentieth, in a hundred times as long; browsers unpack it as they do any other. */
export const thoroughly: Deflate = async (content) => {
  // Not before it is needed: it takes every rejection that nobody handles for its own, and prints itself.
  const { deflateAsync } = await import('@gfx/zopfli');
  return deflateAsync(content, { numiterations: 60 });
};

/** A zip archive of files by name, in the order of their names. */
export async function zip(files: ReadonlyMap<string, Uint8Array>, deflate: Deflate): Promise<Uint8Array> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), {
    ...{ lastModDate: DATE, extendedTimestamp: false, dataDescriptor: false, msDosCompatible: true },
    // What is packed is packed already.
    ...{ passThrough: true, useWebWorkers: false },
  });
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name)!;
    const { length } = content;
    const deflated = await deflate(content);
    // Small pictures grow.
    const [compressionMethod, bytes] = deflated.length < length ? [DEFLATED, deflated] : [STORED, content];
    await archive.add(name, new Uint8ArrayReader(new Uint8Array(bytes)), {
      ...{ compressionMethod, uncompressedSize: length, signature: crc32(content) },
    });
  }
  return archive.close();
}
