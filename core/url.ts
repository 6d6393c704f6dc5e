import { isPlainUrl, MAX_URL_CHARS } from './plain-url.ts';

const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;

/** A name in a URL has at most 253 characters (RFC 1035); browsers disagree about longer ones. A port adds six. */
const MAX_HOST_CHARS = 259;

/** White space, controls, and characters without width except joiners between letters and emoji. */
const INVISIBLE =
  /\s+|[\0-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]|[\u200c\u200d](?![^\0-\x7f])/g;
/** Left over where a generator escaped twice. No parameter is named `amp;id`. */
const ESCAPED_AMPERSAND = /&(?:(?:amp|#0*38|#x26);)+/gi;
/** Scheme and host, where white space is a mistake. */
const SPACED_HOST = /^https?:\s*\/\/\s*[^\s/]+\s*(?![^/])/i;

/** The host that a URL, with or without its scheme, begins with; without `www.`. */
const siteOf = (url: string) => /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)/i.exec(url)![1]!.toLowerCase();

/** Completes a URL whose scheme is missing, if it begins with `www.` or the host of the base. */
function withScheme(text: string, base: string | undefined): string {
  if (base && siteOf(text) === siteOf(base)) return text.replace(/^(?!https?:)/i, '//');
  return /^www\./i.test(text) ? `http://${text}` : text;
}

/**
 * Checks a URL from outside: returns an absolute http(s) URL that `new URL` accepts, or undefined. Plain ASCII URLs are
 * returned as the source wrote them, others as the URL parser normalizes them, without a user name and password: they
 * would be published, `fetch` refuses them, and they make one site's address look like another's. What generators and
 * copying leave in them is repaired: ampersands escaped twice, invisible characters, a missing scheme. Every URL in the
 * model has passed this check.
 *
 * @param base absolute URL that a relative `href` is resolved against
 */
export function httpUrl(href: string | undefined, base?: string): string | undefined {
  const given = href?.trim();
  if (!given || given.length > MAX_URL_CHARS) return undefined;
  if (isPlainUrl(given) && !/&(?:amp;|#)/i.test(given)) return given;
  const text = withScheme(
    given
      // A line break is none in the address, nor is the indentation behind it.
      .replace(INVISIBLE, (run) => (/^[ \xa0]+$/.test(run) ? run : ''))
      .replace(ESCAPED_AMPERSAND, '&')
      .replace(/^(?:\s|%20)+/, '')
      .replace(SPACED_HOST, (start) => start.replace(/\s/g, ''))
      .trimEnd(),
    base,
  );
  if (isPlainUrl(text)) return text;
  // Checked before `new URL`, which would copy a megabyte of a data: image first.
  if (OTHER_SCHEME.test(text)) return undefined;
  try {
    const url = new URL(text, base);
    url.username = url.password = '';
    // Chromium accepts spaces in a host, as %20, and some versions reject %00 in a path.
    return /^https?:$/.test(url.protocol) &&
      !url.host.includes('%') &&
      !url.href.includes('%00') &&
      url.host.length <= MAX_HOST_CHARS &&
      url.href.length <= MAX_URL_CHARS
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** Query parameters that track visitors. */
const TRACKING_PARAMETER = /^(?:utm_|fbclid=|gclid=|$)/;
/** In Liferay's URLs also those that name the portlet and its state. */
const LIFERAY_STATE_PARAMETER = /^(?:utm_|p_[pa-z]_|_\d+_|redirect=|inheritRedirect=|$)/i;

/** Session ids that PHP, Java and ASP write into the URLs of visitors without cookies. `sid` may also number a story. */
const SESSION_ID =
  /;jsessionid=[^/?#]*|\/\((?:[A-Z]\([\w-]*\))+\)|([?&])(?:(?:(?:php|asp(?:\.net_)?|j)sess(?:ion)?id\w*=[^&#]*|(?:sid|session_?id)=(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{16,})(?:&|(?=#|$)))+/gi;

/** A URL without session ids, which differ with every visit: to be compared. Other texts are unchanged. */
export function withoutSession(url: string): string {
  return url.replace(SESSION_ID, (found, before?: string) => (found.endsWith('&') && before ? before : ''));
}

/**
 * Reduces a URL to a form that is equal for all URLs of the same page. Ignores http/https, `www.`, a trailing slash,
 * `utm_*`, session ids and the fragment, and in Liferay's URLs the portlet instance, which changes when an editor moves
 * the block.
 *
 * @returns host, path and query, not a URL; text that is not a URL is only trimmed
 */
export function canonicalUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(/[;?&(]/.test(url) ? withoutSession(url.replace(ESCAPED_AMPERSAND, '&')) : url);
  } catch {
    return url.trim();
  }
  const isLiferay = parsed.pathname.includes('/-/asset_publisher/');
  const ignored = isLiferay ? LIFERAY_STATE_PARAMETER : TRACKING_PARAMETER;
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => !ignored.test(pair))
    .join('&');
  const path = parsed.pathname
    .replace(/\/-\/asset_publisher\/[^/]+/, '/-/asset_publisher')
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/\/+$/, '');
  return parsed.host.replace(/^www\./, '') + path + (query && `?${query}`);
}

/** The host of a URL, which also names a source without a title. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
