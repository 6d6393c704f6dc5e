/** Reading and writing the items of `storage.sync`. */
import { isSame } from '../store/is-same.ts';
import { MAX_SYNC_ITEM_BYTES, type SyncItem, syncItem } from '../store/sync-schema.ts';
import type { SyncItems } from './items.ts';

/** Browsers allow 100 KB in 512 items. */
const MAX_BYTES = 100_000;
const MAX_ITEMS = 500;

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
export function writesFor(
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
