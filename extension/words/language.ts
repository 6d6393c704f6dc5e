import { browser } from '../browser.ts';

export type Language = 'vi' | 'en';

/** The language of the interface: the user's choice, else the browser's, else Vietnamese. */
export function interfaceLanguage(chosen: Language | undefined): Language {
  return chosen ?? (/^en\b/i.test(browser.i18n.getUILanguage()) ? 'en' : 'vi');
}
