import type { Locale } from '../locale.ts';
import { en as documents } from './documents.ts';
import { en as gallery } from './gallery.ts';
import { en as lightbox } from './lightbox.ts';
import { english } from './shared.ts';
import { en as weather } from './weather.ts';

/** All English words, in one. */
export const en: Locale = { ...english, documents, gallery, lightbox, weather };
