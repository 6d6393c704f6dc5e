export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { PhotoContext, PhotoSelectDetail } from './gallery.ts';
export type { Photo } from './photo.ts';

import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctGallery } from './gallery.ts';

// Keeps an element that another copy or version of the script has defined.
if (!customElements.get('tct-gallery')) customElements.define('tct-gallery', TctGallery);

declare global {
  interface HTMLElementTagNameMap {
    'tct-gallery': TctGallery;
  }
}

export { TctGallery };
