import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { SCHOOL_COLOURS, schoolColours } from '../../../extension/schools/colours.ts';

const CSS = readFileSync(fileURLToPath(new URL('../../../core/palette.css', import.meta.url)), 'utf8');
const MIN_CONTRAST = 4.5;

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colours on which the pages write, light and dark. */
function backgrounds(scheme: 'light' | 'dark'): string[] {
  const [light, dark] = CSS.split('prefers-color-scheme: dark');
  const rules = scheme === 'light' ? light! : dark!;
  return ['paper', 'card', 'tint'].map((name) => {
    const hex = new RegExp(`--${name}: (#\\w+);`).exec(rules)![1]!;
    return hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex;
  });
}

describe('the colours of schools', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`can be read on every background of the pages: ${scheme}`, () => {
      for (const colour of SCHOOL_COLOURS)
        for (const background of backgrounds(scheme))
          expect(contrast(colour[scheme], background), `${colour[scheme]} on ${background}`).to.be.above(
            MIN_CONTRAST,
          );
    });

  it('do not depend on the order of the schools', () => {
    const ids = ['ninh-binh', 'ha-nam', 'nam-dinh', 'hung-yen', 'hai-phong', 'hai-duong', 'bac-ninh'];
    const colours = schoolColours(ids);
    expect([...schoolColours([...ids].reverse())].sort()).to.deep.equal([...colours].sort());
    expect(new Set(colours.values()).size, 'each its own').to.equal(ids.length);
  });

  it('are shared by more schools than there are colours', () => {
    const colours = [...schoolColours(Array.from({ length: 30 }, (_, index) => `truong-${index}`)).values()];
    expect(new Set(colours).size).to.equal(SCHOOL_COLOURS.length);
    expect(colours.every((colour) => colour in SCHOOL_COLOURS)).to.equal(true);
  });
});
