import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import sharp from 'sharp';
import { ICONS } from '../../../build/extension/manifest.ts';
import { drawIcon } from '../../screenshots/icons.ts';

const FOLDER = fileURLToPath(new URL('../../../dist/extension/chrome/icons/', import.meta.url));
/** Of a channel, 0–255, on average: other machines may round the shades along the edges differently. */
const MAX_DIFFERENCE = 1;

const pixels = (image: string | Buffer) =>
  sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

describe('the icons in the package', () => {
  for (const size of ICONS)
    it(`show the drawing, at ${size} px`, async () => {
      const packed = await pixels(`${FOLDER}${size}.png`);
      const drawn = await pixels(await drawIcon(size));
      expect(packed.info).to.include({ width: size, height: size });
      const difference = packed.data.reduce(
        (sum, value, index) => sum + Math.abs(value - drawn.data[index]!),
        0,
      );
      expect(difference / packed.data.length).to.be.below(MAX_DIFFERENCE);
    });
});
