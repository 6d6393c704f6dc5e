import { identifyingLink } from '../../core/identity/clues.ts';
import { uniqueEntries } from '../../core/identity/match-posts.ts';
import type { Item } from '../../core/model/feed.ts';
import { foldWords } from '../../core/text/fold-words.ts';
import type { StoredPost } from './types.ts';

/** A name that the same post has in every source of its site; empty if it has none. */
type Naming = (item: Item) => string;

const titleOf: Naming = ({ title = '' }) => foldWords(title);
const titleAndDay: Naming = (item) => {
  const day = item.date_published?.slice(0, 'YYYY-MM-DD'.length);
  return day && titleOf(item) ? `${titleOf(item)} ${day}` : '';
};

/** What each name stands for, without the names of several posts. */
const byName = <T>(list: readonly T[], nameOf: (each: T) => string): Map<string, T> =>
  uniqueEntries(list.map((each): [string, T] => [nameOf(each), each]).filter(([name]) => name));

/**
 * Finds remembered posts in another source of the same site, where their ids, and perhaps their links, are others: by
 * link, else by title and day, else by title. A name that several posts have counts for none of them.
 *
 * @param byTitleAlone also where the dates differ, since a site that moved may give its old posts new dates. Otherwise
 *   only where one has no date, since a later post may have the same title
 */
export function samePosts(
  posts: readonly StoredPost[],
  items: readonly Item[],
  byTitleAlone: boolean,
): Map<Item, StoredPost> {
  const found = new Map<Item, StoredPost>();
  const taken = new Set<StoredPost>();
  for (const nameOf of [identifyingLink, titleAndDay, titleOf]) {
    const known = byName(posts, ({ item }) => nameOf(item));
    for (const [name, item] of byName(items, nameOf)) {
      const post = known.get(name);
      if (!post || taken.has(post) || found.has(item)) continue;
      const isDated = post.item.date_published && item.date_published;
      if (nameOf === titleOf && isDated && !byTitleAlone) continue;
      found.set(item, post);
      taken.add(post);
    }
  }
  return found;
}
