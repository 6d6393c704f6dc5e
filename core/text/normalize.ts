import { isClean } from './is-clean.ts';

/**
 * U+00D0 (Eth) looks like U+0110 (Đ) and old fonts typed it so. In Vietnamese it stands where Đ can stand: before a
 * vowel at the start of a word, or in the capitals of a document code (QÐ, NÐ-CP, ÐA/TU). Icelandic, where Eth is a
 * letter of its own, never begins a word with it.
 */
const ETH_WORD = /(?<!\p{L})\u00d0(?=[aeiouyAEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ])/gu;
const ETH_CODE = /(?<=[\d/-] ?\p{Lu}{0,2})\u00d0(?=\p{Lu}{0,2}(?:[-/\s]|$))/gu;
/** Abbreviations have no vowels (HĐND, BGDĐT, LĐLĐ), words in capitals do. */
const ETH_ABBREVIATION =
  /(?<![\p{L}])(?:(?![AEIOUYÀ-ÅÈ-ÏÒ-Ý])\p{Lu})*\u00d0(?:(?![AEIOUYÀ-ÅÈ-ÏÒ-Ý])\p{Lu})*(?!\p{L})/gu;

/** No letter carries more marks; composing a longer run takes time with its square. */
const EXCESS_MARKS = /(\p{M}{8})\p{M}+/gu;
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]+/g;

/** Text as the model holds it: NFC, Đ where Eth stood for it, no control characters. */
export function normalizeText(text: string): string {
  const clean = text.replace(EXCESS_MARKS, '$1').normalize('NFC').replace(CONTROLS, '');
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
  return isClean(bare) ? bare : normalizeText(bare).replace(/\s+/g, ' ').trim();
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
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  // A text without spaces is cut between characters, never inside a surrogate pair.
  return `${(space > max / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** One mended line of at most `max` characters, or nothing where there is none. */
export function line(text: string | undefined, max = 1000): string | undefined {
  // A title of a megabyte need not be read to its end.
  return (text && truncate(oneLine(text.slice(0, 9 * max)), max)) || undefined;
}
