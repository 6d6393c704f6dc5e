import type { Locale } from '../types/locale.ts';
import { en as documentControls } from './document-controls.ts';
import { en as documents } from './documents.ts';
import { en as gallery } from './gallery.ts';
import { en as lightbox } from './lightbox.ts';
import { en as news } from './news.ts';
import { en as search } from './search.ts';
import { en as shared } from './shared.ts';
import { en as weather } from './weather.ts';

/** All English texts. */
export const en: Locale = {
  ...shared,
  ...search,
  ...news,
  documents: { ...documents, ...documentControls },
  gallery,
  lightbox,
  weather,
};
