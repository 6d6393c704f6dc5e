import { isSound } from './sound.ts';

/**
 * U+00D0 (Eth) looks like U+0110 (Đ) and old fonts typed it so. In Vietnamese it stands where Đ can stand: before a
 * vowel at the start of a word, or in the capitals of a document code (QÐ, NÐ-CP, ÐA/TU). Icelandic, where Eth is a
 * letter of its own, never begins a word with it.
 */
const ETH_WORD =
  /(?<!\p{L})\u00d0(?=[aeiouyAEIOUY\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9])/gu;
const ETH_CODE = /(?<=[\d/-] ?\p{Lu}{0,2})\u00d0(?=\p{Lu}{0,2}(?:[-/\s]|$))/gu;
/** Abbreviations have no vowels (HĐND, BGDĐT, LĐLĐ), words in capitals do. */
const ETH_ABBREVIATION =
  /(?<![\p{L}])(?:(?![AEIOUY\u00c0-\u00c5\u00c8-\u00cf\u00d2-\u00dd])\p{Lu})*\u00d0(?:(?![AEIOUY\u00c0-\u00c5\u00c8-\u00cf\u00d2-\u00dd])\p{Lu})*(?!\p{L})/gu;

/** No letter carries more marks; composing a longer run takes time with its square. */
const MARKS = /(\p{M}{8})\p{M}+/gu;
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]+/g;

/** Text as the model holds it: NFC, Đ where Eth stood for it, no control characters. */
export function mend(text: string): string {
  const clean = text.replace(MARKS, '$1').normalize('NFC').replace(CONTROLS, '');
  if (!clean.includes('\u00d0')) return clean;
  return clean
    .replace(ETH_WORD, '\u0110')
    .replace(ETH_CODE, '\u0110')
    .replace(ETH_ABBREVIATION, (letters) =>
      letters.length > 1 ? letters.replaceAll('\u00d0', '\u0110') : letters,
    );
}

/** Mended text on one line: every run of white space, no-break spaces included, is one space, none is around it. */
export function oneLine(text: string): string {
  // Most texts have no more to mend than the white space around them.
  const bare = text.trim();
  return isSound(bare) ? bare : mend(bare).replace(/\s+/g, ' ').trim();
}

/** Mended text, every line that says something on one of its own. */
export function lines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n');
}

/** At most `max` UTF-16 units, cut after a whole word and marked with an ellipsis. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  // A text without spaces is cut between characters, never inside a surrogate pair.
  return `${(space > max / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** One mended line of at most `max` characters, or nothing where there is none. */
export function line(text: string | undefined, max = 1000): string | undefined {
  // A title of a megabyte need not be read to its end.
  return (text && cut(oneLine(text.slice(0, 9 * max)), max)) || undefined;
}
