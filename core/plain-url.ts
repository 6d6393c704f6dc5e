// Separate from url.ts, which pages that only show a hub's files do not load.

/** Maximum characters of a URL. Servers accept no more, and a huge base would be repeated in every resolved link. */
export const MAX_URL_CHARS = 8192;

/** An absolute http(s) URL in plain ASCII, which needs no parsing. */
export const PLAIN_URL =
  /^https?:\/\/[\w.-]+(?::(?:[1-5]?\d{1,4}|6[0-4]\d{3}))?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/i;

/** Whether a URL is absolute, http(s) and plain ASCII, so that `httpUrl` would return it unchanged. */
export function isPlainUrl(text: string): boolean {
  return text.length <= MAX_URL_CHARS && PLAIN_URL.test(text);
}
