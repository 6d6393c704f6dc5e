/** The extension's icons, from the drawings beside them. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { ICONS } from '../../build/extension/manifest.ts';

const FOLDER = fileURLToPath(new URL('../../extension/icons/', import.meta.url));
/** Icons up to this size (px) use a simpler drawing. */
const MAX_SMALL_ICON = 32;
/** Colours in an icon: two, and the shades along their edges. */
const ICON_COLOURS = 16;

/** An icon of a size (px) as PNG. */
export function drawIcon(size: number): Promise<Buffer> {
  const drawing = size <= MAX_SMALL_ICON ? 'icon-small.svg' : 'icon.svg';
  return sharp(FOLDER + drawing, { density: 72 * 4 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true, colours: ICON_COLOURS, dither: 0 })
    .toBuffer();
}

/** Draws all icons. The build only copies them, so that it gives the same bytes on every machine. */
export async function drawIcons(): Promise<void> {
  for (const size of ICONS) await writeFile(`${FOLDER}${size}.png`, await drawIcon(size));
}
