import { vi as documents } from '../document-list/vi.ts';
import { vi as lightbox } from '../gallery/lightbox/vi.ts';
import { vi as gallery } from '../gallery/vi.ts';
import { vi as weather } from '../weather/vi.ts';
import type { Locale } from './locale.ts';
import { vi as shared } from './vi.ts';

/** `tct-widgets/locale`: a page's own words, or a language of its own. */
export { en } from './en.ts';
export { addLocale, type Locale } from './locale.ts';
/** All Vietnamese words, in one. */
export const vi: Locale = { ...shared, documents, gallery, lightbox, weather };
