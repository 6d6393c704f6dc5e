/** What is let go when there is too much: old read posts first, unread and starred ones never. */
import { omitUndefined } from '../../core/omit-undefined.ts';
import { newestFirst } from '../schools/posts.ts';
import type { EvictedPost, Post, Store } from './schema.ts';

/** Read posts kept of a school and kind. */
const MAX_READ_POSTS = 100;
/** Names kept of posts that were let go; the sources themselves hold far fewer. */
const MAX_EVICTED_NAMES = 5000;

export function toEvicted({ key, alias, school, kind, item: { url, title } }: Post): EvictedPost {
  return omitUndefined({ key, alias, school, kind, url, title });
}

/** Lets go of the oldest read posts beyond `keep` of each school and kind; their names stay. */
function evictOldest(store: Store, keep: number, names: number): Store {
  const shelves = new Map<string, Post[]>();
  for (const post of store.posts) {
    if (!post.read || post.starred) continue;
    const shelf = `${post.school} ${post.kind}`;
    const posts = shelves.get(shelf);
    if (posts) posts.push(post);
    else shelves.set(shelf, [post]);
  }
  const gone = new Set<Post>();
  for (const posts of shelves.values()) {
    if (posts.length <= keep) continue;
    for (const post of newestFirst(posts).slice(keep)) gone.add(post);
  }
  if (!gone.size && store.former.length <= names) return store;
  return {
    ...store,
    posts: store.posts.filter((post) => !gone.has(post)),
    former: [...store.former, ...[...gone].map(toEvicted)].slice(-names),
  };
}

export const evict = (store: Store): Store => evictOldest(store, MAX_READ_POSTS, MAX_EVICTED_NAMES);

/**
 * What is left when the browser refuses the whole: hardly a read post, few names, and of the posts that stay no
 * pictures and texts. Undefined if nothing can be left out any more.
 */
export function evictForQuota(store: Store): Store | undefined {
  const less = evictOldest(store, 10, 500);
  const posts = less.posts.map((post): Post => {
    const { id, url, title, date_published, _tct } = post.item;
    return { ...post, item: omitUndefined({ id, content_text: '', url, title, date_published, _tct }) };
  });
  return JSON.stringify(posts).length < JSON.stringify(store.posts).length ? { ...less, posts } : undefined;
}
