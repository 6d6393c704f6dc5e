import { browser } from '../browser.ts';
import type { Store } from '../store/schema.ts';
import { backgroundWords } from '../words/background-words.ts';
import { interfaceLanguage } from '../words/language.ts';
import { badgeOf } from './badge.ts';

/** Updates the toolbar button from a store. */
export async function showBadge(store: Store): Promise<void> {
  const words = backgroundWords[interfaceLanguage(store.settings.lang)];
  const { text, color, title } = badgeOf(store, Date.now(), words);
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color }),
    action.setBadgeTextColor?.({ color: '#fff' }),
    action.setTitle({ title }),
  ]);
}
