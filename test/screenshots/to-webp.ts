import sharp from 'sharp';

const QUALITIES = [80, 70, 60, 50, 40, 30];

/** A picture as WebP, in the best quality that is small enough. @throws Error if none is */
export async function toWebP(png: Uint8Array, maxBytes: number): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const webp = await sharp(png).webp({ quality }).toBuffer();
    if (webp.length <= maxBytes) return webp;
  }
  throw new Error(`No picture of ${maxBytes} bytes at most.`);
}
