// Separate from url.ts, which pages that only show a hub's files do not load.

/** Maximum characters of a URL. Servers accept no more, and a huge base would be repeated in every resolved link. */
export const MAX_URL_CHARS = 8192;

/**
 * An absolute http(s) URL in plain ASCII that every URL parser accepts, so that it needs no parsing. Its host is an IPv4
 * address, or ends in a name that starts with a letter: others are read as numbers. Names in Punycode may be invalid.
 */
const PLAIN_URL =
  /^https?:\/\/(?![\w.-]*xn--|[\w.-]{254})(?:(?:(?:2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:2[0-4]\d|1\d\d|[1-9]?\d)|(?:[\w-]+\.)*[a-z][\w-]*)(?::(?:[1-5]?\d{1,4}|6[0-4]\d{3}))?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/i;

/**
 * Whether a URL is absolute, http(s) and plain ASCII, so that `httpUrl` would repair no more than its ampersands. Never
 * with %00, which Chromium before 119 rejects in a path.
 */
export function isPlainUrl(text: string): boolean {
  return text.length <= MAX_URL_CHARS && !text.includes('%00') && PLAIN_URL.test(text);
}
