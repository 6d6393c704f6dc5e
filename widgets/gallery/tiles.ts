import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import type { GalleryWords } from '../locale/types/gallery.ts';
import type { Locale } from '../locale/types/locale.ts';
import { type ImageCopy, type Photo, srcsetOf } from './photo.ts';

/** About the width of a picture, for browsers that do not compute `sizes` themselves. */
const DEFAULT_WIDTH_PX = 320;

/** Sizes pictures by the proportions of their photos. */
export interface Sizing {
  shownWidthPx: (photo: Photo) => number;
  /** Takes the proportions of a photo from its picture. */
  measure: (photo: Photo, image: HTMLImageElement) => void;
}

/** Input of tiles besides their photo. */
export interface TileContext {
  locale: Locale;
  words: GalleryWords;
  /** Whether captions are shown below the photos. */
  captions: boolean;
  /** Sizes pictures in the layout `justified`. */
  justified: Sizing | undefined;
  /** Called when the proportions of a photo have become known. */
  onRatio: () => void;
  target: string | null;
  /** Copies that could not be loaded. */
  failed: ReadonlySet<ImageCopy>;
  onError: (copy: ImageCopy) => void;
  schoolOf: (item: Item) => string | undefined;
  /** Opens a photo in the lightbox, or an album. */
  open: (event: Event, photo: Photo) => void;
  select: (event: Event, item: Item) => void;
}

/**
 * Renders the smallest copy, or the next one if it failed, or a message if all failed. On a video, it says so.
 *
 * @param captioned whether the caption below says the same as `alt`
 */
export function picture(photo: Photo, alt: string, captioned: boolean, context: TileContext): TemplateResult {
  const { failed, justified, onError, onRatio, words } = context;
  const remaining = photo.copies.filter((copy) => !failed.has(copy));
  const [small] = remaining;
  if (!small)
    return html`<span class="broken"><span class=${captioned ? 'unseen' : ''}>${alt}</span><small>${photo.isVideo ? words.video : words.broken}</small></span>`;
  const fail = ({ target }: Event) =>
    onError(remaining.find(({ url }) => url === (target as HTMLImageElement).currentSrc) ?? small);
  const measure =
    justified &&
    !photo.ratio &&
    (({ target }: Event) => {
      justified.measure(photo, target as HTMLImageElement);
      onRatio();
    });
  return html`<img part="image" loading="lazy" decoding="async" referrerpolicy="no-referrer" alt=${alt} sizes="auto, ${justified?.shownWidthPx(photo) ?? DEFAULT_WIDTH_PX}px" srcset=${srcsetOf(remaining) ?? nothing} src=${small.url} @load=${measure || nothing} @error=${fail}>${photo.isVideo ? html`<span class="video">${words.video}</span>` : nothing}`;
}

/** Renders a photo with its caption, if captions are shown. A video links to its page. */
export function photoTile(photo: Photo, index: number, context: TileContext): TemplateResult {
  const { alt, caption, isVideo, item, url } = photo;
  const { captions, locale, open, select, target, words } = context;
  const sameText = captions && !!caption && caption === alt;
  const name = alt || (isVideo ? '' : words.photo(index + 1));
  const click = (event: Event) => (isVideo ? select(event, item) : open(event, photo));
  return html`<a part="title" class="tile" href=${url} target=${(isVideo && target) || nothing} rel="noopener" @click=${click}>${picture(photo, name, sameText, context)}${isVideo && target === '_blank' ? html`<span class="unseen"> ${locale.newWindow}</span>` : nothing}</a>${
    caption && captions
      ? html`<div part="caption" aria-hidden=${sameText || nothing}>${caption}</div>`
      : nothing
  }`;
}
