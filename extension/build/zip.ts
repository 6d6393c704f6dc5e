import { crc32, deflateRawSync } from 'node:zlib';

/** The first day that a zip can name: the same content gives the same bytes whenever it is packed. */
const DATE = (1 << 5) | 1;

/** A zip archive of files by name, in the order of their names (PKWARE's APPNOTE, 4.3). */
export function zip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name)!;
    const small = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(small.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, small);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(0o100644 * 0x10000, 6); // a plain file that everybody may read
    place.writeUInt32LE(offset, 10);
    // Made by Unix, as the file's mode is.
    entries.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, place, path);
    offset += 30 + path.length + small.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
