/** `tct-widgets/locale`: replace texts of the widgets or add a language. */
export { en } from './en/en.ts';
export { addLocale } from './locale.ts';
export type { Locale } from './types/locale.ts';
export { vi } from './vi/vi.ts';
