/** Cookies within one chain of redirects (RFC 6265). */
import { serverOf } from '../../core/poll/plan.ts';

const MAX_COOKIES = 50;
/** Name and value; browsers ignore longer cookies. */
const MAX_COOKIE_CHARS = 4096;

interface Cookie {
  /** `name=value`. */
  pair: string;
  /** URL of the response that set it. */
  origin: URL;
  /** Set if hosts below this one get the cookie, too. */
  domain?: string;
  path: string;
  isSecure: boolean;
}

/** Splits `name=value`. */
function splitPair(written: string): [name: string, value: string] {
  const [name = '', ...value] = written.split('=');
  return [name.trim(), value.join('=').trim()];
}

/** Section 5.1.3. */
const matchesDomain = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** Section 5.1.4. */
const matchesPath = (path: string, cookiePath: string) =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);

/** Section 5.2. Dates are as servers write them, `31-Dec-2099` included; others are ignored. */
function isExpired(attributes: ReadonlyMap<string, string>): boolean {
  const maxAge = attributes.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(attributes.get('expires') ?? '') <= Date.now();
}

/**
 * The cookies that were set on the way through one chain of redirects. They are sent only to the server that set them,
 * with or without `www.`, so that no list of public suffixes is needed; and they end with the chain.
 */
export class Cookies {
  /** By name, domain and path, in the order of their creation. */
  private readonly cookies = new Map<string, Cookie>();

  /** Adds, replaces or deletes a cookie. @param written a `Set-Cookie` header */
  set(url: string, written: string): void {
    const [first = '', ...rest] = written.split(';');
    const [name, value] = splitPair(first);
    // Control characters cannot be sent.
    if (
      !name ||
      !first.includes('=') ||
      first.length > MAX_COOKIE_CHARS ||
      /[\0-\x08\x0a-\x1f\x7f]/.test(first)
    )
      return;
    const origin = new URL(url);
    // The last attribute of a name counts.
    const attributes = new Map(rest.map(splitPair).map(([name, value]) => [name.toLowerCase(), value]));
    const domain = attributes.get('domain')?.toLowerCase().replace(/^\./, '');
    if (domain && !matchesDomain(origin.hostname, domain)) return;
    const given = attributes.get('path') ?? '';
    const path = given.startsWith('/')
      ? given
      : origin.pathname.slice(0, origin.pathname.lastIndexOf('/')) || '/';
    const key = [name, domain ?? origin.hostname, path].join(';');
    if (isExpired(attributes)) this.cookies.delete(key);
    else if (this.cookies.has(key) || this.cookies.size < MAX_COOKIES)
      this.cookies.set(key, {
        pair: `${name}=${value}`,
        origin,
        ...(domain && { domain }),
        path,
        isSecure: attributes.has('secure'),
      });
  }

  /** The `Cookie` header of a request to a URL; undefined if it has none. */
  headerFor(url: string): string | undefined {
    const { protocol, hostname, pathname } = new URL(url);
    const sent = [...this.cookies.values()].filter(
      ({ origin, domain, path, isSecure }) =>
        serverOf(url) === serverOf(origin.href) &&
        (domain ? matchesDomain(hostname, domain) : hostname === origin.hostname) &&
        matchesPath(pathname, path) &&
        (!isSecure || protocol === 'https:'),
    );
    // Longer paths come first (section 5.4).
    sent.sort((a, b) => b.path.length - a.path.length);
    return sent.map(({ pair }) => pair).join('; ') || undefined;
  }
}
