import type { Item } from '../../core/model/feed.ts';
import { largeCopy, widthInUrl } from '../../core/model/image-copies.ts';

/** A picture file of a photo. */
export interface Copy {
  url: string;
  /** Pixels, if known. */
  width?: number;
}

/** A photo, in all its sizes. Of which size it is need not be known. */
export interface Photo {
  /** Where it comes from: an album, or a post of its own. */
  item: Item;
  /** The photo itself. */
  url: string;
  /** The smallest first, the photo itself last; never empty. */
  copies: Copy[];
  /** Pixels of the photo itself, if known. */
  width?: number;
  caption?: string;
  /** For those who do not see it; empty where nobody has said anything. */
  alt: string;
}

/** What cameras, phones and editors call files: nothing to tell people. */
const FILE_NAME = /^[\w.-]*[\d_-][\w.-]*$/;

const known = new WeakMap<Item, Photo[]>();

function read(item: Item): Photo[] {
  const { attachments = [], banner_image, image, summary, title } = item;
  const pictures = attachments.filter(({ mime_type }) => /^image/.test(mime_type));
  const about = pictures.length > 1 ? [] : [title, summary];
  const whole = banner_image ?? image;
  if (!pictures.length && whole)
    pictures.push({ url: whole, mime_type: 'image/*', _tct: { thumbnail: image } });
  return pictures.map(({ url, title: words, _tct = {} }) => {
    const { alt, thumbnail = url, width } = _tct;
    const caption = [words, ...about].find((text) => text && !FILE_NAME.test(text));
    const urls = new Set([thumbnail, width ? largeCopy(thumbnail, width) : thumbnail, url]);
    const copies = [...urls].map((each) => ({
      url: each,
      width: widthInUrl(each) ?? (each === url ? width : undefined),
    }));
    return { item, url, copies, width, caption, alt: alt ?? caption ?? '' };
  });
}

/** The photos of an item: those of an album, else its one picture. */
export function photosOf(item: Item): Photo[] {
  const photos = known.get(item) ?? read(item);
  known.set(item, photos);
  return photos;
}

/** A `srcset` of the copies whose widths are known; of one alone there is no choice. */
export function srcsetOf(copies: readonly Copy[]): string | undefined {
  const sized = copies.filter(({ width }) => width);
  return sized.length > 1 ? sized.map(({ url, width }) => `${url} ${width}w`).join() : undefined;
}
