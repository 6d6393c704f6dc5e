import type { Item } from '../model/feed.ts';
import { cumulativeNames, identifyingLink, identityClues } from './clues.ts';
import { stripScheme } from './post-key.ts';

/** An item without an id yet, and the guid from its source. `assignIds` sets `item.id`. */
export interface UnidentifiedItem {
  guid?: string;
  item: Item;
}

/** Lengthens the ids of posts whose first clue is the same; drops posts that the feed repeats. */
function disambiguate(drafts: readonly UnidentifiedItem[]): Item[] {
  const posts = new Map<string, { item: Item; names: string[] }>();
  for (const { guid, item } of drafts) {
    const names = cumulativeNames(stripScheme(guid ?? ''), identifyingLink(item), item);
    posts.set(names.at(-1)!, { item, names });
  }
  const counts = new Map<string, number>();
  for (const { names } of posts.values())
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // A single post that the feed repeats keeps its short id.
  if (posts.size > 1)
    for (const { item, names } of posts.values()) item.id = names.find((name) => counts.get(name) === 1)!;
  return [...posts.values()].map(({ item }) => item);
}

/**
 * Sets the ids of the items of one feed: the trimmed guid, else the link, else a hash of title and text.
 *
 * If several posts share that id, the link is appended; if they also share the link, the title (without a guid: title
 * and text). The position in the feed never counts, because the next post would change it. Of a post that the feed
 * repeats (same guid, link and title), the last copy is returned.
 */
export function assignIds(drafts: readonly UnidentifiedItem[]): Item[] {
  const groups = new Map<string, UnidentifiedItem[]>();
  for (const { guid: given, item } of drafts) {
    const guid = given?.trim() ?? '';
    const name = stripScheme(guid) || identityClues('', identifyingLink(item), item).next().value!;
    item.id = guid || name;
    const group = groups.get(name);
    if (group) group.push({ guid, item });
    else groups.set(name, [{ guid, item }]);
  }
  const kept = new Set<Item>();
  for (const group of groups.values())
    for (const item of group.length > 1 ? disambiguate(group) : [group[0]!.item]) kept.add(item);
  return drafts.map(({ item }) => item).filter((item) => kept.has(item));
}
