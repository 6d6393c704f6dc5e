import fc from 'fast-check';

/**
 * Any UTF-16 text, lone surrogates included. fast-check's own `unit: 'binary'` first maps a million code points, which
 * takes a second in every run of a watched test.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units));
