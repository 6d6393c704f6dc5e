import '../base/lit-globals.ts';
import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from './attribute-values.ts';
import { TctGallery } from './gallery.ts';

defineElement('tct-gallery', TctGallery, ODD_VALUES);

declare global {
  interface HTMLElementTagNameMap {
    'tct-gallery': TctGallery;
  }
}

export { TctGallery };
