import type { Item } from '../model/feed.ts';

/** A guid without `http(s)://` and `www.`: it is often a URL, and stays the same guid when the site moves to https. */
export function stripScheme(guid: string): string {
  return guid.replace(/^https?:\/\/(?:www\.)?(?=.)/i, '');
}

/** The two parts of a key: the school's prefix (`nb:`, or '') and the guid without its scheme. */
export function keyParts(item: Item, school: string | undefined): [owner: string, guid: string] {
  const named = item._tct?.school;
  if (!(named ?? school)) return ['', stripScheme(item.id)];
  const owner = `${named ?? school}:`;
  const fromHub = named && item.id.startsWith(owner);
  return [owner, stripScheme(fromHub ? item.id.slice(owner.length) : item.id)];
}

/**
 * The key of a post, the same whether it was read from a hub or from the school's own feed: `<school>:<guid>`. A hub's
 * items name their school and have such an id already. Guids that are URLs are compared without `http(s)://` and
 * `www.`.
 *
 * @param school id of the school whose feed the item was read from; not needed for a hub's items
 * @example
 * ```ts
 * const direct = await readFeed(body, { url: 'https://nb.example/feed' });
 * postKey(direct.items[0], 'nb'); // 'nb:nb.example/?p=12'
 *
 * const hub = await readFeed(news, { url: 'https://hub.example/news.json' });
 * postKey(hub.items[0]); // the same
 * ```
 */
export function postKey(item: Item, school?: string): string {
  return keyParts(item, school).join('');
}
