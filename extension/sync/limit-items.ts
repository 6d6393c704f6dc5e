import type { SyncItem } from '../store/sync-schema.ts';
import { type SyncedField, type SyncItems, schoolOf } from './items.ts';
import { formatMarks, isYes, MARK_CHARS, parseMarks, timeOfRank } from './marks.ts';

/** Of all schools and of one: those beyond are dropped, oldest first. */
const MAX_MARKS = 4200;
const MAX_SCHOOL_MARKS = 400;
/** Schools, and fields of an item, that were removed and are remembered, so that no other computer brings them back. */
const MAX_REMOVED = 100;

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

const fieldRemovedAt = ({ t, v }: SyncedField): number => (v === undefined ? t : 0);

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

/** What is shared, within limits that leave room for the schools' names and feeds. */
export const limitItems = (items: SyncItems): SyncItems =>
  limitRemoved(limitWords(limitMarks(items)), schoolRemovedAt);
