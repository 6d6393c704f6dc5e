/** `tct-widgets/locale`: a page's own words, or a language of its own. */
export { en } from './en.ts';
export { addLocale, type Locale } from './locale.ts';
export { vi } from './vi.ts';
