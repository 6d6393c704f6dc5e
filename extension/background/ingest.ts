import { matchPosts } from '../../core/identity/match-posts.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import type { PolledSource } from '../schools/configuration.ts';
import { toEvicted } from '../store/evict.ts';
import type { EvictedPost, Kind, Post, Store } from '../store/schema.ts';

/** Characters of a summary that the popup shows. */
const MAX_SUMMARY_CHARS = 300;

/** What is stored of a post: what the popup shows, and what it is known by. */
function stored(item: Item): Item {
  const { id, url, title, summary, image, date_published, attachments, _tct } = item;
  const files = attachments
    ?.filter(({ mime_type }) => !mime_type.startsWith('image/'))
    .slice(0, 5)
    .map(({ url, mime_type, title, size_in_bytes }) =>
      omitUndefined({ url, mime_type, title, size_in_bytes }),
    );
  const { precision, document } = _tct ?? {};
  return omitUndefined({
    ...{ id, content_text: '', url, title, image, date_published },
    summary: summary?.slice(0, MAX_SUMMARY_CHARS),
    attachments: files?.length ? files : undefined,
    _tct: (precision || document) && omitUndefined({ precision, document }),
  });
}

/**
 * Puts what a source has just given among the posts of its school. What is new is unread; of the first reading since
 * the subscription only what is dated after it, since before it there was nothing to be new against. A date that
 * names but the day counts from its midnight.
 */
export function ingest(
  store: Store,
  { url, school, kind }: PolledSource,
  { items }: Feed,
  now: number,
): Store {
  if (!school || kind === 'cluster') return store;
  const since = store.since[school] ?? now;
  const first = store.sources[url]?.since !== since;
  const mine = (one: { school: string; kind: Kind }) => one.school === school && one.kind === kind;
  const posts = new Map<string, Post>();
  for (const post of store.posts) if (mine(post)) posts.set(post.key, post);
  const former = new Map<string, EvictedPost>();
  for (const one of store.former) if (mine(one)) former.set(one.key, one);
  const known = [...former.values(), ...[...posts.values()].map(toEvicted)];
  const untold: string[] = [];
  for (const { item, key, alias, isNew } of matchPosts(known, items, school)) {
    const { alias: _, ...before }: Omit<Post, 'item'> & { item?: Item } = posts.get(key) ?? {
      ...{ key, school, kind, seen: now },
      read: first && !(Date.parse(item.date_published ?? '') > since),
    };
    const post = { ...before, item: stored(item), ...(alias && { alias }) };
    if (former.has(key)) {
      // Let go and still there: its name goes to the end, where names are kept longest.
      former.delete(key);
      former.set(key, toEvicted(post));
      continue;
    }
    posts.set(key, post);
    if (isNew && !post.read) untold.push(key);
  }
  return {
    ...store,
    posts: [...store.posts.filter((post) => !mine(post)), ...posts.values()],
    former: [...store.former.filter((one) => !mine(one)), ...former.values()],
    untold: [...store.untold, ...untold],
  };
}
