/** Size budgets of what is delivered. A change should leave at least `MIN_FREE` of each unused. */

const KB = 1024;

/** Share of a budget that should stay free. */
export const MIN_FREE = 0.05;

export interface Budget {
  name: string;
  /** Files in `dist/`, by their names without the build's hash. Scripts count with their static imports. */
  files: string[];
  /** Files that the page has already loaded: they and their imports do not count. */
  loaded?: string[];
  /** `brotli` (quality 11) and `gzip` for compressed transfer, otherwise the plain size. */
  unit: 'brotli' | 'gzip' | 'bytes';
  /** Bytes; if missing, the size is only printed. */
  max?: number;
}

const LOADER = 'embed/tct.js';
const NEWS = 'embed/tct-latest-news.js';
const DOCUMENTS = 'embed/tct-document-list.js';
const WEATHER = 'embed/tct-weather.js';
const GALLERY = 'embed/tct-gallery.js';
const CORE = 'npm/core.js';

export const BUDGETS: Budget[] = [
  { name: 'Loader', files: [LOADER], unit: 'brotli', max: 2 * KB },
  { name: 'Page with news', files: [LOADER, NEWS], unit: 'brotli', max: 15.5 * KB },
  // Pages over plain http get no brotli.
  { name: 'Page with news', files: [LOADER, NEWS], unit: 'gzip', max: 17.5 * KB },
  {
    name: 'Documents, on top of news',
    files: [DOCUMENTS],
    loaded: [LOADER, NEWS],
    unit: 'brotli',
    max: 8.5 * KB,
  },
  {
    name: 'Weather, on top of news',
    files: [WEATHER],
    loaded: [LOADER, NEWS],
    unit: 'brotli',
    max: 7.5 * KB,
  },
  {
    name: 'Gallery before the first click, on top of news',
    files: [GALLERY],
    loaded: [LOADER, NEWS],
    unit: 'brotli',
    max: 5 * KB,
  },
  {
    name: 'Lightbox, at the first click',
    files: ['embed/tct-lightbox.js'],
    loaded: [GALLERY],
    unit: 'brotli',
    max: 8 * KB,
  },
  {
    name: 'Script for a page with an iframe of ours',
    files: ['embed/tct-frame.js'],
    unit: 'bytes',
    max: 300,
  },
  {
    name: 'Explanation of mistakes, if there are any',
    files: ['embed/tct-debug.js'],
    unit: 'brotli',
    max: 10.5 * KB,
  },
  {
    name: 'Page with all four widgets',
    files: [LOADER, NEWS, DOCUMENTS, WEATHER, GALLERY],
    unit: 'brotli',
    max: 37 * KB,
  },
  { name: 'Extension for Chrome, zip', files: ['extension/tct-chrome.zip'], unit: 'bytes', max: 150 * KB },
  { name: 'Extension for Firefox, zip', files: ['extension/tct-firefox.zip'], unit: 'bytes', max: 150 * KB },
  { name: 'Extension background', files: ['extension/chrome/background.js'], unit: 'bytes', max: 126 * KB },
  { name: 'core.js', files: [CORE], unit: 'brotli' },
  { name: 'Readers, on top of core.js', files: ['npm/core-read-foreign.js'], loaded: [CORE], unit: 'brotli' },
];
