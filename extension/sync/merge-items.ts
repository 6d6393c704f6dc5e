import { isRecord } from '../../core/schema.ts';
import { isSame } from '../store/is-same.ts';
import type { SyncItem } from '../store/sync-schema.ts';
import type { SyncedField, SyncItems } from './items.ts';
import { limitItems } from './limit-items.ts';
import { addMark, formatMarks, parseMarks } from './marks.ts';

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
function later(one: SyncedField, other: SyncedField): SyncedField {
  if (one.t !== other.t) return one.t > other.t ? one : other;
  return isSame(one.v, other.v) || canonical(one.v) > canonical(other.v) ? one : other;
}

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

/** Commutative, associative and idempotent, so that all computers end up with the same, in whatever order they meet. */
export const mergeItems = (one: SyncItems, other: SyncItems): SyncItems =>
  limitItems(mergeRecords(one, other, mergeItem));
