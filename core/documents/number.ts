import { oneLine } from '../text/normalize.ts';

/** A part of a number's code: capitals, also with a lower-case letter as in QyĐ, TTr, CTr, TTg. */
const CODE = '(?:QyĐ|\\p{Lu}{2}\\p{Ll}|\\p{Lu}[\\p{Lu}\\d&]{0,14})(?![\\p{L}\\d])';
/**
 * A pattern of document numbers: of the state (30/2020/NĐ-CP, 155/QĐ-BGDĐT), the Party (11-QĐ/TW), mixed (08/CT-TW),
 * and carelessly typed ones (42/2022/NĐCP, 01 /2018/TT-VPCP, 12 - ĐA/TU).
 */
export const DOCUMENT_NUMBER = `\\d{1,5}[a-zđ]?\\s?(?:/\\s?\\d{4}\\s?)?\\s?[-/–]\\s?${CODE}(?:\\s?[-/–]\\s?${CODE}){0,3}`;
const NUMBER_ANYWHERE = new RegExp(DOCUMENT_NUMBER, 'u');

/** A document number without stray spaces, normalized: behind a hyphen an Eth is read as Đ, but not behind a dash. */
export const tidyNumber = (number: string): string =>
  oneLine(number.replace(/\s*([-/])\s*/g, '$1').replace(/\s*–\s*/g, '-'));

/** The first document number in a text, without stray spaces. */
export function findNumber(text: string): string | undefined {
  const found = NUMBER_ANYWHERE.exec(text)?.[0];
  return found && tidyNumber(found);
}
