import { anyText } from './any-text.ts';
import { fc } from './property.ts';

/** Pieces that texts on schools' sites are made of. */
const PLAIN = [
  'Trường',
  'Chính trị',
  ' ',
  'tỉnh',
  '12/QĐ-TCT',
  'ngày 27/7/2022',
  'Tin: ',
  '\n',
  '…',
  '–',
  '😀',
];
/**
 * Pieces that change when a text is normalized, cut, or put beside others: decomposed and decomposable letters, runs of
 * marks, Eth, controls, also of direction, C1, halves of surrogate pairs, joiners, white space.
 */
const HARD = [
  'Tie\u0302\u0301ng',
  '\u0344'.repeat(8),
  '\u0301'.repeat(9),
  '\u0958\ufb1d\u212b\u2126',
  '\u1100\u1161\u11a8',
  '\u00d0',
  'NOR\u00d0UR',
  '1/Q\u00d0-',
  '\0',
  '\x1b[2J',
  '\x7f\x85\x93\x94\x9b',
  '\u202e',
  '\u2066\u202a',
  '\u200e\u200f\u061c',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '\ufffe\uffff',
  '👨\u200d👩\u200d👧',
  'می\u200cخواهم',
  '\u00ad\u200b',
  '\u2028\u00a0\u3000\t\v',
  '\r\n\r',
  'x'.repeat(620),
  'từ '.repeat(210),
  '. '.repeat(40),
];

/** Texts that are hard to normalize, of any length up to several times the model's limits. */
export const hardText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PLAIN), fc.constantFrom(...HARD), anyText(5)), { maxLength: 14 })
  .map((pieces) => pieces.join(''));
