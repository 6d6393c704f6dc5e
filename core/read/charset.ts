import { decodeC1 } from '../text/c1.ts';
import { fromCodePoint } from './markup/entities.ts';

const UTF8 = 'utf-8';

const utf8 = new TextDecoder();

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(UTF8, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * At most this share of a text's letters beyond ASCII may be broken if it is UTF-8: PHP's `substr` cuts within a letter.
 * In another encoding nearly all are, because its letters are no sequences of UTF-8.
 */
const MAX_BROKEN_SHARE = 0.5;

/** Letters beyond ASCII in bytes decoded as UTF-8, and those of them that were broken. */
function countLetters(text: string): { all: number; broken: number } {
  const count = { all: 0, broken: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) count.all++;
    if (code === 0xfffd) count.broken++;
  }
  return count;
}

/** A label, then its standard spellings: sites also write `euc_jp`, `latin_1`, `cp-1258`, `1258`. */
function* spellings(label: string): Generator<string, void> {
  const hyphened = label.toLowerCase().replaceAll('_', '-');
  yield* [label, hyphened, hyphened.replaceAll('-', '')];
  const page = /(?:125\d|874)$/.exec(label)?.[0];
  if (page) yield `windows-${page}`;
}

/** The decoder for a label, or undefined if the platform has none. */
function decoder(label: string | undefined): TextDecoder | undefined {
  for (const spelling of label ? spellings(label) : []) {
    try {
      return new TextDecoder(spelling);
    } catch {
      // Not a label of the Encoding Standard.
    }
  }
  return undefined;
}

/** Recognizes UTF-16 without a byte order mark by the zero beside its first `<`, `{` or `[`. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const starts = (first: number, second: number) =>
    bytes[second] === 0 && /[<{[]/.test(String.fromCharCode(bytes[first] ?? 0));
  return starts(0, 1) ? 'utf-16le' : starts(1, 0) ? 'utf-16be' : undefined;
}

/**
 * Decodes UTF-32, for which platforms have no decoder: recognized by its byte order mark or the zeros around its first
 * `<` (XML 1.0, appendix F).
 */
function decodeUtf32(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3);
  if (view.byteLength < 4) return undefined;
  const little = [0xfeff, 60].includes(view.getUint32(0, true));
  if (!little && ![0xfeff, 60].includes(view.getUint32(0))) return undefined;
  let text = '';
  for (let at = 0; at < view.byteLength; at += 4) text += fromCodePoint(view.getUint32(at, little));
  return text;
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return UTF8;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** The encoding declared in an XML prolog or HTML head. All encodings still possible here contain ASCII. */
function encodingInProlog(head: string): string | undefined {
  return (/<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head) ??
    /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head))?.[1];
}

/**
 * Decodes a feed or page, by byte order mark, then the header, then the prolog (RFC 7303, section 3).
 *
 * UTF-8 is read as UTF-8 whatever is declared, even if a few letters are broken: no other encoding produces such bytes
 * by accident, and sites declare encodings that they do not use. If bytes declared as UTF-8 are not UTF-8, the other
 * declaration is used, else windows-1252.
 *
 * @param contentType the `Content-Type` header as received
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string | null): string {
  const wide = decodeUtf32(bytes);
  if (wide) return wide.replace(/^\ufeff/, '');
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const header = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  // 7-bit encodings with escapes (ISO-2022-JP, UTF-7) also look like UTF-8, so the declaration decides.
  const text = utf8.decode(bytes);
  const prolog = encodingInProlog(text.slice(0, 1024));
  const letters = text.includes('\ufffd') && !isUtf8(bytes) ? countLetters(text) : { all: 0, broken: 0 };
  const isMostlyUtf8 = letters.broken <= letters.all * MAX_BROKEN_SHARE;
  if (!/^(?:iso-2022|hz|utf-7)/i.test(header ?? prolog ?? '') && isMostlyUtf8) return text;
  for (const label of [header, prolog]) {
    const found = decoder(label);
    // Node 20 decodes windows-1252 as Latin-1.
    if (found && !found.encoding.startsWith('utf-')) return decodeC1(found.decode(bytes));
  }
  // Where nothing else is declared, a single broken letter is the end of a download.
  return isMostlyUtf8 || letters.broken === 1
    ? text
    : decodeC1(new TextDecoder('windows-1252').decode(bytes));
}
