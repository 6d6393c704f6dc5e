import { hashText } from '../../core/hash.ts';
import { matchPosts } from '../../core/identity/match-posts.ts';
import { postKey } from '../../core/identity/post-key.ts';
import type { Item } from '../../core/model/feed.ts';
import { foldWords } from '../../core/text/fold-words.ts';
import { keepDate, knownPost } from './posts.ts';
import { samePosts } from './same-posts.ts';
import type { StoredPost } from './types.ts';

/**
 * The items that are matched to posts by their keys and links, and others by their titles.
 *
 * @param byTitleAlone see `samePosts`
 */
export function sameOrMatched(
  posts: readonly StoredPost[],
  items: readonly Item[],
  school: string,
  byTitleAlone = false,
): { matched: Map<Item, StoredPost>; same: Map<Item, StoredPost> } {
  const matches = matchPosts(posts.map(knownPost), items, school);
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const matched = new Map<Item, StoredPost>();
  for (const { item, key, isNew } of matches) if (!isNew) matched.set(item, byKey.get(key)!);
  const taken = new Set(matched.values());
  const same = samePosts(
    posts.filter((post) => !taken.has(post)),
    items.filter((item) => !matched.has(item)),
    byTitleAlone,
  );
  return { matched, same };
}

/**
 * Frees the keys that other posts have in the new source: a number may name one post here and another one there. Where
 * ids differ, those that the new source does not have yet may come to name its later posts.
 *
 * @param same the items that are known posts
 */
function freeKeys(
  posts: readonly StoredPost[],
  items: readonly Item[],
  same: ReadonlyMap<Item, StoredPost>,
  school: string,
): void {
  const byKey = new Map(items.map((item) => [postKey(item, school), item]));
  const hasOtherIds = [...same].some(([item, { key }]) => postKey(item, school) !== key);
  for (const post of posts) {
    delete post.alias;
    const item = byKey.get(post.key);
    if (item && same.get(item) === post) continue;
    const isOther =
      item && (same.has(item) || foldWords(item.title ?? '') !== foldWords(post.item.title ?? ''));
    const free = ` text:${hashText(post.id)}`;
    if ((hasOtherIds || isOther) && !post.key.endsWith(free)) post.key += free;
  }
}

/**
 * Prepares the known posts of a source for the items of another one that is read in its place: a post that they have
 * under another id or link stays the same post, and keeps its date where the item has none.
 *
 * @param own posts of the source; those that the items have get the items' keys as aliases, for `matchPosts`
 * @param others posts of the other sources of the list
 * @param isFirst the first items since the change
 * @returns the items without those that other sources of the list have
 */
export function adoptPosts(
  own: readonly StoredPost[],
  others: readonly StoredPost[],
  items: readonly Item[],
  school: string,
  isFirst: boolean,
): Item[] {
  const elsewhere = samePosts(others, items, isFirst);
  const { matched, same } = isFirst
    ? { matched: new Map<Item, StoredPost>(), same: samePosts(own, items, true) }
    : sameOrMatched(own, items, school);
  const kept = items.filter((item) => matched.has(item) || same.has(item) || !elsewhere.has(item));
  if (isFirst) freeKeys(own, kept, same, school);
  for (const [item, post] of same) {
    const key = postKey(item, school);
    if (key === post.key) delete post.alias;
    else post.alias = key;
  }
  for (const [item, { item: known }] of [...matched, ...same])
    if (!item.date_published) keepDate(item, known);
  return kept;
}
