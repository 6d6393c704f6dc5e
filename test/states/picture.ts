import pixelmatch from 'pixelmatch';
import sharp, { type Sharp } from 'sharp';

/** Pixels of four bytes: red, green, blue, opacity. */
export interface Picture {
  width: number;
  height: number;
  data: Buffer;
}

/** Kept pictures have eleven levels of each colour: half the bytes, and half a step is within the tolerance. */
const LEVEL_STEP = 255 / 10;

/** How far a colour may differ (0–1, by what the eye sees): more than a level, less than a grey from the next. */
const COLOUR_TOLERANCE = 0.1;
/**
 * So many pixels may differ more, whatever the size of the picture, as a rounded corner may in another build of the
 * browser. A badge that moves by a pixel has three times as many; only a faint hairline may move by two pixels unseen.
 */
const MAX_DIFFERING_PIXELS = 12;

export async function toPicture(image: Sharp): Promise<Picture> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const toSharp = ({ width, height, data }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels: 4 } });

export const decode = (file: Uint8Array): Promise<Picture> => toPicture(sharp(file));

export function encode({ data, ...size }: Picture): Promise<Buffer> {
  const levels = data.map((value) => Math.round(Math.round(value / LEVEL_STEP) * LEVEL_STEP));
  return toSharp({ ...size, data: Buffer.from(levels) })
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
}

/** What differs between two pictures; undefined if nothing that can be seen. */
export function difference(kept: Picture, now: Picture): { text: string; picture?: Picture } | undefined {
  const { width, height } = now;
  if (kept.width !== width || kept.height !== height)
    return { text: `is ${width} × ${height} px instead of ${kept.width} × ${kept.height}` };
  const data = Buffer.alloc(now.data.length);
  const count = pixelmatch(kept.data, now.data, data, width, height, {
    threshold: COLOUR_TOLERANCE,
    // Thin lines and letters are the better part of these pictures, and would be taken for anti-aliasing.
    includeAA: true,
  });
  return count > MAX_DIFFERING_PIXELS
    ? { text: `differs in ${count} of ${width * height} pixels`, picture: { width, height, data } }
    : undefined;
}

/** Joins pictures side by side, as a PNG. */
export function sideBySide(pictures: readonly Picture[]): Promise<Buffer> {
  const gap = 8;
  const lefts = pictures.map((_, index) =>
    pictures.slice(0, index).reduce((left, { width }) => left + width + gap, 0),
  );
  return sharp({
    create: {
      width: pictures.reduce((sum, { width }) => sum + width + gap, -gap),
      height: Math.max(...pictures.map(({ height }) => height)),
      channels: 4,
      background: '#888',
    },
  })
    .composite(
      pictures.map(({ width, height, data }, index) => ({
        input: data,
        raw: { width, height, channels: 4 as const },
        left: lefts[index]!,
        top: 0,
      })),
    )
    .png()
    .toBuffer();
}
