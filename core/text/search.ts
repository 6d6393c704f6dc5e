import { fold } from './fold.ts';

/** A word of a search query. */
export interface Word {
  /** NFC, lower case. */
  letters: string;
  /** Folded. */
  bare: string;
}

/** The words of a query; empty if it has none. */
export function queryWords(query: string): Word[] {
  const words = query.normalize('NFC').toLowerCase().split(/\s+/);
  return words.map((letters) => ({ letters, bare: fold(letters) })).filter(({ bare }) => bare);
}

/** Whether letters typed with diacritics occur unchanged in the text. Letters typed without match any variant. */
function marksAgree({ letters, bare }: Word, text: string, at: number): boolean {
  for (let index = 0; index < bare.length; index++)
    if (letters[index] !== bare[index] && letters[index] !== text[at + index]) return false;
  return true;
}

/**
 * The index of the next occurrence of a word, or -1.
 *
 * @param text in NFC and lower case
 * @param folded the text, folded; both have the same length
 */
export function indexOfWord(word: Word, text: string, folded: string, from = 0): number {
  let at = folded.indexOf(word.bare, from);
  while (at >= 0 && !marksAgree(word, text, at)) at = folded.indexOf(word.bare, at + 1);
  return at;
}

/**
 * Matches texts as people search Vietnamese: a letter typed without diacritics matches any variant, one typed with them
 * only itself (`da` finds `đa`, `đa` does not find `da`). NFC and NFD are equal. Every word must occur, in any order.
 *
 * @returns a function that tests a text; if the query has no words, every text matches
 */
export function textMatcher(query: string): (text: string) => boolean {
  const words = queryWords(query);
  return (text) => {
    // Called for every item at every render, mostly without a query.
    if (!words.length) return true;
    const lowerCase = text.normalize('NFC').toLowerCase();
    const folded = fold(lowerCase);
    return words.every((word) => indexOfWord(word, lowerCase, folded) >= 0);
  };
}
