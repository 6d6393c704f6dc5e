/**
 * Eviction: the oldest read posts go first. Unread posts go only beyond limits that no school comes near, so that a
 * source that invents posts fills no more than its share; starred posts are never evicted.
 */
import { omitUndefined } from '../../core/omit-undefined.ts';
import { newestFirst } from './newest-first.ts';
import type { EvictedPost, Post, Store } from './schema.ts';

/** Limits for the posts of one school and kind. */
interface Limits {
  readPosts: number;
  /** Read and unread. */
  posts: number;
  /** Of the stored posts as JSON, and of the evicted ones that are remembered. */
  chars: number;
  /** Evicted posts remembered, far more than a feed still lists. */
  evictedPosts: number;
}

const LIMITS: Limits = { readPosts: 100, posts: 1000, chars: 600_000, evictedPosts: 500 };
/** When storage is full. */
const LIMITS_ON_QUOTA: Limits = { readPosts: 10, posts: 1000, chars: 200_000, evictedPosts: 200 };

export function toEvicted({ key, alias, school, kind, item: { url, title } }: Post): EvictedPost {
  return omitUndefined({ key, alias, school, kind, url, title });
}

/** The posts of each school and kind. */
export function bySchoolAndKind<T extends { school: string; kind: string }>(posts: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const post of posts) {
    const name = `${post.school} ${post.kind}`;
    const group = groups.get(name);
    if (group) group.push(post);
    else groups.set(name, [post]);
  }
  return [...groups.values()];
}

/** How many of these, from the first, together have at most `maxChars` as JSON. */
function fittingCount(posts: readonly unknown[], maxChars: number): number {
  let chars = 0;
  const end = posts.findIndex((post) => {
    chars += JSON.stringify(post).length;
    return chars > maxChars;
  });
  return end < 0 ? posts.length : end;
}

/** The posts of one school and kind to evict, newest first. */
function excess(group: readonly Post[], { readPosts, posts, chars }: Limits): Post[] {
  const newest = newestFirst(group);
  const max = Math.min(posts, fittingCount(newest, chars));
  let read = 0;
  return newest.filter((post, index) => index >= max || (post.read && ++read > readPosts));
}

function evictOldest(store: Store, limits: Limits): Store {
  const groups = bySchoolAndKind(store.posts.filter(({ starred }) => !starred));
  const evicted = new Set(groups.flatMap((group) => excess(group, limits)));
  const former = bySchoolAndKind([...store.former, ...[...evicted].reverse().map(toEvicted)]).flatMap(
    (group) => {
      const latest = group.slice(-limits.evictedPosts).reverse();
      return latest.slice(0, fittingCount(latest, limits.chars)).reverse();
    },
  );
  if (!evicted.size) return { ...store, former };
  const keys = new Set([...evicted].map(({ key }) => key));
  return {
    ...store,
    posts: store.posts.filter((post) => !evicted.has(post)),
    former,
    untold: store.untold.filter((key) => !keys.has(key)),
  };
}

export const evict = (store: Store): Store => evictOldest(store, LIMITS);

/**
 * Makes the store smaller when the browser reports that storage is full: drops the images, summaries and attachments of
 * all posts and evicts nearly all read ones. Undefined if that frees nothing.
 */
export function evictForQuota(store: Store): Store | undefined {
  const posts = store.posts.map((post): Post => {
    const { id, url, title, date_published, _tct } = post.item;
    return { ...post, item: omitUndefined({ id, content_text: '', url, title, date_published, _tct }) };
  });
  const smaller = evictOldest({ ...store, posts }, LIMITS_ON_QUOTA);
  return JSON.stringify(smaller).length < JSON.stringify(store).length ? smaller : undefined;
}
