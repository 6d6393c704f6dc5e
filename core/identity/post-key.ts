import type { Item } from '../model/feed.ts';

/** A guid is often an address: when the site moves to https it is still the same guid. */
export function stripScheme(guid: string): string {
  return guid.replace(/^https?:\/\/(?:www\.)?(?=.)/i, '');
}

/** The two halves of a key: whose the post is, and which it is. */
export function keyParts(item: Item, school: string | undefined): [owner: string, guid: string] {
  const named = item._tct?.school;
  if (!(named ?? school)) return ['', stripScheme(item.id)];
  const owner = `${named ?? school}:`;
  const fromHub = named && item.id.startsWith(owner);
  return [owner, stripScheme(fromHub ? item.id.slice(owner.length) : item.id)];
}

/**
 * The key of a post wherever it was read. The hub's items have `<school>:<guid>` for an id and name the school, a
 * school's own feed has the guid: both give `<school>:<guid>`. A guid that is an address counts without `http(s)://`
 * and `www.`.
 *
 * @param school whose feed the item was read from, where the item does not say
 */
export function postKey(item: Item, school?: string): string {
  return keyParts(item, school).join('');
}
