/** What is let go when there is too much: old read posts first, unread and starred ones never. */
import { defined } from '../../core/omit-undefined.ts';
import { newestFirst } from './posts.ts';
import type { Former, Post, Store } from './schema.ts';

/** Read posts kept of a school and kind. */
const READ = 100;
/** Names kept of posts that were let go; the sources themselves hold far fewer. */
const NAMES = 5000;

export function formerOf({ key, alias, school, kind, item: { url, title } }: Post): Former {
  return defined({ key, alias, school, kind, url, title });
}

/** Lets go of the oldest read posts beyond `keep` of each school and kind; their names stay. */
function letGo(store: Store, keep: number, names: number): Store {
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
    former: [...store.former, ...[...gone].map(formerOf)].slice(-names),
  };
}

export const trim = (store: Store): Store => letGo(store, READ, NAMES);

/**
 * What is left when the browser refuses the whole: hardly a read post, few names, and of the posts that stay no
 * pictures and texts. Undefined if nothing can be left out any more.
 */
export function squeeze(store: Store): Store | undefined {
  const less = letGo(store, 10, 500);
  const posts = less.posts.map((post): Post => {
    const { id, url, title, date_published, _tct } = post.item;
    return { ...post, item: defined({ id, content_text: '', url, title, date_published, _tct }) };
  });
  return JSON.stringify(posts).length < JSON.stringify(store.posts).length ? { ...less, posts } : undefined;
}
