/**
 * The items of `storage.sync`: `settings`, `watch` and one for each school. Every computer has a copy of all; when it
 * finds others there, it merges the two and writes what differs.
 */
import type { SyncItem, SyncState } from '../store/sync-schema.ts';

export type SyncItems = SyncState['items'];
export type SyncedField = NonNullable<SyncItem['fields']>[string];

const SCHOOL = 'school.';
export const schoolItem = (id: string): string => SCHOOL + id;
/** The id of the school whose item has this name, if it is one. */
export const schoolOf = (name: string): string | undefined =>
  name.startsWith(SCHOOL) ? name.slice(SCHOOL.length) : undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

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
