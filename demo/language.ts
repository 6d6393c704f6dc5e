import type { Words } from '../widgets/debug/finding.ts';

export type { Words };

/** The languages of the builder and the documentation; the first is the default. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const inLanguage = (words: Words, language: Language): string => words[LANGUAGES.indexOf(language)]!;
