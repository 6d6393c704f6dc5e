/** The store that the background, the popup and the settings page share. */
import { browser } from './browser.ts';
import { updateSubscriptions } from './schools/update-subscriptions.ts';
import { STORE_KEY } from './store/load.ts';
import { LockedStore } from './store/locked-store.ts';
import type { Store } from './store/schema.ts';
import { recordChanges } from './sync/record.ts';
import { showBadge } from './toolbar/show-badge.ts';

const lockedStore = new LockedStore({
  area: browser.storage.local,
  withLock: (work) => navigator.locks.request(STORE_KEY, work),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  afterEdit: (store, now, before) => recordChanges(before, updateSubscriptions(store, now), now),
  afterWrite: (store) => showBadge(store).catch(console.error),
});

/** Reads the store; migrates and repairs it if necessary. */
export const readStore = (): Promise<Store> => lockedStore.read();

/**
 * Edits the store under a lock that all contexts share, evicts what exceeds its limits, writes it and updates the
 * badge.
 *
 * @param edit a pure function; see store/changes.ts
 * @returns the store as written
 * @example await changeStore((store) => setStarred(store, key, true));
 */
export const changeStore = (edit: (store: Store) => Store): Promise<Store> => lockedStore.change(edit);
