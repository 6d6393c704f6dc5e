import { hashText } from '../hash.ts';
import type { Item } from '../model/feed.ts';
import { cumulativeNames, identifyingLink, type TitleNames, titleNames } from './clues.ts';
import { keyParts } from './post-key.ts';

/** The fields of a stored post that are needed to recognise it later. */
export interface KnownPost {
  key: string;
  /** The key that it would have got when it was last read, if that differs. */
  alias?: string;
  /** When it was last read. */
  url?: string;
  /** When it was last read. */
  title?: string;
  /** When it was last read; without them, a post whose guid and link change at once is new. */
  titleNames?: TitleNames;
}

export interface MatchedPost {
  item: Item;
  /** The key the post got when it was first seen. Unique. */
  key: string;
  /** To be stored with the post, as are the item's url and title. */
  alias?: string;
  isNew: boolean;
}

/** An item that was just read, with all names that it may be known by. */
interface Candidate {
  item: Item;
  /** The school's prefix of the key, for example `nb:`. */
  owner: string;
  link: string;
  /** The key by the first clue alone. */
  shortKey: string;
  /** Keys with more clues, shortest first. */
  longerKeys: string[];
  post?: KnownPost;
}

function toCandidate(item: Item, school: string | undefined): Candidate {
  const [owner, guid] = keyParts(item, school);
  const link = identifyingLink(item);
  const [shortKey = '', ...longerKeys] = cumulativeNames(guid, link, item).map((name) => owner + name);
  return { item, owner, link, shortKey, longerKeys };
}

/** The entries whose link occurs once: a link on several posts identifies none of them. */
export function uniqueEntries<T>(entries: Iterable<readonly [link: string, value: T]>): Map<string, T> {
  const found = new Map<string, T>();
  const repeated = new Set<string>();
  for (const [link, value] of entries) {
    if (found.has(link)) repeated.add(link);
    found.set(link, value);
  }
  for (const link of repeated) found.delete(link);
  return found;
}

function knownByLink(posts: Iterable<KnownPost>, owners: ReadonlySet<string>): Map<string, KnownPost> {
  const entries: [string, KnownPost][] = [];
  for (const post of posts) {
    const link = identifyingLink(post);
    for (const owner of owners) if (post.key.startsWith(owner)) entries.push([owner + link, post]);
  }
  return uniqueEntries(entries);
}

/** Takes known posts by their titles for the candidates that are left. */
function takeByTitle(
  known: Iterable<KnownPost>,
  candidates: readonly Candidate[],
  take: (candidate: Candidate, post: KnownPost | undefined) => void,
): void {
  const named = [...known].filter(({ titleNames }) => titleNames);
  if (!named.length) return;
  const read = candidates
    .filter(({ post }) => !post)
    .map((candidate) => ({ candidate, names: titleNames(candidate.item) }));
  const byDate = new Map<string, KnownPost[]>();
  for (const post of named) {
    const { dated } = post.titleNames!;
    if (dated) byDate.set(dated, [...(byDate.get(dated) ?? []), post]);
  }
  const takeOwn = (candidate: Candidate, post: KnownPost | undefined) =>
    post?.key.startsWith(candidate.owner) && take(candidate, post);
  // Of several with the same title and date, each takes another.
  for (const { candidate, names } of read)
    for (const post of byDate.get(names.dated ?? '') ?? []) takeOwn(candidate, post);
  const knownPaths = uniqueEntries(named.map((post) => [post.titleNames!.linked ?? '', post]));
  const readPaths = uniqueEntries(read.map(({ candidate, names }) => [names.linked ?? '', candidate]));
  for (const [name, candidate] of readPaths) if (name) takeOwn(candidate, knownPaths.get(name));
}

/** Keys for new posts: the shortest that no other post has. */
function keysOfNew(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, KnownPost>,
): Map<Candidate, string> {
  const taken = new Set(known.keys());
  const keys = new Map<Candidate, string>();
  const give = (candidate: Candidate, key: string) => {
    keys.set(candidate, key);
    taken.add(key);
  };
  const others: Candidate[] = [];
  for (const candidate of candidates)
    if (taken.has(candidate.shortKey)) others.push(candidate);
    else give(candidate, candidate.shortKey);
  for (const candidate of others) {
    const { shortKey, longerKeys } = candidate;
    let key = longerKeys.find((name) => !taken.has(name)) ?? longerKeys.at(-1) ?? shortKey;
    while (taken.has(key)) key += ` text:${hashText(key)}`;
    give(candidate, key);
  }
  return keys;
}

/** A name without its last clue. Appended clues contain no space. */
function withoutLastClue(name: string): string {
  return name.replace(/ \S+$/, '');
}

/**
 * Matches the items of a feed with the known posts of its source. Ignores the order of the feed. A post is known
 * 1. by its key, even if its guid was shared by several posts then and is not any more;
 * 2. by its link: Liferay and others change a guid when a post is edited or its block is moved;
 * 3. by its title and link, if its guid was unique then and is shared now;
 * 4. by its title and date, or its title and the path of its link, if these are known: `KnownPost.titleNames`.
 *
 * So a post does not become new if its title is edited, its guid changes, the order changes, or it disappears and comes
 * back. It does if guid, link and (4) title or date change at once, or if it has neither and its title or text is edited.
 *
 * @param known all known posts of the source, including those that it no longer lists
 * @param items with unique ids, as `assignIds` gives them
 * @param school id of the school whose feed it is, for items that do not name one
 */
export function matchPosts(
  known: Iterable<KnownPost>,
  items: readonly Item[],
  school?: string,
): MatchedPost[] {
  const posts = new Map<string, KnownPost>();
  for (const post of known) posts.set(post.key, post);
  const byName = new Map(posts);
  // A guid that moved from one post to another now belongs to the other.
  for (const post of posts.values()) if (post.alias) byName.set(post.alias, post);

  const candidates = items.map((item) => toCandidate(item, school));
  const taken = new Set<KnownPost>();
  const take = (candidate: Candidate, post: KnownPost | undefined) => {
    if (!post || candidate.post || taken.has(post)) return;
    candidate.post = post;
    taken.add(post);
  };

  // Longest key first: while two posts shared the short one, it belonged to the other.
  for (const candidate of candidates)
    for (const key of [...candidate.longerKeys].reverse().concat(candidate.shortKey))
      take(candidate, byName.get(key));
  const unmatched = candidates.filter(({ post }) => !post);
  if (unmatched.length) {
    const knownLinks = knownByLink(posts.values(), new Set(unmatched.map(({ owner }) => owner)));
    const readLinks = uniqueEntries(candidates.map((one) => [one.owner + one.link, one]));
    for (const [link, candidate] of readLinks) if (candidate.link) take(candidate, knownLinks.get(link));
  }
  for (const candidate of unmatched) {
    const { shortKey, item, link } = candidate;
    for (const name of [withoutLastClue(shortKey), withoutLastClue(withoutLastClue(shortKey))]) {
      const post = byName.get(name);
      if (post?.title && post.title === item.title && identifyingLink(post) === link) take(candidate, post);
    }
  }

  takeByTitle(posts.values(), candidates, take);

  const newKeys = keysOfNew(
    candidates.filter(({ post }) => !post),
    posts,
  );
  return candidates.map((candidate) => {
    const { item, shortKey, post } = candidate;
    const key = post?.key ?? newKeys.get(candidate)!;
    // The added space makes this a comparison of clues: `nb:1` is not a prefix of `nb:12`.
    const isPrefix = `${key} `.startsWith(`${shortKey} `);
    return { item, key, ...(!isPrefix && { alias: shortKey }), isNew: !post };
  });
}
