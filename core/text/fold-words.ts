import { fold } from './fold.ts';
import { oneLine } from './normalize.ts';

/** The folded words of a text, separated by single spaces; everything but letters and digits is dropped. */
export function foldWords(text: string): string {
  return oneLine(fold(text).replace(/[^\p{L}\d]+/gu, ' '));
}
