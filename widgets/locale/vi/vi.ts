import type { Locale } from '../types/locale.ts';
import { vi as documentControls } from './document-controls.ts';
import { vi as documents } from './documents.ts';
import { vi as gallery } from './gallery.ts';
import { vi as lightbox } from './lightbox.ts';
import { vi as news } from './news.ts';
import { vi as search } from './search.ts';
import { vi as shared } from './shared.ts';
import { vi as weather } from './weather.ts';

/** All Vietnamese texts. */
export const vi: Locale = {
  ...shared,
  ...search,
  ...news,
  documents: { ...documents, ...documentControls },
  gallery,
  lightbox,
  weather,
};
