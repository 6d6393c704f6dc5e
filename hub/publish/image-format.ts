/** The formats of images that the hub decodes. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** How files begin, as Latin-1. */
const SIGNATURES: [ImageFormat, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['gif', /^GIF8[79]a/],
  // The main brand, or one of the compatible ones. HEIC has the same container, but names its own brand first.
  ['avif', /^\0\0..ftyp(?:avi[fs]|(?:mif1|msf1|miaf).{4}(?:.{4})*?avif)/s],
];
const MAX_SIGNATURE_BYTES = 128;

/**
 * Recognises an image by its content: neither its URL nor its `Content-Type` says what a decoder would make of it.
 * Undefined for all other formats. An SVG, for example, is a program that may draw for hours.
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, MAX_SIGNATURE_BYTES)).toString('latin1');
  return SIGNATURES.find(([, signature]) => signature.test(start))?.[0];
}
