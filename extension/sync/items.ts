/**
 * The items of `storage.sync`: `settings`, `watch` and one for each school. Every computer has a copy of all; when it
 * finds others there, it merges the two and writes what differs. Merging is commutative, associative and idempotent, so
 * that all end up with the same, in whatever order they meet.
 */
import { isRecord } from '../../core/schema.ts';
import { MAX_SYNC_ITEM_BYTES, type SyncItem, type SyncState, syncItem } from '../store/sync-schema.ts';
import { addMark, formatMarks, isYes, MARK_CHARS, parseMarks, timeOfRank } from './marks.ts';

export type SyncItems = SyncState['items'];
type Field = NonNullable<SyncItem['fields']>[string];

/** Browsers allow 100 KB in 512 items. The marks leave room for the schools' names and feeds. */
const MAX_BYTES = 100_000;
const MAX_ITEMS = 500;
/** Of all schools and of one: those beyond are dropped, oldest first. */
const MAX_MARKS = 4200;
const MAX_SCHOOL_MARKS = 400;
/** Schools, and fields of an item, that were removed and are remembered, so that no other computer brings them back. */
const MAX_REMOVED = 100;

const SCHOOL = 'school.';
export const schoolItem = (id: string): string => SCHOOL + id;
/** The id of the school whose item has this name, if it is one. */
export const schoolOf = (name: string): string | undefined =>
  name.startsWith(SCHOOL) ? name.slice(SCHOOL.length) : undefined;

/** Whether two JSON values are equal. The order of fields does not count: browsers return them in another. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Equal values have equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    isRecord(each)
      ? Object.fromEntries(
          Object.keys(each)
            .sort()
            .map((name) => [name, each[name]]),
        )
      : each,
  ) ?? '';

/** The later one; of two at the same time, the same one on every computer. */
const later = (one: Field, other: Field): Field =>
  one.t !== other.t
    ? one.t > other.t
      ? one
      : other
    : isSame(one.v, other.v) || canonical(one.v) > canonical(other.v)
      ? one
      : other;

function mergeRecords<T>(one: Record<string, T>, other: Record<string, T>, merge: (one: T, other: T) => T) {
  const merged = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const known = merged.get(name);
    merged.set(name, known === undefined ? value : merge(known, value));
  }
  return Object.fromEntries(merged);
}

function mergeMarks(one: string, other: string): string {
  const marks = parseMarks(one);
  for (const [hash, rank] of parseMarks(other)) addMark(marks, hash, rank);
  return formatMarks(marks);
}

function mergeItem(one: SyncItem, other: SyncItem): SyncItem {
  const marks = mergeMarks(one.marks ?? '', other.marks ?? '');
  const before = Math.max(one.before ?? 0, other.before ?? 0);
  const fields = mergeRecords(one.fields ?? {}, other.fields ?? {}, later);
  return {
    v: 1,
    ...(Object.keys(fields).length && { fields }),
    ...(marks && { marks }),
    ...(before && { before }),
  };
}

/** Without the oldest marks, if there are too many: by these alone, so that every computer drops the same. */
function limitMarks(items: SyncItems): SyncItems {
  const counts = Object.values(items).map(({ marks = '' }) => marks.length / MARK_CHARS);
  if (
    Math.max(0, ...counts) <= MAX_SCHOOL_MARKS &&
    counts.reduce((sum, count) => sum + count, 0) <= MAX_MARKS
  )
    return items;
  const all = Object.entries(items).flatMap(([name, { marks }]) =>
    [...parseMarks(marks)].map(([hash, rank]) => ({ name, hash, rank, order: rank + hash })),
  );
  all.sort((a, b) => (a.order < b.order ? 1 : -1));
  const kept = new Map<string, Map<string, string>>();
  const before: Record<string, number> = {};
  let total = 0;
  for (const { name, hash, rank } of all) {
    const marks = kept.get(name) ?? new Map<string, string>();
    kept.set(name, marks);
    if (marks.size < MAX_SCHOOL_MARKS && total++ < MAX_MARKS) marks.set(hash, rank);
    else if (isYes(rank)) before[name] ??= timeOfRank(rank);
  }
  return Object.fromEntries(
    Object.entries(items).map(([name, { marks: _, ...item }]) => {
      const marks = formatMarks(kept.get(name) ?? new Map());
      const dropped = Math.max(before[name] ?? 0, item.before ?? 0);
      return [name, { ...item, ...(marks && { marks }), ...(dropped && { before: dropped }) }];
    }),
  );
}

/** Without the entries that were removed longest ago. `removedAt` returns 0 for those that were not. */
function limitRemoved<T>(
  entries: Record<string, T>,
  removedAt: (entry: T, name: string) => number,
): Record<string, T> {
  const removed = Object.entries(entries)
    .map(([name, entry]) => ({ name, at: removedAt(entry, name) }))
    .filter(({ at }) => at);
  if (removed.length <= MAX_REMOVED) return entries;
  removed.sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const forgotten = new Set(removed.slice(MAX_REMOVED).map(({ name }) => name));
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !forgotten.has(name)));
}

const fieldRemovedAt = ({ t, v }: Field): number => (v === undefined ? t : 0);

/** When the last field of a school was removed. */
function schoolRemovedAt({ fields = {} }: SyncItem, name: string): number {
  const times = Object.values(fields).map(fieldRemovedAt);
  return schoolOf(name) !== undefined && times.every(Boolean) ? Math.max(0, ...times) : 0;
}

function limitWords({ watch, ...items }: SyncItems): SyncItems {
  return watch?.fields
    ? { ...items, watch: { ...watch, fields: limitRemoved(watch.fields, fieldRemovedAt) } }
    : { ...items, ...(watch && { watch }) };
}

/** Within the limits of what is shared. */
export const limitItems = (items: SyncItems): SyncItems =>
  limitRemoved(limitWords(limitMarks(items)), schoolRemovedAt);

export const mergeItems = (one: SyncItems, other: SyncItems): SyncItems =>
  limitItems(mergeRecords(one, other, mergeItem));

export interface StoredItems {
  items: SyncItems;
  /** Names of items that are damaged or of a newer version, to be left as they are. */
  unreadable: Set<string>;
}

/** The items in what `storage.sync` returns, which is not to be trusted. */
export function readItems(stored: Record<string, unknown>): StoredItems {
  const items: Record<string, SyncItem> = {};
  const unreadable = new Set<string>();
  for (const [name, value] of Object.entries(stored)) {
    const item = /^(?:settings|watch|school\.[a-z\d-]+)$/.test(name) ? syncItem(value) : undefined;
    if (item) items[name] = item;
    else unreadable.add(name);
  }
  return { items, unreadable };
}

/** What to write and remove so that `storage.sync` has these items; not those for which it has no room. */
export function differences(
  items: SyncItems,
  { items: stored, unreadable }: StoredItems,
): { set: SyncItems; remove: string[]; isFull: boolean } {
  const set: SyncItems = {};
  let isFull = false;
  let count = unreadable.size;
  let bytes = 0;
  for (const [name, item] of Object.entries(items)) {
    if (unreadable.has(name)) continue;
    const size = new TextEncoder().encode(name + JSON.stringify(item)).length;
    if (size > MAX_SYNC_ITEM_BYTES || bytes + size > MAX_BYTES || count >= MAX_ITEMS) isFull = true;
    else {
      bytes += size;
      count++;
      if (!isSame(item, stored[name])) set[name] = item;
    }
  }
  return { set, remove: Object.keys(stored).filter((name) => !(name in items)), isFull };
}
