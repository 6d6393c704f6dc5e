import { decodeBytes } from '../../core/read/charset.ts';

/** A text with the encoding that it was read in. */
export interface EncodedText {
  text: string;
  /** Encodes a text the same way, with the byte order mark if there was one. */
  encode: (text: string) => Uint8Array;
}

const swapBytes = (bytes: Buffer) => bytes.swap16();

/** Decodes a file that people edit: UTF-8, or UTF-16 as tools that come with Windows write it. */
export function decodeText(bytes: Uint8Array): EncodedText {
  const text = decodeBytes(bytes);
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (bytes.length > 1 && first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (bytes.length > 1 && first === 0 && second !== 0);
  const isMarked = (isLittle && first === 0xff) || (isBig && first === 0xfe) || first === 0xef;
  const mark = isMarked ? '\ufeff' : '';
  const encode = (text: string) =>
    isLittle
      ? Buffer.from(mark + text, 'utf16le')
      : isBig
        ? swapBytes(Buffer.from(mark + text, 'utf16le'))
        : Buffer.from(mark + text);
  return { text, encode };
}
