import { fc } from './property.ts';

/** Surrogates stand in pairs in every text that was decoded from bytes. */
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/**
 * Any text that bytes can decode to. fast-check's own `unit: 'binary'` first maps all code points, which takes a second
 * in every run of a watched test.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.nat(0x10ffff).filter((code) => !isSurrogate(code)),
      { maxLength },
    )
    .map((codes) => String.fromCodePoint(...codes));
