import { isSame } from '../store/is-same.ts';
import type { Store } from '../store/schema.ts';
import { listedSchool } from '../store/school-schema.ts';
import { applyFields } from './fields.ts';
import { type SyncItems, schoolItem } from './items.ts';
import { asMarked, parseMarks } from './marks.ts';
import { mergeItems } from './merge-items.ts';
import { recordMissing } from './record.ts';

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

/** A school that was added here before the computers met stays, with the feeds that it has on either. */
function keepOwnSchools(store: Store, known: SyncItems, items: SyncItems, now: number): SyncItems {
  let kept = items;
  for (const school of store.own) {
    const name = schoolItem(school.id);
    const item = items[name];
    const own = item?.fields?.own;
    if (known[name]?.fields?.own || !own || isSame(own.v, school)) continue;
    const other = listedSchool(own.v) ?? school;
    const v = {
      ...school,
      news: union(school.news, other.news),
      documents: union(school.documents, other.documents),
    };
    kept = {
      ...kept,
      [name]: { ...item, fields: { ...item.fields, own: { t: Math.max(now, own.t + 1), v } } },
    };
  }
  return kept;
}

function applyMarks(store: Store, items: SyncItems): Store {
  const marks = new Map(Object.entries(items).map(([name, item]) => [name, parseMarks(item.marks)]));
  // Without a mark, those that came since then were read by the first poll alone.
  const joined = store.sync?.joined ?? Number.POSITIVE_INFINITY;
  const posts = store.posts.map((post) =>
    asMarked(marks.get(schoolItem(post.school)) ?? new Map(), post, post.seen >= joined),
  );
  const read = new Set(posts.flatMap((post) => (post.read ? [post.key] : [])));
  return { ...store, posts, untold: store.untold.filter((key) => !read.has(key)) };
}

/**
 * Merges what other computers share into the store.
 *
 * @param remote the items of `storage.sync`
 * @returns the same object if nothing changes
 */
export function mergeSynced(store: Store, remote: SyncItems, now: number): Store {
  const known = store.sync?.items ?? {};
  const received = mergeItems(known, remote);
  const isNew = !isSame(received, known);
  const shared = isNew ? keepOwnSchools(store, known, received, now) : known;
  const applied = applyFields(store, shared);
  const items = recordMissing(shared, applied, now);
  if (!isNew && applied === store && items === known) return store;
  const merged = isNew ? applyMarks(applied, items) : applied;
  return { ...merged, sync: { ...store.sync, items, ...(isNew && { received: now }) } };
}
