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
