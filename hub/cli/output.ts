import { stripVTControlCharacters } from 'node:util';

/** An output stream, with its size if it is a terminal. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

/** Controls except line breaks, all that changes the direction of text, and halves of surrogate pairs. */
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]+/gu;

/**
 * A text with parts from other sites, as it may be printed on a terminal: without escape sequences and other controls,
 * which could move the cursor, set the window's title or hide a line.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(UNPRINTABLE, '').replaceAll('\t', ' ');
}

/** An output for texts alone: prints only what is printable. */
export function textOutput(stream: Output): Output {
  return { write: (text) => stream.write(printable(text)) };
}
