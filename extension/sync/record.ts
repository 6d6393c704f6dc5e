/** Records what an edit of the store changed of what is shared, so that the next sync can tell the other computers. */
import { isSame } from '../store/is-same.ts';
import { isSyncOn } from '../store/is-sync-on.ts';
import type { Post, Store } from '../store/schema.ts';
import { applyFields, sharedFields } from './fields.ts';
import { type SyncItems, schoolItem } from './items.ts';
import { limitItems } from './limit-items.ts';
import { asMarked, formatMarks, type Marks, mark, markAsNew, NEW_RANK, parseMarks, rankOf } from './marks.ts';

/** The items with a field changed now. Later than the change that it follows, even if that was made by a fast clock. */
function withField(items: SyncItems, item: string, name: string, value: unknown, now: number): SyncItems {
  const { v, fields = {}, ...others } = items[item] ?? { v: 1 };
  const t = Math.max(now, (fields[name]?.t ?? 0) + 1);
  const field = value === undefined ? { t } : { t, v: value };
  return { ...items, [item]: { v, ...others, fields: { ...fields, [name]: field } } };
}

/** The items with the fields that differ between two stores, unless they have them already. */
function recordFields(items: SyncItems, before: Store, after: Store, now: number): SyncItems {
  const was = sharedFields(before);
  const is = sharedFields(after);
  // Schools that a hub or a policy lists go away for a moment while the list is fetched.
  const isListed = isSame(before.managed, after.managed) && after.hub?.schools.length !== 0;
  let recorded = items;
  for (const item of new Set([...Object.keys(was), ...Object.keys(is)]))
    for (const name of new Set([...Object.keys(was[item] ?? {}), ...Object.keys(is[item] ?? {})])) {
      const value = is[item]?.[name];
      if (isSame(was[item]?.[name], value) || isSame(items[item]?.fields?.[name]?.v, value)) continue;
      if (name === 'since' && value === undefined && !isListed) continue;
      recorded = withField(recorded, item, name, value, now);
    }
  return recorded;
}

/**
 * The items with the fields of a store that they lack. Nobody knows when those were changed, so that any known change is
 * later; but a school that is here stays.
 */
export function recordMissing(items: SyncItems, store: Store, now: number): SyncItems {
  let recorded = items;
  for (const [item, values] of Object.entries(sharedFields(store)))
    for (const [name, value] of Object.entries(values))
      if (!Object.hasOwn(items[item]?.fields ?? {}, name))
        recorded = withField(recorded, item, name, value, name === 'own' ? now : 0);
  return recorded;
}

/** A school that is on here from now on, but was before on another computer, counts as subscribed to since then. */
function adoptSubscriptions(store: Store, before: Store, items: SyncItems, now: number): Store {
  const since = { ...store.since };
  for (const id of Object.keys(since)) {
    const item = items[schoolItem(id)];
    const time = item?.fields?.since?.v;
    if (!(id in before.since) && typeof time === 'number')
      since[id] = Math.max(0, Math.min(now, Math.max(time, item?.before ?? 0)));
  }
  return { ...store, since };
}

/**
 * Marks the posts that an edit changed, and reads or stars new ones that have been on another computer.
 *
 * @param before undefined if none of the posts has been marked yet
 */
function recordPosts(
  store: Store,
  items: SyncItems,
  before: readonly Post[] | undefined,
  now: number,
): Store {
  if (store.posts === before) return { ...store, sync: { ...store.sync, items } };
  const known = before && new Map(before.map((post) => [post.key, post]));
  const marksBySchool = new Map<string, Marks>();
  const posts = store.posts.map((post) => {
    const was = known?.get(post.key);
    if (was === post) return post;
    const item = items[schoolItem(post.school)];
    const marks = marksBySchool.get(post.school) ?? parseMarks(item?.marks);
    marksBySchool.set(post.school, marks);
    if (was) {
      if (was.read !== post.read) mark(marks, post, 'read', post.read, now);
      if (!was.starred !== !post.starred) mark(marks, post, 'starred', !!post.starred, now);
      return post;
    }
    const start = Math.max(store.since[post.school] ?? now, item?.before ?? 0);
    const isDatedNew = !post.mistyped && Date.parse(post.item.date_published ?? '') > start;
    const isMarked = (rankOf(marks, post, 'read') ?? '') > NEW_RANK;
    // Elsewhere, its date alone would not tell that it is unread.
    if (!isMarked && !post.read && !isDatedNew) markAsNew(marks, post);
    if (known) return asMarked(marks, post, true);
    // Older ones may just have been there at the first poll.
    if (isMarked || (post.read && isDatedNew)) mark(marks, post, 'read', post.read, now);
    if (post.starred || rankOf(marks, post, 'starred')) mark(marks, post, 'starred', !!post.starred, now);
    return post;
  });
  const recorded: Record<string, SyncItems[string]> = { ...items };
  for (const [school, marks] of marksBySchool)
    if (marks.size)
      recorded[schoolItem(school)] = { v: 1, ...items[schoolItem(school)], marks: formatMarks(marks) };
  const read = new Set(posts.flatMap((post) => (post.read ? [post.key] : [])));
  const untold = store.untold.filter((key) => !read.has(key));
  return { ...store, posts, untold, sync: { ...store.sync, items: recorded } };
}

/**
 * Records an edit while sync is on. When it is switched on, records what was changed while it was off; what was there
 * before it was ever on is merged with the other computers' by the first sync.
 */
export function recordChanges(before: Store, after: Store, now: number): Store {
  if (!isSyncOn(after)) return after;
  const items = after.sync?.items ?? {};
  const isSwitchedOn = !before.sync || !isSyncOn(before);
  const store = adoptSubscriptions(after, before, items, now);
  const base = isSwitchedOn ? applyFields(store, items) : before;
  const fields = recordFields(items, base, store, now);
  const recorded = recordPosts(store, fields, isSwitchedOn ? undefined : before.posts, now);
  return {
    ...recorded,
    sync: {
      ...recorded.sync,
      items: limitItems(recorded.sync?.items ?? {}),
      ...(isSwitchedOn && { joined: now }),
    },
  };
}
