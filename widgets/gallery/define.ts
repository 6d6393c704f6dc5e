export type { PhotoContext } from './gallery.ts';
export type { Photo } from './photo.ts';

import '../locale/lazy-en.ts';
import { TctGallery } from './gallery.ts';

// Another copy of the script, or another version, may have been here first: it stays.
if (!customElements.get('tct-gallery')) customElements.define('tct-gallery', TctGallery);

declare global {
  interface HTMLElementTagNameMap {
    'tct-gallery': TctGallery;
  }
}

export { TctGallery };
