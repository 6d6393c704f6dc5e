/** Eviction: the oldest read posts go first; unread and starred posts are never evicted. */
import { omitUndefined } from '../../core/omit-undefined.ts';
import { newestFirst } from './newest-first.ts';
import type { EvictedPost, Post, Store } from './schema.ts';

/** Read posts stored for each school and kind. */
const MAX_READ_POSTS = 100;
/** Evicted posts remembered, far more than the feeds still list. */
const MAX_EVICTED_POSTS = 5000;
/** The same limits when storage is full. */
const MAX_READ_POSTS_ON_QUOTA = 10;
const MAX_EVICTED_POSTS_ON_QUOTA = 500;

export function toEvicted({ key, alias, school, kind, item: { url, title } }: Post): EvictedPost {
  return omitUndefined({ key, alias, school, kind, url, title });
}

/** Evicts the oldest read posts of each school and kind beyond `maxRead`, and remembers `maxEvicted` of them. */
function evictOldest(store: Store, maxRead: number, maxEvicted: number): Store {
  const groups = new Map<string, Post[]>();
  for (const post of store.posts) {
    if (!post.read || post.starred) continue;
    const name = `${post.school} ${post.kind}`;
    const group = groups.get(name);
    if (group) group.push(post);
    else groups.set(name, [post]);
  }
  const evicted = new Set<Post>();
  for (const group of groups.values()) {
    if (group.length <= maxRead) continue;
    for (const post of newestFirst(group).slice(maxRead)) evicted.add(post);
  }
  if (!evicted.size && store.former.length <= maxEvicted) return store;
  return {
    ...store,
    posts: store.posts.filter((post) => !evicted.has(post)),
    former: [...store.former, ...[...evicted].map(toEvicted)].slice(-maxEvicted),
  };
}

export const evict = (store: Store): Store => evictOldest(store, MAX_READ_POSTS, MAX_EVICTED_POSTS);

/**
 * Makes the store smaller when the browser reports that storage is full: evicts nearly all read posts and drops the
 * images, summaries and attachments of the rest. Undefined if that frees nothing.
 */
export function evictForQuota(store: Store): Store | undefined {
  const evicted = evictOldest(store, MAX_READ_POSTS_ON_QUOTA, MAX_EVICTED_POSTS_ON_QUOTA);
  const posts = evicted.posts.map((post): Post => {
    const { id, url, title, date_published, _tct } = post.item;
    return { ...post, item: omitUndefined({ id, content_text: '', url, title, date_published, _tct }) };
  });
  return JSON.stringify(posts).length < JSON.stringify(store.posts).length
    ? { ...evicted, posts }
    : undefined;
}
