import { crc32 } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';
import { deflateSync, Zip, type ZipInputFile } from 'fflate';

/** The first moment that a zip can name, which it does in local time: the same content gives the same bytes whenever and wherever it is packed. */
const DATE = new Date(1980, 0, 1);
const STORED = 0;
const DEFLATED = 8;

type Deflate = (content: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export const quickly: Deflate = (content) => deflateSync(content, { level: 9 });
/** Zopfli gains a twentieth, in a hundred times as long; browsers unpack it as they do any other. */
export const thoroughly: Deflate = (content) => deflateAsync(content, {});

/** A zip archive of files by name, in the order of their names. */
export async function zip(files: ReadonlyMap<string, Uint8Array>, deflate: Deflate): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const filename of [...files.keys()].sort()) {
    const content = files.get(filename)!;
    const size = content.length;
    const deflated = await deflate(content);
    // Small pictures grow.
    const [compression, bytes] = deflated.length < size ? [DEFLATED, deflated] : [STORED, content];
    const file: ZipInputFile = { filename, compression, size, crc: crc32(content), mtime: DATE };
    archive.add(file);
    file.ondata!(null, bytes as Uint8Array<ArrayBuffer>, true);
  }
  archive.end();
  return Buffer.concat(chunks);
}
