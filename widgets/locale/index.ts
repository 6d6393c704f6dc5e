import type { Locale } from './locale.ts';
import { vi as documents } from './vi/documents.ts';
import { vi as gallery } from './vi/gallery.ts';
import { vi as lightbox } from './vi/lightbox.ts';
import { vi as shared } from './vi/shared.ts';
import { vi as weather } from './vi/weather.ts';

/** `tct-widgets/locale`: a page's own words, or a language of its own. */
export { en } from './en/en.ts';
export { addLocale, type Locale } from './locale.ts';
/** All Vietnamese words, in one. */
export const vi: Locale = { ...shared, documents, gallery, lightbox, weather };
