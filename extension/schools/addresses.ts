import { httpUrl } from '../../core/url.ts';
import { httpAddress } from '../store/fields.ts';

/** Some readers write `feed:` before the address of a feed, or `feed:` in place of `http:`. */
export const withoutFeedScheme = (address: string): string =>
  address.replace(/^feed:(?=https?:)/i, '').replace(/^feed:(?=\/\/)/i, 'http:');

/**
 * The URLs that a typed address may mean, best first; empty if it is not an address. Without a protocol, https is
 * tried before http, which is all that some schools' sites support.
 *
 * @example pageAddresses('truong.example') // ['https://truong.example/', 'http://truong.example/']
 */
export function pageAddresses(typed: string): string[] {
  const text = withoutFeedScheme(typed.trim());
  const hasProtocol = /^https?:\/\//i.test(text);
  if (!hasProtocol && !/^[^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:[/?#]\S*)?$/.test(text)) return [];
  const urls = hasProtocol ? [httpUrl(text)] : [httpUrl(`https://${text}`), httpUrl(`http://${text}`)];
  return urls.filter((url) => httpAddress(url) !== undefined) as string[];
}
