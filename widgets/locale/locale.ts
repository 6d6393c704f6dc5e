import type { Precision } from '../../core/model/feed.ts';
import type { DocumentWords } from './types/documents.ts';
import type { GalleryWords } from './types/gallery.ts';
import type { LightboxWords } from './types/lightbox.ts';
import type { WeatherWords } from './types/weather.ts';
import { vi } from './vi/shared.ts';

/**
 * Every word the widgets say, in one language. A page adds a language, or words of its own, with `addLocale`, or beside
 * the one script as `tct.locales`.
 */
export interface Locale {
  /** BCP 47, the part that `lang` attributes are matched by: `vi`, `en`. */
  lang: string;
  news: string;
  loading: string;
  empty: string;
  /** Shown where nothing could be read, with the retry button beside it. */
  failed: string;
  retry: string;
  more: string;
  /** The mark of a young post. */
  newBadge: string;
  search: string;
  searchPlaceholder: string;
  /** Said when a search leaves this many posts. */
  found: (count: number) => string;
  views: (count: number) => string;
  /** Some of several sources failed: their names. */
  missing: (names: string) => string;
  /** The copy kept from the last visit is shown; `when` as `date` gives it. */
  stale: (when: string) => string;
  newWindow: string;
  /**
   * A date as a reader wants it ("5 phút trước", "Hôm nay 15:56", "27/07/2022"), never finer than `precision`.
   *
   * @param date as the model writes it, in Vietnam's time
   * @param now milliseconds since the epoch
   */
  date: (date: string, precision: Precision, now: number) => string;
  /** The full date, for screen readers and tooltips. */
  fullDate: (date: string, precision: Precision) => string;
  /** Words of one widget only: Vietnamese ones come with the widget, so that others do not load them. */
  documents?: DocumentWords;
  weather?: WeatherWords;
  gallery?: GalleryWords;
  lightbox?: LightboxWords;
}

const locales = new Map<string, Locale>();

/** Languages that are loaded when a page asks for them. */
export const lazyLocales = new Map<string, () => Promise<Locale>>();

/**
 * Makes a language known to every widget of the page.
 *
 * @public
 */
export function addLocale(locale: Locale): void {
  locales.set(locale.lang, locale);
}

/**
 * The words for a `lang` value (`en-GB` finds `en`); Vietnamese where there is no such language.
 *
 * @param arrived called when the language has been loaded, if it has to be
 */
export function localeFor(lang: string, arrived?: () => void): Locale {
  const name = lang.toLowerCase().split('-')[0]!;
  const known = locales.get(name);
  if (!known && arrived)
    lazyLocales
      .get(name)?.()
      .then(addLocale)
      .then(arrived, () => {});
  const own = globalThis.tct?.locales?.[name];
  return own ? { ...(known ?? vi), lang: name, ...own } : (known ?? vi);
}
