/** The words of the popup and of the settings page. */
import { en as englishSearch } from '../../widgets/locale/en/search.ts';
import { en as english } from '../../widgets/locale/en/shared.ts';
import { setLocale } from '../../widgets/locale/locale.ts';
import type { Locale } from '../../widgets/locale/types/locale.ts';
import type { SearchWords } from '../../widgets/locale/types/search.ts';
import { vi as vietnameseSearch } from '../../widgets/locale/vi/search.ts';
import { vi as vietnamese } from '../../widgets/locale/vi/shared.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { vi, type Words } from './vi.ts';

export type { Words };

// The package contains both languages, so the widgets need not load English on demand.
setLocale(english);

export const wordsFor = (language: Language): Words => (language === 'en' ? en : vi);

/** The widgets' words in the same language. */
export const localeOf = ({ lang }: Words): Locale & SearchWords =>
  lang === 'en' ? { ...english, ...englishSearch } : { ...vietnamese, ...vietnameseSearch };
