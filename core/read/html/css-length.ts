/** CSS Values and Units 4, section 6.2; relative to the font with its usual 16 px. Lengths relative to the page have none. */
const PX_PER_UNIT: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

/** A length of CSS or HTML in pixels; undefined if it is none, or depends on the page (`50%`, `80vw`, `auto`). */
function cssPixels(length: string | undefined): number | undefined {
  if (!length) return undefined;
  const [, value, unit] = /^\s*\+?(\d*\.?\d+)\s*([a-z%]*)/i.exec(length) ?? [];
  const factor = PX_PER_UNIT[unit?.toLowerCase() ?? '%'];
  return value && factor ? Number(value) * factor : undefined;
}

const STYLE_WIDTH = /(?:^|[;\s])width\s*:([^;]*)/i;
const STYLE_HEIGHT = /(?:^|[;\s])height\s*:([^;]*)/i;

/** The declared size of an image, in pixels: by its style, else by its attributes. */
export function declaredSize(given: Map<string, string>): { width?: number; height?: number } {
  const style = given.get('style');
  return {
    width: cssPixels(style && STYLE_WIDTH.exec(style)?.[1]) ?? cssPixels(given.get('width')),
    height: cssPixels(style && STYLE_HEIGHT.exec(style)?.[1]) ?? cssPixels(given.get('height')),
  };
}
