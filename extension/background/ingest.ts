import { identifyingLink } from '../../core/identity/clues.ts';
import { matchPosts } from '../../core/identity/match-posts.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { newest } from '../../core/model/newest.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { mistypedMarker } from '../../core/time/mistyped.ts';
import type { PolledSource } from '../schools/configuration.ts';
import { knownPost } from '../store/known-post.ts';
import { Memory, memoryNames } from '../store/memory.ts';
import { storedItem } from '../store/post-schema.ts';
import { MAX_ITEMS, type Post, type PostKind, type Store } from '../store/schema.ts';

/** Longer summaries are truncated. Of documents the whole text counts: the popup reads their facts there. */
const MAX_SUMMARY_CHARS: Record<PostKind, number> = { news: 300, documents: 600 };
const MAX_ATTACHMENTS = 5;

/** Returns the fields of an item that are stored: those that the popup shows and those that identify the post, if they fit. */
function toStoredItem(item: Item, kind: PostKind): Item {
  const { id, url, title, image, date_published, attachments, content_text: text, _tct } = item;
  const summary = ((kind === 'documents' && text) || item.summary)?.slice(0, MAX_SUMMARY_CHARS[kind]);
  const files = attachments
    ?.filter(({ mime_type }) => !mime_type.startsWith('image/'))
    .slice(0, MAX_ATTACHMENTS)
    .map(({ url, mime_type, title, size_in_bytes }) =>
      omitUndefined({ url, mime_type, title, size_in_bytes }),
    );
  const { precision, document } = _tct ?? {};
  const fields = omitUndefined({
    id,
    // Where it tells no more than the summary, that is enough.
    content_text: text.length > (summary?.length ?? 0) ? text : '',
    url,
    title,
    image,
    date_published,
    summary,
    attachments: files?.length ? files : undefined,
    _tct: (precision || document) && omitUndefined({ precision, document }),
  });
  return storedItem(fields, () => undefined) ?? { id, content_text: '' };
}

/** Links that several items have. */
function repeatedLinks(items: readonly Item[]): Set<string> {
  const links = new Set<string>();
  return new Set(items.map(identifyingLink).filter((link) => links.size === links.add(link).size));
}

/**
 * Merges a feed that was just read into the posts of its school. New posts are unread, except in the first read after
 * subscribing: there, only posts dated after the subscription are, and not with a mistyped date. A date without a time
 * counts as midnight. Of the posts that were never seen, only the newest `MAX_ITEMS` are stored; the others are
 * remembered, so that they are not new the next time.
 *
 * @param isClockRight whether the server's clock agrees with ours, if it told
 */
export function ingest(
  store: Store,
  { url, school, kind }: PolledSource,
  { items }: Feed,
  now: number,
  isClockRight?: boolean,
): Store {
  if (!school || kind === 'cluster') return store;
  const since = store.since[school] ?? now;
  const isFirstRead = store.sources[url]?.since !== since;
  const isOfSource = (post: Post) => post.school === school && post.kind === kind;
  const posts = new Map(store.posts.filter(isOfSource).map((post) => [post.key, post]));
  const mistypedSince = mistypedMarker(items, now, isClockRight);
  const matches = matchPosts([...posts.values()].map(knownPost), items, school);
  const memory = new Memory(store.memory, { school, kind });
  const repeated = repeatedLinks(items);
  const unstored = matches
    .filter(({ isNew }) => isNew)
    .map(({ item, key }) => ({ item, key, ...memoryNames(school, [key], item, repeated) }));
  const unseen = memory.unseen(unstored);
  const added = new Set(newest(unseen, MAX_ITEMS, ({ item }) => item.date_published).map(({ key }) => key));
  memory.remember(unseen.filter(({ key }) => !added.has(key)));
  const unnotified: string[] = [];
  for (const { item, key, alias, isNew } of matches) {
    if (isNew && !added.has(key)) continue;
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
    posts.set(key, post);
    if (isNew && !post.read) unnotified.push(key);
  }
  return {
    ...store,
    posts: [...store.posts.filter((post) => !isOfSource(post)), ...posts.values()],
    memory: memory.storedIn(store.memory),
    untold: [...store.untold, ...unnotified],
  };
}
