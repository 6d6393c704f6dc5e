export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { PhotoContext } from './gallery.ts';
export type { PhotoSelectDetail } from './open-state.ts';
export type { Photo } from './photo.ts';

import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctGallery } from './gallery.ts';

defineElement(
  'tct-gallery',
  TctGallery,
  'layout="(?!(?:grid|justified|carousel|albums)")|autoplay="[^"\\d]|(?:captions|download|no-share)="[^"]',
);

declare global {
  interface HTMLElementTagNameMap {
    'tct-gallery': TctGallery;
  }
}

export { TctGallery };
