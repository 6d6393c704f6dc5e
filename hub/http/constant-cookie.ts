/**
 * Pages that some firewalls, such as those before many Vietnamese state sites, send in place of every other: a script
 * that sets one constant cookie and loads the page again. The script is not run; its strings are read.
 */

/** Larger pages have more in mind. */
const MAX_PAGE_BYTES = 10_000;
/** Text beside the script; more belongs to a page of its own. */
const MAX_TEXT_CHARS = 300;

/** A string literal, with no escapes but those of quotes and slashes. */
const STRING = String.raw`(?:"(?:[^"\\\n]|\\["'/])*"|'(?:[^'\\\n]|\\["'/])*')`;
/** A cookie made of strings alone. */
const COOKIE = new RegExp(
  String.raw`document\.cookie\s*=\s*(${STRING}(?:\s*\+\s*${STRING})*)\s*(?:[;,}\n<]|$)`,
);
const LOCATION = String.raw`(?:(?:window|document|self|top)\.)?location`;
/** Loads the same page again, or goes to a constant address. */
const RELOAD = new RegExp(
  [
    String.raw`\blocation\.reload\s*\(`,
    String.raw`\bhistory\.go\(\s*0?\s*\)`,
    String.raw`[Rr]efresh["']?\s+content=["']?\d+\s*;?\s*["'/>]`,
    String.raw`\blocation(?:\.href)?\s*=\s*(?:${LOCATION}(?:\.href|\.pathname)?\s*(?:[;}\n<]|$)|(${STRING}))`,
    String.raw`\blocation\.(?:replace|assign)\(\s*(?:${LOCATION}(?:\.href|\.pathname)?|(${STRING}))\s*\)`,
  ].join('|'),
);

const unquote = (literal: string) => literal.slice(1, -1).replace(/\\(.)/g, '$1');

/** Whether an address in a script is that of its own page. */
function isSamePage(literal: string | undefined, url: string): boolean {
  if (!literal) return true;
  const withoutFragment = (address: string) => address.replace(/#.*/s, '');
  const address = unquote(literal);
  return URL.canParse(address, url) && withoutFragment(new URL(address, url).href) === withoutFragment(url);
}

/**
 * The cookie that a page sets before it loads itself again, if that is all it does and the cookie is constant.
 *
 * @param url of the page
 * @returns as in a `Set-Cookie` header
 */
export function constantCookie(body: Uint8Array, url: string): string | undefined {
  if (body.length > MAX_PAGE_BYTES) return undefined;
  // As the headers are decoded, and encoded again.
  const page = Buffer.from(body).toString('latin1');
  const cookie = COOKIE.exec(page)?.[1];
  const reload = RELOAD.exec(page);
  if (!cookie || !reload || page.split('document.cookie').length > 2) return undefined;
  const text = page.replace(/<(script|style|title)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<[^>]*>/g, '');
  if (text.trim().length > MAX_TEXT_CHARS || /<a\s/i.test(page) || !/<(?:script|body)\b/i.test(page))
    return undefined;
  if (!isSamePage(reload[1] ?? reload[2], url)) return undefined;
  return cookie.match(new RegExp(STRING, 'g'))!.map(unquote).join('');
}
