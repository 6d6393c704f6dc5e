/**
 * Halves of a surrogate pair without the other half. Not `\p{Cs}`: in Unicode mode WebKit takes a first half and any of
 * U+FC00 to U+FFFF after it, such as a byte order mark, for a pair.
 */
export const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
