import type { ReadContext } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/charset.ts';

/**
 * Vietnamese in the encodings of old fonts, TCVN3 (.VnTime) and VNI-Windows, which no label declares: their bytes were
 * taken for Latin-1, so that "Trường Chính trị" is "Tr­êng ChÝnh trÞ" or "Tröôøng Chính trò".
 */

/** TCVN3's letters from A1 on; a space where it has none. */
const TCVN3 =
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const TCVN3_LETTER = /[\xa1-\xfe]/g;

/** VNI writes most letters as a vowel and its mark. */
const VNI_LETTER = /([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|[íìæóòîñôö]/gi;
const VNI_MARKS: Record<string, string> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
  },
  ...{
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  },
};
const VNI_SINGLES: Record<string, string> = {
  ...{ í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ', ô: 'ơ', ö: 'ư' },
};

function fromTcvn3(text: string): string {
  return text.replace(TCVN3_LETTER, (letter) => {
    const found = TCVN3[letter.charCodeAt(0) - 0xa1];
    return found && found !== ' ' ? found : letter;
  });
}

function fromVni(text: string): string {
  return text.replace(VNI_LETTER, (letters) => {
    const [first = '', mark = ''] = letters.toLowerCase();
    const letter = ((VNI_SINGLES[first] ?? first) + (VNI_MARKS[mark] ?? '')).normalize('NFC');
    return letters[0] === first ? letter : letter.toUpperCase();
  });
}

/** Letters that only Vietnamese in Unicode has. */
const UNICODE = /[ĂăĐđƠơƯưẠ-ỹ]/;
/** Characters that are examined. */
const MAX_EXAMINED_CHARS = 1e6;
/** No syllable has more, whatever the encoding. */
const MAX_WORD_CHARS = 20;
/** A word with letters beyond ASCII; no syllable has more letters before. Bounded, so that the time is linear. */
const WORD = /[a-z]{0,8}[\xa1-\xff][a-z\xa1-\xff]*/gi;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SYLLABLE =
  /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:[aăâeêioôơuưy]|a[iouy]|â[uy]|eo|êu|iêu?|i[au]|oa[iouy]?|oă|oeo?|o[io]|ôi|ơi|ua|uây?|uê|ui|uôi?|ươ[iu]?|uơ|uy[aêu]?|ư[aiu]|yêu?)(?:ng|[cmnpt]|(?<=[aêiy])(?:ch|nh))?$/;

/** Whether a word may be a Vietnamese one; those that end in a stop have one of two tones. */
function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONE) ?? [];
  const bare = parts.replace(TONE, '').normalize('NFC');
  return (
    tones.length <= 1 &&
    SYLLABLE.test(bare) &&
    (!/(?:[cpt]|ch)$/.test(bare) || tones[0] === '\u0301' || tones[0] === '\u0323')
  );
}

/** Words with letters beyond ASCII that are examined, and those that are needed for a decision. */
const MAX_WORDS = 200;
const MIN_WORDS = 8;
/** Share of them that must become Vietnamese syllables. In other languages, and of names, hardly any do. */
const MIN_SHARE = 0.9;
/** Share of them that may be syllables as they are: good text consists of them. */
const MAX_SHARE_BEFORE = 0.5;

/** Decodes a text in one of these encodings. Leaves any other as it is, in case of doubt, too. */
export function decodeOldFonts(text: string): string {
  if (UNICODE.test(text)) return text;
  const words = new Set<string>();
  for (const [word] of text.slice(0, MAX_EXAMINED_CHARS).matchAll(WORD)) {
    // Not the symbols © ª µ that stand alone.
    if (word.length <= MAX_WORD_CHARS && /[a-z]/i.test(word)) words.add(word);
    if (words.size === MAX_WORDS) break;
  }
  const share = (decode: (word: string) => string) =>
    [...words].filter((word) => isSyllable(decode(word))).length / words.size;
  if (words.size < MIN_WORDS || share((word) => word) > MAX_SHARE_BEFORE) return text;
  const decode = [fromTcvn3, fromVni].find((each) => share(each) >= MIN_SHARE);
  return decode ? decode(text) : text;
}

/** Converts a body in one of these encodings to UTF-8. Returns any other as it is, in case of doubt, too. */
export function convertOldFonts(
  body: Uint8Array,
  { contentType }: Pick<ReadContext, 'contentType'>,
): Uint8Array {
  const text = decodeBytes(body, contentType);
  const decoded = decodeOldFonts(text);
  // A byte order mark counts more than any declaration.
  return decoded === text ? body : new TextEncoder().encode(`\ufeff${decoded}`);
}
