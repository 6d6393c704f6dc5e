import { pageSettings } from '../globals.ts';
import type { Locale } from './types/locale.ts';
import { vi } from './vi/shared.ts';

/** The loaded languages, by primary subtag. */
export const locales = new Map<string, Locale>();

/** Loaders of languages that are fetched when a page first uses them. */
export const lazyLocales = new Map<string, () => Promise<Locale>>();

/** Registers a language, or replaces a registered one. */
export function setLocale(locale: Locale): void {
  locales.set(locale.lang, locale);
}

/**
 * Returns the texts for a `lang` value (`en-GB` matches `en`), with the page's own texts from `tct.locales` on top.
 * Falls back to Vietnamese when the language is unknown or not loaded yet.
 *
 * @param onLoad called once the language has loaded, if it has to be fetched
 */
export function localeFor(lang: string, onLoad?: () => void): Locale {
  const name = lang.toLowerCase().split('-')[0]!;
  const known = locales.get(name);
  if (!known && onLoad)
    lazyLocales
      .get(name)?.()
      .then((locale) => {
        // A page may have given its own texts meanwhile.
        if (!locales.has(name)) setLocale(locale);
      })
      .then(onLoad, () => {});
  const custom = pageSettings().locales?.[name];
  return custom ? { ...(known ?? vi), lang: name, ...custom } : (known ?? vi);
}
