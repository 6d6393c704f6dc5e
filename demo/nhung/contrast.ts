/** Contrast of colours as defined by WCAG 2.2. */

/** Red, green, blue from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Reads `#rgb`, `#rrggbb`, `rgb(…)` and `rgba(…)`: what controls hold and `getComputedStyle` returns. */
export function parseColour(text: string): Colour | undefined {
  const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? [];
  if (hex) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
    return { red: red!, green: green!, blue: blue!, alpha: 1 };
  }
  const [, channels] = /^rgba?\(([^)]+)\)$/i.exec(text.trim()) ?? [];
  const [red, green, blue, alpha = 1] = channels?.match(/[\d.]+/g)?.map(Number) ?? [];
  return blue === undefined ? undefined : { red: red!, green: green!, blue, alpha };
}

/** An opaque colour as `#rrggbb`. */
export const hexOf = ({ red, green, blue }: Colour): string =>
  `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** The colour that is seen when one lies over another, which is opaque. */
export function over(top: Colour, bottom: Colour): Colour {
  const mix = (channel: 'red' | 'green' | 'blue') =>
    top[channel] * top.alpha + bottom[channel] * (1 - top.alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
}

function luminance({ red, green, blue }: Colour): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** From 1 to 21, of two opaque colours. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Black or white, whichever has the higher contrast: what the widgets write on the accent. */
export function textOn(background: Colour): Colour {
  const black = { red: 0, green: 0, blue: 0, alpha: 1 };
  const white = { red: 255, green: 255, blue: 255, alpha: 1 };
  return contrast(black, background) > contrast(white, background) ? black : white;
}

/** What has to be legible: text, or lines and signs, of which WCAG asks less and knows one level. */
export type Seen = 'text' | 'sign';
export type Grade = 'AAA' | 'AA' | 'fail';

const MIN_AA = 4.5;
const MIN_AAA = 7;
const MIN_SIGN = 3;

export const grade = (ratio: number, seen: Seen): Grade =>
  seen === 'sign'
    ? ratio >= MIN_SIGN
      ? 'AA'
      : 'fail'
    : ratio >= MIN_AAA
      ? 'AAA'
      : ratio >= MIN_AA
        ? 'AA'
        : 'fail';
