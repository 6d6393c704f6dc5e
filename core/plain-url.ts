/** An absolute http(s) address in plain ASCII needs no parsing: it is returned as the source wrote it. */
export const PLAIN_URL =
  /^https?:\/\/[\w.-]+(?::(?:[1-5]?\d{1,4}|6[0-4]\d{3}))?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/i;
/** Characters of an address: servers take no more, and a huge base must not multiply. */
export const MAX_URL_CHARS = 8192;

/** Whether an address is absolute, http(s) and in plain ASCII. */
export function isPlainUrl(text: string): boolean {
  return text.length <= MAX_URL_CHARS && PLAIN_URL.test(text);
}
