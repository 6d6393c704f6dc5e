import { httpUrl } from '../../core/url.ts';

/**
 * The addresses that may be meant by what was typed, best first; none if it is no address. People leave out the
 * protocol, and many schools' sites know only http.
 */
export function pageAddresses(typed: string): string[] {
  const text = typed.trim();
  const written = /^https?:\/\//i.test(text);
  if (!written && !/^[^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:[/?#]\S*)?$/.test(text)) return [];
  const links = written ? [httpUrl(text)] : [httpUrl(`https://${text}`), httpUrl(`http://${text}`)];
  return links.filter((link) => link !== undefined);
}
