import { en as documents } from '../document-list/en.ts';
import { en as gallery } from '../gallery/en.ts';
import { en as lightbox } from '../gallery/lightbox/en.ts';
import { en as weather } from '../weather/en.ts';
import { english } from './english.ts';
import type { Locale } from './locale.ts';

/** All English words, in one. */
export const en: Locale = { ...english, documents, gallery, lightbox, weather };
