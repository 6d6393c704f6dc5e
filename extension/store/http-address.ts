import { isPlainUrl, MAX_URL_CHARS } from '../../core/plain-url.ts';

/** A host name that the URL parser accepts: it does not end like an IPv4 address, nor is it Punycode. */
const PLAIN_HOST = /^https?:\/\/(?!\S*xn--)[\w.-]+\.[a-z]+(?:[:/?#]|$)/i;

/**
 * Whether a text is an absolute http(s) URL that the URL parser accepts. Not with `*` in the host, which is valid there
 * but would make the permission for the host one for many hosts.
 */
export function isHttpAddress(text: string): boolean {
  if (text.length > MAX_URL_CHARS || !/^https?:\/\//i.test(text)) return false;
  // Faster than the URL parser, and nearly always enough.
  if (isPlainUrl(text) && PLAIN_HOST.test(text)) return true;
  try {
    return !new URL(text).host.includes('*');
  } catch {
    return false;
  }
}
