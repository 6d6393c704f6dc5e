import { fold } from './fold.ts';

const INVISIBLE = /[\ufe00-\ufe0f\u00ad\u200b-\u200d\u2060\ufeff]+/g;
/** A phrase does not go on in the next clause. The full stop of an abbreviation, as in TP. or ThS., ends none. */
const CLAUSE_END = /[,;!?|]|\.(?=\s)(?<=(?:\p{Ll}\p{M}*\p{Ll}\p{M}*|\d)\.)/gu;
/** All but letters, digits, spaces and `|`. The opposite, by Unicode property, is ten times slower. */
const SIGNS = /[\0-\x1f!-/:-@[-`{}~\x7f-\xbf\u2000-\u2bff\u2e00-\u303f\ud800-\udfff]+/g;
/** A tone mark before the end of its word. */
const EARLY_TONE = /([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031ba-z]+)/g;
const LEADING_ZEROS = /(?<= )0+(?=\d)/g;

/**
 * The words of a text in lower case, between single spaces, and with `|` between clauses. Words are equal that differ
 * in their Unicode form, in the place of the tone mark (the old or the new style), or in leading zeros (08, 8).
 */
const wordsOf = (text: string): string =>
  ` ${text.normalize('NFKD').replace(INVISIBLE, '').replace(CLAUSE_END, ' | ').replace(SIGNS, ' ')} `
    .replace(/ {2,}/g, ' ')
    .toLowerCase()
    .replace(/\u00f0/g, 'đ')
    .replace(EARLY_TONE, '$2$1')
    .replace(LEADING_ZEROS, '');

/** Texts in which many phrases are searched: they are prepared once. */
export class SearchedText {
  readonly #words: string;
  #folded: string | undefined;

  constructor(texts: readonly string[]) {
    this.#words = wordsOf(texts.join('|'));
  }

  /** Whether a phrase is in one of the texts. */
  has({ words, isBare }: Phrase): boolean {
    if (!isBare) return this.#words.includes(words);
    this.#folded ??= fold(this.#words);
    return this.#folded.includes(words);
  }
}

/** A phrase to be searched for. */
export interface Phrase {
  /** Between spaces. */
  words: string;
  /** Typed without diacritics: it matches texts with or without them. */
  isBare: boolean;
}

/**
 * A phrase to be searched for as whole words, whatever their case. What is between them may be any white space, dashes,
 * slashes, brackets or quotes, but not the end of a clause. Typed without diacritics, it matches texts with or without
 * them; typed with diacritics, only itself. Undefined if it has no words.
 */
export function phrase(text: string): Phrase | undefined {
  const words = wordsOf(text).replace(/^[ |]+|[ |]+$/g, '');
  return words ? { words: ` ${words} `, isBare: fold(words) === words } : undefined;
}
