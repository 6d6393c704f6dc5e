import { matchPosts } from '../../core/identity/match-posts.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { newest } from '../../core/model/newest.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { mistypedMarker } from '../../core/time/mistyped.ts';
import type { PolledSource } from '../schools/configuration.ts';
import { toEvicted } from '../store/evict.ts';
import { storedItem } from '../store/post-schema.ts';
import { type EvictedPost, MAX_ITEMS, type Post, type PostKind, type Store } from '../store/schema.ts';

/** Longer summaries are truncated. Of documents the whole text counts: the popup reads their facts there. */
const MAX_SUMMARY_CHARS: Record<PostKind, number> = { news: 300, documents: 600 };
const MAX_ATTACHMENTS = 5;

/** Returns the fields of an item that are stored: those that the popup shows and those that identify the post, if they fit. */
function toStoredItem(item: Item, kind: PostKind): Item {
  const { id, url, title, image, date_published, attachments, _tct } = item;
  const summary = (kind === 'documents' && item.content_text) || item.summary;
  const files = attachments
    ?.filter(({ mime_type }) => !mime_type.startsWith('image/'))
    .slice(0, MAX_ATTACHMENTS)
    .map(({ url, mime_type, title, size_in_bytes }) =>
      omitUndefined({ url, mime_type, title, size_in_bytes }),
    );
  const { precision, document } = _tct ?? {};
  const fields = omitUndefined({
    id,
    content_text: '',
    url,
    title,
    image,
    date_published,
    summary: summary?.slice(0, MAX_SUMMARY_CHARS[kind]),
    attachments: files?.length ? files : undefined,
    _tct: (precision || document) && omitUndefined({ precision, document }),
  });
  return storedItem(fields, () => undefined) ?? { id, content_text: '' };
}

/**
 * Merges a feed that was just read into the posts of its school. New posts are unread, except in the first read after
 * subscribing: there, only posts dated after the subscription are, and not with a mistyped date. A date without a time
 * counts as midnight. Of a longer feed, only the newest `MAX_ITEMS` are merged.
 */
export function ingest(
  store: Store,
  { url, school, kind }: PolledSource,
  { items }: Feed,
  now: number,
): Store {
  if (!school || kind === 'cluster') return store;
  const since = store.since[school] ?? now;
  const isFirstRead = store.sources[url]?.since !== since;
  const isOfSource = (post: { school: string; kind: PostKind }) =>
    post.school === school && post.kind === kind;
  const posts = new Map<string, Post>();
  for (const post of store.posts) if (isOfSource(post)) posts.set(post.key, post);
  const evictedPosts = new Map<string, EvictedPost>();
  for (const post of store.former) if (isOfSource(post)) evictedPosts.set(post.key, post);
  const known = [...evictedPosts.values(), ...[...posts.values()].map(toEvicted)];
  const listed = newest(items, MAX_ITEMS, ({ date_published }) => date_published);
  const mistypedSince = mistypedMarker(items, now);
  const unnotified: string[] = [];
  for (const { item, key, alias, isNew } of matchPosts(known, listed, school)) {
    const stored = posts.get(key);
    const mistyped = mistypedSince(item, stored);
    const {
      alias: _,
      mistyped: __,
      ...before
    }: Omit<Post, 'item'> = stored ?? {
      key,
      school,
      kind,
      seen: now,
      read: isFirstRead && !(!mistyped && Date.parse(item.date_published ?? '') > since),
    };
    const post = { ...before, item: toStoredItem(item, kind), ...omitUndefined({ alias, mistyped }) };
    if (evictedPosts.has(key)) {
      // Still listed by its feed: move it to the end, where it is dropped last.
      evictedPosts.delete(key);
      evictedPosts.set(key, toEvicted(post));
      continue;
    }
    posts.set(key, post);
    if (isNew && !post.read) unnotified.push(key);
  }
  return {
    ...store,
    posts: [...store.posts.filter((post) => !isOfSource(post)), ...posts.values()],
    former: [...store.former.filter((post) => !isOfSource(post)), ...evictedPosts.values()],
    untold: [...store.untold, ...unnotified],
  };
}
