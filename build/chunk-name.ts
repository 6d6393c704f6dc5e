/** Hexadecimal digits in a name. */
const HASH_DIGITS = 8;

/** The hash that the names of all scripts of a build carry, from the fingerprint of what they are built from. */
export const buildHash = (fingerprint: string): string => fingerprint.slice(0, HASH_DIGITS);

/**
 * The name of a script that the loader or another such script loads: `tct-1a2b3c4d-latest-news.js`.
 *
 * @param hash the build's
 */
export const chunkName = (hash: string, name: string): string => `tct-${hash}-${name}.js`;

/** The same name in every build: `tct-latest-news.js`. Other files' names are returned unchanged. */
export const nameWithoutHash = (file: string): string => file.replace(/\btct-[\da-f]{8}-/, 'tct-');
