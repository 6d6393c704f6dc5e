import { fold } from './fold.ts';

/** A word of a query, as it is looked for. */
export interface Word {
  /** NFC, lower case. */
  letters: string;
  bare: string;
}

export function queryWords(query: string): Word[] {
  const words = query.normalize('NFC').toLowerCase().split(/\s+/);
  return words.map((letters) => ({ letters, bare: fold(letters) })).filter(({ bare }) => bare);
}

/** Whether the letters that were typed with marks stand so in a text; the others match any. */
function marksAgree({ letters, bare }: Word, whole: string, at: number): boolean {
  for (let index = 0; index < bare.length; index++)
    if (letters[index] !== bare[index] && letters[index] !== whole[at + index]) return false;
  return true;
}

/**
 * Where a word next stands in a text, or -1.
 *
 * @param whole the text, NFC, in lower case
 * @param folded the same text folded, letter under letter
 */
export function indexOfWord(word: Word, whole: string, folded: string, from = 0): number {
  let at = folded.indexOf(word.bare, from);
  while (at >= 0 && !marksAgree(word, whole, at)) at = folded.indexOf(word.bare, at + 1);
  return at;
}

/**
 * How people search Vietnamese: a letter typed without marks matches any, one typed with marks matches itself only
 * (`đa` never finds `da`, `da` finds both); NFC and NFD are the same; every word has to occur, anywhere.
 *
 * @returns whether a text matches; every text does where the query has no words
 */
export function textMatcher(query: string): (text: string) => boolean {
  const words = queryWords(query);
  return (text) => {
    // Lists ask of every item at every drawing, mostly with nothing looked for.
    if (!words.length) return true;
    const whole = text.normalize('NFC').toLowerCase();
    const folded = fold(whole);
    return words.every((word) => indexOfWord(word, whole, folded) >= 0);
  };
}
