import { decodeC1 } from './c1.ts';
import { isClean } from './is-clean.ts';
import { LONE_SURROGATES } from './lone-surrogates.ts';

/**
 * U+00D0 (Eth) looks like U+0110 (Đ) and replaces it in text typed with old fonts. It is read as Đ before a vowel at
 * the start of a word, and among the capitals of a document code (QÐ, NÐ-CP, ÐA/TU). Icelandic, which does have the
 * letter Eth, never begins a word with it.
 */
const ETH_WORD = /(?<!\p{L})\u00d0(?=[aeiouyAEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ])/gu;
const ETH_CODE = /(?<=[\d/-] ?\p{Lu}{0,2})\u00d0(?=\p{Lu}{0,2}(?:[-/\s]|$))/gu;
/** Abbreviations have no vowels (HĐND, BGDĐT, LĐLĐ); words in capitals do. */
const ETH_ABBREVIATION =
  /(?<![\p{L}])(?:(?![AEIOUYÀ-ÅÈ-ÏÒ-Ý])\p{Lu})*\u00d0(?:(?![AEIOUYÀ-ÅÈ-ÏÒ-Ý])\p{Lu})*(?!\p{L})/gu;

/** No letter has more marks than this, and composing a longer run takes quadratic time. */
const EXCESS_MARKS = /(\p{M}{8})\p{M}+/gu;
/**
 * Characters that no text needs: controls except white space, the byte order mark, two code points that XML forbids, and
 * embeddings, overrides and isolates of direction, which reorder what follows the text if they are not closed. Marks of
 * direction and joiners stay: Hebrew, Arabic and emoji use them.
 */
const UNWANTED = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/g;

/** NFC without unwanted characters. C1 controls are read as windows-1252, where they are letters. */
function compose(text: string): string {
  return (
    decodeC1(text)
      .replace(LONE_SURROGATES, '')
      .replace(UNWANTED, '')
      .replace(EXCESS_MARKS, '$1')
      .normalize('NFC')
      // Composing turns some marks into two.
      .replace(EXCESS_MARKS, '$1')
  );
}

function replaceEth(text: string): string {
  if (!text.includes('\u00d0')) return text;
  return text
    .replace(ETH_WORD, '\u0110')
    .replace(ETH_CODE, '\u0110')
    .replace(ETH_ABBREVIATION, (letters) =>
      letters.length > 1 ? letters.replaceAll('\u00d0', '\u0110') : letters,
    );
}

/**
 * Normalizes text for the model: NFC, Đ instead of a mistaken Eth, no control characters. Like the functions below, it
 * leaves unchanged what it has returned before.
 */
export function normalizeText(text: string): string {
  return replaceEth(compose(text));
}

/** Normalized text on one line: trimmed, with each run of white space (also no-break spaces) as one space. */
export function oneLine(text: string): string {
  // Fast path: most texts need only trimming.
  const bare = text.trim();
  return isClean(bare) ? bare : replaceEth(compose(bare).replace(/\s+/g, ' ').trim());
}

/** Normalizes each line and drops empty ones. */
export function lines(text: string, max = Infinity): string {
  return cut(
    text
      .split(/\r\n?|\n/)
      .map(oneLine)
      .filter(Boolean)
      .join('\n'),
    max,
    lines,
  );
}

/** Cuts a text to at most `max` UTF-16 units, at the end of a word, and appends an ellipsis. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  // Text without spaces is cut between characters, never inside a surrogate pair or after a joiner of emoji.
  return `${(space > max / 2 ? head.slice(0, space) : head.replace(/\u200d?[\ud800-\udbff]?$/, '')).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Truncates, and normalizes once more: an Eth may be read differently at the end of a text. */
function cut(text: string, max: number, normalize: (text: string) => string): string {
  return text.length > max ? normalize(truncate(text, max)) : text;
}

/** One normalized line of at most `max` UTF-16 units, or undefined if it is empty. */
export function line(text: string | undefined, max = 1000): string | undefined {
  // Avoids normalizing a megabyte for a title.
  return (text && cut(oneLine(text.slice(0, 9 * max)), max, oneLine)) || undefined;
}
