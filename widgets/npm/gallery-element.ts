/** `tct-widgets/gallery/element`: the class of `<tct-gallery>`; importing it defines nothing. */
export type { Feed, Item } from '../../core/model/feed.ts';
export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { PhotoContext } from '../gallery/gallery.ts';
export type { PhotoSelectDetail } from '../gallery/open-state.ts';
export type { Photo } from '../gallery/photo.ts';

import './follow-locale.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from '../gallery/attribute-values.ts';
import { TctGallery } from '../gallery/gallery.ts';
import { type Define, definer } from './definer.ts';

/** Defines `<tct-gallery>`, or the same element under another tag. */
export const define: Define = definer('tct-gallery', TctGallery, ODD_VALUES);

export type { Define };
export { TctGallery };
