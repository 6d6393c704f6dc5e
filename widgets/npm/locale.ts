/** `tct-widgets/locale`: replaces texts of the widgets, or adds a language. */
import { en } from '../locale/en/en.ts';
import { locales, setLocale } from '../locale/locale.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi as fallback } from '../locale/vi/shared.ts';
import { vi } from '../locale/vi/vi.ts';
import { localeListeners } from './locale-listeners.ts';

type PartOf<Words> = Words extends string | readonly unknown[] | ((...args: never) => unknown)
  ? Words
  : { [Key in keyof Words]?: PartOf<Words[Key]> };

/** Some texts of a language, or all of them. */
export type LocaleWords = PartOf<Locale> & Pick<Locale, 'lang'>;

type Group = Record<string, unknown>;

/** Puts words over others, group by group. */
function merge(base: Group, words: Group): Group {
  const merged = { ...base };
  for (const [key, value] of Object.entries(words))
    if (value !== undefined)
      merged[key] = isGroup(value) ? merge(isGroup(base[key]) ? base[key] : {}, value) : value;
  return merged;
}

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Replaces texts of a language, or adds a language, for every widget: those in the page show it at once.
 *
 * What is not given stays as it was. A new language has the Vietnamese text for what it lacks; to base it on another one,
 * spread that first.
 *
 * @example addLocale({ lang: 'vi', news: 'Tin của Cụm', gallery: { video: 'Phim' } });
 * @example addLocale({ ...en, lang: 'fr', news: 'Actualités' });
 * @param words `lang` is a language tag, of which the primary subtag counts: `fr-CA` is `fr`
 */
export function addLocale(words: LocaleWords): void {
  const lang = words.lang.toLowerCase().split('-')[0]!;
  const base = locales.get(lang) ?? (lang === 'en' ? en : { ...vi, ...fallback });
  const locale = { ...merge({ ...base }, words), lang } as Locale;
  // What widgets show without a language, and in one that they do not know, is Vietnamese too.
  if (lang === 'vi') Object.assign(fallback, locale);
  else setLocale(locale);
  for (const update of localeListeners) update();
}

export type { Locale };
export { en, vi };
