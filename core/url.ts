import { MAX_URL_CHARS, PLAIN_URL } from './plain-url.ts';

const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * The one gate for addresses: absolute and http(s), or nothing.
 * @param base absolute address that a relative `href` is resolved against
 */
export function httpUrl(href: string | undefined, base?: string): string | undefined {
  const text = href?.trim();
  if (!text || text.length > MAX_URL_CHARS) return undefined;
  if (PLAIN_URL.test(text)) return text;
  // Before `new URL`, which would copy a data: image of a megabyte only to refuse it.
  if (OTHER_SCHEME.test(text)) return undefined;
  try {
    const url = new URL(/^www\./i.test(text) ? `http://${text}` : text, base);
    // Chromium lets spaces into a host, as %20.
    return /^https?:$/.test(url.protocol) && !url.host.includes('%') && url.href.length <= MAX_URL_CHARS
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** Parameters that say where a visitor came from, not what the page is; Liferay's name the portlet too. */
const TRACKING_PARAMETER = /^(?:utm_|fbclid=|gclid=|$)/;
const LIFERAY_STATE_PARAMETER = /^(?:utm_|p_[pa-z]_|_\d+_|redirect=|inheritRedirect=|$)/i;

/**
 * Two addresses with the same key are the same page: http/https, `www.`, a trailing slash, `utm_*` and the
 * fragment do not count, nor does the portlet instance in a Liferay address, which changes when an editor
 * moves the block.
 */
export function canonicalUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url.trim();
  }
  const liferay = parsed.pathname.includes('/-/asset_publisher/');
  const state = liferay ? LIFERAY_STATE_PARAMETER : TRACKING_PARAMETER;
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => !state.test(pair))
    .join('&');
  const path = parsed.pathname
    .replace(/\/-\/asset_publisher\/[^/]+/, '/-/asset_publisher')
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/\/+$/, '');
  return parsed.host.replace(/^www\./, '') + path + (query && `?${query}`);
}

/** What a source is called that has no name: its host. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
