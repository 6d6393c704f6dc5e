import { readFileSync } from 'node:fs';

/** Where a lossy WebP file has its size, in 14 bits each; see the container and VP8 specifications. */
const WIDTH_OFFSET = 26;

/** The size of a lossy WebP file in pixels. */
export function imageSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  const read = (offset: number) => bytes.readUInt16LE(offset) & 0x3fff;
  return { width: read(WIDTH_OFFSET), height: read(WIDTH_OFFSET + 2) };
}
