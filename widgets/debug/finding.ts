/** The same text in both languages. */
export type Words = readonly [vi: string, en: string];

/** A mistake of the page, the hub or a source, and what to do about it. */
export interface Finding {
  problem: Words;
  remedy: Words;
}

/** One text for both languages, for names and numbers. */
export const both = (text: string): Words => [text, text];

/** Joins texts with a space, in each language. */
export const join = (...texts: Words[]): Words => [
  texts.map(([vi]) => vi).join(' '),
  texts.map(([, en]) => en).join(' '),
];
