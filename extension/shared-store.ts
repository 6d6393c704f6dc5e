/** The store, for every context of the extension: the background, the popup, the options page. */

import { browser } from './browser.ts';
import { KEY } from './store/load.ts';
import { LockedStore } from './store/locked-store.ts';
import type { Store } from './store/schema.ts';
import { badgeOf } from './toolbar/badge.ts';
import { en, vi } from './words/background-words.ts';

/** The language of the extension: the user's choice, else the browser's, else Vietnamese. */
export function languageOf({ settings }: Store): 'vi' | 'en' {
  return settings.lang ?? (/^en\b/i.test(browser.i18n.getUILanguage()) ? 'en' : 'vi');
}

/** Draws the toolbar's badge from a store. */
export async function paint(store: Store): Promise<void> {
  const { text, color, title } = badgeOf(store, Date.now(), languageOf(store) === 'en' ? en : vi);
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color }),
    action.setBadgeTextColor?.({ color: '#fff' }),
    action.setTitle({ title }),
  ]);
}

const memory = new LockedStore({
  area: browser.storage.local,
  exclusive: (work) => navigator.locks.request(KEY, work),
  now: () => Date.now(),
  written: paint,
});

/** All that is remembered, migrated and mended if need be. */
export const readStore = (): Promise<Store> => memory.read();

/**
 * Edits the store: reads it, edits, lets go of what there is no room for, writes, and paints the badge from what was
 * written. Nobody else, in any context, writes between.
 *
 * @param edit pure; see changes.ts
 * @returns the store as written
 */
export const change = (edit: (store: Store) => Store): Promise<Store> => memory.change(edit);
