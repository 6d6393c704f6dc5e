import type { Precision } from '../../../core/model/feed.ts';
import type { AllDocumentWords } from './documents.ts';
import type { GalleryWords } from './gallery.ts';
import type { LightboxWords } from './lightbox.ts';
import type { NewsWords } from './news.ts';
import type { SearchWords } from './search.ts';
import type { WeatherWords } from './weather.ts';

/**
 * All texts of the widgets in one language. A page adds a language, or replaces texts, with `addLocale` or, beside the
 * loader script, with `tct.locales`.
 */
export interface Locale extends Partial<SearchWords & NewsWords> {
  /** The primary subtag (BCP 47) that `lang` attributes are matched by: `vi`, `en`. */
  lang: string;
  news: string;
  loading: string;
  empty: string;
  /** Shown with the retry button when no source could be read. */
  failed: string;
  retry: string;
  more: string;
  /** The badge of a recent post. */
  newBadge: string;
  views: (count: number) => string;
  /** Names the sources that could not be read while others could. */
  missing: (names: string) => string;
  /** Shown with a cached copy; `when` is its time (`00:20`), followed by the date if that is not today. */
  stale: (when: string) => string;
  newWindow: string;
  /**
   * Formats a date for display ("5 phút trước", "Hôm nay 15:56", "27/07/2022"), never finer than `precision`; empty if
   * there is no such date.
   *
   * @param date in Vietnam time, `YYYY-MM-DDTHH:mm:ss+07:00`
   * @param now milliseconds since the epoch
   */
  date: (date: string, precision: Precision, now: number) => string;
  /** Formats the full date for screen readers; empty if there is no such date. */
  fullDate: (date: string, precision: Precision) => string;
  /** Texts of a single widget. The Vietnamese ones ship with the widget, so that other widgets do not load them. */
  documents?: AllDocumentWords;
  weather?: WeatherWords;
  gallery?: GalleryWords;
  lightbox?: LightboxWords;
}
