/**
 * Eviction: the oldest read posts go first. Unread posts go only beyond limits that no school comes near, so that a
 * source that invents posts fills no more than its share; starred posts are never evicted. What goes is remembered.
 */
import { bySchoolAndKind } from './by-school-and-kind.ts';
import { Memory, memoryNames } from './memory.ts';
import { newestFirst } from './newest-first.ts';
import type { Post, Store } from './schema.ts';

/** Limits for the posts of one school and kind, read and unread. */
const MAX_POSTS = 1000;
const MAX_READ_POSTS = 100;
/** Of the posts of one school and kind as JSON. */
const MAX_CHARS = 600_000;

/** Of the texts of all posts together, which the browser reads and writes with every change. */
const MAX_TEXT_CHARS = 200_000;

/** How many of these, from the first, together have at most `maxChars` as JSON. */
function fittingCount(posts: readonly unknown[], maxChars: number): number {
  let chars = 0;
  const end = posts.findIndex((post) => {
    chars += JSON.stringify(post).length;
    return chars > maxChars;
  });
  return end < 0 ? posts.length : end;
}

/** The posts of one school and kind to evict. */
function excess(group: readonly Post[]): Post[] {
  const newest = newestFirst(group);
  const max = Math.min(MAX_POSTS, fittingCount(newest, MAX_CHARS));
  let read = 0;
  return newest.filter((post, index) => index >= max || (post.read && ++read > MAX_READ_POSTS));
}

/** The store without these posts, which are remembered. */
export function evictPosts(store: Store, posts: readonly Post[]): Store {
  if (!posts.length) return store;
  const evicted = new Set(posts);
  const keys = new Set(posts.map(({ key }) => key));
  const memory = bySchoolAndKind(posts).reduce((memories, group) => {
    const memory = new Memory(memories, group[0]!);
    memory.remember(
      group.map(({ key, alias = key, school, item }) => memoryNames(school, [key, alias], item)),
    );
    return memory.storedIn(memories);
  }, store.memory);
  return {
    ...store,
    posts: store.posts.filter((post) => !evicted.has(post)),
    memory,
    untold: store.untold.filter((key) => !keys.has(key)),
  };
}

/** The texts of starred posts are kept first, then those of unread ones; of each the newest. */
function limitTexts(store: Store): Store {
  const withText = store.posts.filter(({ item }) => item.content_text);
  let chars = withText.reduce((sum, { item }) => sum + item.content_text.length, 0);
  if (chars <= MAX_TEXT_CHARS) return store;
  const rank = ({ starred, read }: Post) => (starred ? 0 : read ? 2 : 1);
  const cut = new Set<Post>();
  for (const post of newestFirst(withText)
    .sort((a, b) => rank(a) - rank(b))
    .reverse()) {
    if (chars <= MAX_TEXT_CHARS) break;
    chars -= post.item.content_text.length;
    cut.add(post);
  }
  const posts = store.posts.map((post) =>
    cut.has(post) ? { ...post, item: { ...post.item, content_text: '' } } : post,
  );
  return { ...store, posts };
}

/** Keeps the store within its limits. */
export function evict(full: Store): Store {
  const store = limitTexts(full);
  const unstarred = store.posts.filter(({ starred }) => !starred);
  return evictPosts(store, bySchoolAndKind(unstarred).flatMap(excess));
}
