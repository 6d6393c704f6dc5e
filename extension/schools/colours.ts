import { hashText } from '../../core/hash.ts';

/** A colour as a text colour on the pages' papers, light and dark. */
export interface SchoolColour {
  light: string;
  dark: string;
}

/** Twelve hues of one lightness, each with a contrast above 4.5:1 on every background of the pages. */
export const SCHOOL_COLOURS: readonly SchoolColour[] = [
  { light: '#992645', dark: '#fe9ead' },
  { light: '#0d6277', dark: '#52cff3' },
  { light: '#655902', dark: '#d0bf5e' },
  { light: '#713995', dark: '#d5a8f8' },
  { light: '#0c6944', dark: '#71d6a3' },
  { light: '#953307', dark: '#fda485' },
  { light: '#005a9d', dark: '#89c3ff' },
  { light: '#416407', dark: '#a4cd79' },
  { light: '#8b2d72', dark: '#f19fd6' },
  { light: '#106561', dark: '#47d6cf' },
  { light: '#794d0b', dark: '#efb062' },
  { light: '#4b48a8', dark: '#b1b7fd' },
];

/**
 * The index in `SCHOOL_COLOURS` of each school's colour. It follows from the id, and where schools would have the same
 * from the other ids too, but not from their order. Beyond twelve schools some share one: it only supports the name.
 */
export function schoolColours(ids: Iterable<string>): Map<string, number> {
  const count = SCHOOL_COLOURS.length;
  const colours = new Map<string, number>();
  for (const id of [...new Set(ids)].sort()) {
    let colour = Number.parseInt(hashText(id).slice(-6), 36) % count;
    const taken = new Set(colours.values());
    while (taken.size < count && taken.has(colour)) colour = (colour + 1) % count;
    colours.set(id, colour);
  }
  return colours;
}
