/**
 * Who a post is: in one feed, from one feed to the next reading of it, and from the hub to the school's own feed.
 * Dates never decide, nor does the order of a feed.
 */
import type { Item } from '../model/feed.ts';
import { canonicalUrl } from '../url.ts';
import { keyParts, stripScheme } from './post-key.ts';

/** An item as a reader has just read it, and the guid its source gave it. */
export interface UnidentifiedItem {
  guid?: string;
  item: Item;
}

/** 53 bits of a text, in base 36: short, stable, the same in every engine (cyrb53, public domain). */
function hashText(text: string): string {
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

/** The link, if it can be a post's own: feeds that know no better link every post to the front page. */
function ownLink({ url }: Pick<Item, 'url'>): string {
  const link = url ? canonicalUrl(url) : '';
  return /[/?]/.test(link) ? link : '';
}

/**
 * What tells a post from its neighbours, the most telling first; worked out only as far as it is asked for.
 *
 * @param guid plain
 */
function* identityClues(guid: string, link: string, item: Item): Generator<string, void> {
  const known = guid && guid !== link;
  if (known) yield guid;
  if (link) yield link;
  // A post with a guid is the same though its text was edited; without one, posts of one title are told by their text.
  yield `text:${hashText(known ? item.title || item.content_text : `${item.title ?? ''}\n${item.content_text}`)}`;
}

/** All the evidence as names, each longer by one piece than the one before. */
function cumulativeNames(guid: string, link: string, item: Item): string[] {
  const found: string[] = [];
  for (const piece of identityClues(guid, link, item))
    found.push(found.length ? `${found.at(-1)} ${piece}` : piece);
  return found;
}

/** The name without its last piece; a piece that was added has no space in it. */
function withoutLastClue(name: string): string {
  return name.replace(/ \S+$/, '');
}

/** Names the posts of which the first piece of evidence is the same; a post printed twice is left out. */
function disambiguate(drafts: readonly UnidentifiedItem[]): Item[] {
  const posts = new Map<string, { item: Item; named: string[] }>();
  for (const { guid, item } of drafts) {
    const named = cumulativeNames(stripScheme(guid ?? ''), ownLink(item), item);
    posts.set(named.at(-1)!, { item, named });
  }
  const bearers = new Map<string, number>();
  for (const { named } of posts.values())
    for (const name of named) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  // One post, though printed twice, keeps its short name.
  if (posts.size > 1)
    for (const { item, named } of posts.values()) item.id = named.find((name) => bearers.get(name) === 1)!;
  return [...posts.values()].map(({ item }) => item);
}

/**
 * Gives the items of one feed their ids: the guid, trimmed; without a guid the link, else a digest of title and text.
 * Where that stands on several posts, the link is added, and where that does not tell them apart the title (without a
 * guid: title and text). Never the position: one more post would change it. The same post printed twice (guid, link
 * and title alike) is one.
 */
export function assignIds(drafts: readonly UnidentifiedItem[]): Item[] {
  const groups = new Map<string, UnidentifiedItem[]>();
  for (const { guid: given, item } of drafts) {
    const guid = given?.trim() ?? '';
    const name = stripScheme(guid) || identityClues('', ownLink(item), item).next().value!;
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

/** What has to be remembered of a post to know it again. */
export interface KnownPost {
  key: string;
  /** What follows is of its last reading. The key it would have had then, where that is another. */
  alias?: string;
  url?: string;
  title?: string;
}

export interface MatchedPost {
  item: Item;
  /** The key it is known by: the one it was first seen with. No two posts have the same. */
  key: string;
  /** To be remembered, as are the item's url and title. */
  alias?: string;
  isNew: boolean;
}

/** The links that stand on one post only: a link on several says nothing of any of them. */
function uniqueEntries<T>(linked: Iterable<readonly [link: string, post: T]>): Map<string, T> {
  const found = new Map<string, T>();
  const several = new Set<string>();
  for (const [link, post] of linked) {
    if (found.has(link)) several.add(link);
    found.set(link, post);
  }
  for (const link of several) found.delete(link);
  return found;
}

/**
 * Tells the new posts of a fresh reading from the known ones. A post is known
 * 1. by its key, also if then its guid stood on several posts and now does not;
 * 2. by its link: Liferay and others change a guid when a post is edited or its block is moved;
 * 3. by its title and link, if then its guid stood on it alone and now stands on several.
 *
 * So an edited title, another guid, another order, going and coming back make no post new. One that changes guid and
 * link at once is new; so is one that has neither for its own and whose title or text is edited.
 *
 * @param known every post the source ever gave, also those it no longer shows
 * @param items as `identify` gives them: no two with one id
 */
export function matchPosts(
  known: Iterable<KnownPost>,
  items: readonly Item[],
  school?: string,
): MatchedPost[] {
  const posts = new Map<string, KnownPost>();
  for (const post of known) posts.set(post.key, post);
  const byName = new Map(posts);
  // A guid that one post has given up and another has taken is the other's.
  for (const post of posts.values()) if (post.alias) byName.set(post.alias, post);

  const read = items.map((item) => {
    const [owner, guid] = keyParts(item, school);
    const link = ownLink(item);
    const [own = '', ...longer] = cumulativeNames(guid, link, item).map((name) => owner + name);
    return { item, owner, link, own, longer, post: undefined as KnownPost | undefined };
  });
  const taken = new Set<KnownPost>();
  const take = (one: (typeof read)[number], post: KnownPost | undefined) => {
    if (!post || one.post || taken.has(post)) return;
    one.post = post;
    taken.add(post);
  };

  // The longest name first: the short one was the other post's as long as there were two.
  for (const one of read)
    for (const name of [...one.longer].reverse().concat(one.own)) take(one, byName.get(name));
  const strange = read.filter(({ post }) => !post);
  if (strange.length) {
    const owners = [...new Set(strange.map(({ owner }) => owner))];
    const knownLinks: [string, KnownPost][] = [];
    for (const post of posts.values()) {
      const link = ownLink(post);
      for (const owner of owners) if (post.key.startsWith(owner)) knownLinks.push([owner + link, post]);
    }
    const oneKnown = uniqueEntries(knownLinks);
    const oneRead = uniqueEntries(read.map((one) => [one.owner + one.link, one]));
    for (const [link, one] of oneRead) if (one.link) take(one, oneKnown.get(link));
  }
  for (const one of strange) {
    for (const name of [withoutLastClue(one.own), withoutLastClue(withoutLastClue(one.own))]) {
      const post = byName.get(name);
      if (post?.title && post.title === one.item.title && ownLink(post) === one.link) take(one, post);
    }
  }

  return read.map(({ item, own, longer, post }) => {
    const key = post?.key ?? [own, ...longer].find((name) => !posts.has(name)) ?? own;
    // A shorter form of the key may be another post's whole name.
    return { item, key, ...(!`${key} `.startsWith(`${own} `) && { alias: own }), isNew: !post };
  });
}
