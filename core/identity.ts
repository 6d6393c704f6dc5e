import type { Item } from './feed.ts';
import { linkKey } from './link.ts';

/** An item as a reader has just read it, and the guid its source gave it. */
export interface Draft {
  guid?: string;
  item: Item;
}

/** 53 bits of a text, in base 36: short, stable, the same in every engine (cyrb53, public domain). */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return ((b & 0x1fffff) * 2 ** 32 + (a >>> 0)).toString(36);
}

function linkOf(item: Item): string {
  return item.url ? linkKey(item.url) : '';
}

/** Where a source gives no guid: its link, else what it says. */
function substitute(item: Item): string {
  return linkOf(item) || `text:${digest(`${item.title ?? ''}\n${item.content_text}`)}`;
}

/**
 * Gives the items of one feed their ids: the guid, trimmed; of a guid that stands on several posts guid and link, and
 * of those still alike the position; without a guid the link, else a digest of title and text. The same post printed
 * twice (guid, link and title alike) is one.
 */
export function identify(drafts: readonly Draft[]): Item[] {
  const first = drafts.map(({ guid, item }) => guid?.trim() || substitute(item));
  const shared = new Set<string>();
  const links = new Map<string, string>();
  drafts.forEach(({ item }, index) => {
    const id = first[index]!;
    const link = linkOf(item);
    if ((links.get(id) ?? link) !== link) shared.add(id);
    links.set(id, link);
  });
  const taken = new Map<string, (string | undefined)[]>();
  const items: Item[] = [];
  drafts.forEach(({ item }, index) => {
    let id = first[index]!;
    if (shared.has(id)) id = `${id} ${linkOf(item)}`;
    const titles = taken.get(id) ?? [];
    if (titles.includes(item.title)) return;
    taken.set(id, [...titles, item.title]);
    item.id = titles.length ? `${id} #${titles.length + 1}` : id;
    items.push(item);
  });
  return items;
}

/**
 * The key of a post wherever it was read: the hub's files have `<school>:<guid>` for an id, a school's own feed has the
 * guid; both give `<school>:<guid>`.
 *
 * @param school whose feed the item was read from, where the item does not say
 */
export function postKey(item: Item, school = item._tct?.school): string {
  return !school || item.id.startsWith(`${school}:`) ? item.id : `${school}:${item.id}`;
}

/** What has to be remembered of a post to know it again. */
export interface Known {
  key: string;
  url?: string;
}

export interface Matched {
  item: Item;
  /** The key it is known by: the one it was first seen with. */
  key: string;
  isNew: boolean;
}

/**
 * Tells the new posts of a fresh reading from the known ones: by key, else by link, because Liferay and others change
 * a post's guid when it is edited or its block is moved. A link that several posts share says nothing. Dates never
 * decide. A post that was gone and is back is known; one with another title is the same post.
 */
export function match(known: Iterable<Known>, items: readonly Item[], school?: string): Matched[] {
  const keys = new Set<string>();
  const byLink = new Map<string, string | undefined>();
  for (const { key, url } of known) {
    keys.add(key);
    const link = url && linkKey(url);
    if (link) byLink.set(link, byLink.has(link) ? undefined : key);
  }
  const sharing = new Map<string, number>();
  for (const item of items) sharing.set(linkOf(item), (sharing.get(linkOf(item)) ?? 0) + 1);
  // Posts known by their key first: none of them may be taken for another by its link.
  const taken = new Set(items.map((item) => postKey(item, school)).filter((key) => keys.has(key)));
  return items.map((item) => {
    const own = postKey(item, school);
    if (keys.has(own)) return { item, key: own, isNew: false };
    const link = linkOf(item);
    const other = link && sharing.get(link) === 1 ? byLink.get(link) : undefined;
    if (!other || taken.has(other)) return { item, key: own, isNew: true };
    taken.add(other);
    return { item, key: other, isNew: false };
  });
}
