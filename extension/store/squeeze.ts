/**
 * What is let go when storage is full, the least missed first, and only as much as must: what is kept for undoing; texts
 * and pictures of posts; read posts. Of all, the oldest first. Unread and starred posts stay.
 */
import { omitUndefined } from '../../core/omit-undefined.ts';
import { evictPosts } from './evict.ts';
import { newestFirst } from './newest-first.ts';
import type { Deed, Post, Store } from './schema.ts';

/** Posts are let go in shares of this many, as each try writes the whole store. */
const SHARES = 8;

const oldestFirst = (posts: readonly Post[]): Post[] => newestFirst(posts).reverse();

function shares<T>(values: readonly T[]): T[][] {
  const size = Math.ceil(values.length / SHARES);
  return Array.from({ length: size && Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

/** The fields that tell which post it is, without those that only tell more of it. */
function withoutTexts(post: Post): Post {
  const { id, url, title, date_published, _tct } = post.item;
  return { ...post, item: omitUndefined({ id, content_text: '', url, title, date_published, _tct }) };
}

const hasTexts = ({ item }: Post): boolean =>
  !!(item.content_text || item.summary || item.image || item.attachments);

type Lost = Pick<NonNullable<Store['notice']>, 'texts' | 'posts' | 'copy' | 'undo'>;

/** The store with a notice of what was let go, now and since the user was last told. */
export function noticing(store: Store, now: number, { texts = 0, posts = 0, ...lost }: Lost): Store {
  const before: Lost = store.notice?.kind === 'full' ? store.notice : {};
  const counts = { texts: texts + (before.texts ?? 0), posts: posts + (before.posts ?? 0) };
  return { ...store, notice: { ...before, ...lost, ...counts, kind: 'full', at: now } };
}

/** Stores that are smaller and smaller, each with a notice of what was let go. */
export function* squeezed(full: Store, now: number): Generator<Store, void> {
  let store = full;
  for (const isLarge of [({ undo }: Deed) => undo?.posts, ({ undo }: Deed) => undo])
    if (store.deeds?.some(isLarge)) {
      const deeds = store.deeds.map((deed) =>
        isLarge(deed) ? omitUndefined({ ...deed, undo: undefined }) : deed,
      );
      store = noticing({ ...store, deeds }, now, { undo: true });
      yield store;
    }
  const lists = [
    store.posts.filter(({ read, starred }) => read && !starred),
    store.posts.filter(({ read, starred }) => !read && !starred),
    store.posts.filter(({ starred }) => starred),
  ];
  for (const list of lists)
    for (const share of shares(oldestFirst(list.filter(hasTexts)))) {
      const keys = new Set(share.map(({ key }) => key));
      const posts = store.posts.map((post) => (keys.has(post.key) ? withoutTexts(post) : post));
      store = noticing({ ...store, posts }, now, { texts: share.length });
      yield store;
    }
  for (const share of shares(oldestFirst(store.posts.filter(({ read, starred }) => read && !starred)))) {
    store = noticing(evictPosts(store, share), now, { posts: share.length });
    yield store;
  }
}
