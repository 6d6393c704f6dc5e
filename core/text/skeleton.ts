/**
 * Letters of other alphabets that look like Latin ones, and Latin variants, by the letter that they look like. Those
 * that differ only in their font, such as fullwidth and mathematical letters, are left to NFKD.
 */
const LOOKALIKES: Record<string, string> = {
  a: 'АаΑαɑᴀᎪꓮ',
  b: 'ВвЬьΒβʙɓƄƅᏴᏏꓐ',
  c: 'СсϹςᴄƈᏟꓚ',
  d: 'ДдԀԁᴅɖɗƌᎠᏧꓓ',
  đ: '\u00d0\u0189\u00f0ᵭ',
  e: 'ЕеЄєΕεɛᴇᎬꓰ',
  f: 'ꜰƒꓝ',
  g: 'ԌԍɡɢɠցᏀꓖ',
  h: 'НнҺһЋћΗʜɦħĦհᎻꓧ',
  i: 'ІіӀΙιıɪɩɨᎥᏆꓲ',
  j: 'ЈјͿϳᴊȷյᎫꓙ',
  k: 'КкΚκᴋƙᏦꓗ',
  l: 'ӏʟłŁɫԼᏞꓡ',
  m: 'МмΜᴍᎷꓟ',
  n: 'пΝηɴոռꓠ',
  o: 'ОоΟοσᴏøØօՕꓳ',
  p: 'РрΡρᴘᏢꓑ',
  q: 'Ԛԛꞯզ',
  r: 'гʀᎡᏒꓣ',
  s: 'ЅѕꜱՏᏚꓢ',
  t: 'ТтΤτᴛŧŦƭᎢꓔ',
  u: 'цμυᴜʉսՍꓴ',
  v: 'ѴѵνᴠʋᏙꓦ',
  w: 'ԜԝѠѡшщωᴡաᎳᏔꓪ',
  x: 'ХхΧχꓫ',
  y: 'УуҮүҰұΥγʏƴᎩꓬ',
  z: 'ΖζᴢƶƵᏃꓜ',
};
const LETTERS = new Map(
  Object.entries(LOOKALIKES).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);
/** Letters in circles and squares that NFKD leaves, and the letters that flags consist of: each an alphabet in order. */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

function latinLetter(character: string): string {
  const code = character.codePointAt(0)!;
  const alphabet = ALPHABETS.find((first) => code >= first && code < first + 26);
  return alphabet === undefined
    ? (LETTERS.get(character) ?? character)
    : String.fromCharCode(0x61 + code - alphabet);
}

/** Marks that look like those of Vietnamese. */
const MARK_LOOKALIKES: [other: RegExp, mark: string][] = [
  [/\u030c/g, '\u0306'],
  [/\u0315/g, '\u031b'],
  [/\u0342/g, '\u0303'],
];
/** Circumflex, breve, horn. */
const VOWEL_MARK = /[\u0302\u0306\u031b]/;
/** Grave, acute, tilde, hook, dot below. */
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The marks of a Vietnamese letter: at most one for the vowel and one for the tone. */
function vietnameseMarks(marks: string): string {
  return (VOWEL_MARK.exec(marks)?.[0] ?? '') + (TONE_MARK.exec(marks)?.[0] ?? '');
}

/**
 * What a reader sees of a text, for comparison with what somebody else has written (UTS #39 calls this a skeleton):
 * lower case, without invisible characters and marks that Vietnamese does not have, with Latin letters for those that
 * look alike. Text in Vietnamese keeps its marks.
 */
export function skeleton(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]+/gu, (run) => (/[\t\n\r]/.test(run) ? ' ' : ''))
    .replace(/[^ -~]/gu, latinLetter);
  return MARK_LOOKALIKES.reduce((marked, [other, mark]) => marked.replace(other, mark), letters)
    .replace(/\p{M}+/gu, vietnameseMarks)
    .normalize('NFC')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
