import { fold } from './fold.ts';
import { oneLine } from './normalize.ts';

/** For comparing words of a page: folded, a single space for all that is no letter or digit. */
export function foldWords(text: string): string {
  return oneLine(fold(text).replace(/[^\p{L}\d]+/gu, ' '));
}
