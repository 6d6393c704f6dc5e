import type { Item } from '../../core/model/feed.ts';
import { largeCopy, widthInUrl } from '../../core/model/image-copies.ts';
import { isVideo, isVideoUrl } from './video.ts';

/** One file of a photo. */
export interface ImageCopy {
  url: string;
  /** In pixels, if known. */
  width?: number;
}

/** A photo in all its sizes; or, in lists of photos, a post that has only videos. */
export interface Photo {
  /** The album or post it belongs to. */
  item: Item;
  /** URL of the original, or of the page that shows the videos. */
  url: string;
  /** Whether this stands for videos, which the gallery does not play: it links to the school's page. */
  isVideo?: boolean;
  /** From the smallest to the original; never empty, except for videos without a picture. */
  copies: ImageCopy[];
  /** Width of the original in pixels, if known. */
  width?: number;
  /** Width divided by height; if the feed does not say it, missing until the layout `justified` has loaded a picture. */
  ratio?: number;
  caption?: string;
  /** Alternative text; empty if there is none. */
  alt: string;
}

/** File names given by cameras, phones and editors, which are no captions. */
const CAMERA_FILE_NAME = /^[\w.-]*[\d_-][\w.-]*$/;

const cache = new WeakMap<Item, Photo[]>();

function readPhotos(item: Item): Photo[] {
  const { attachments = [], banner_image, image, summary, title, url: page } = item;
  const pictures = attachments.filter((file) => /^image/.test(file.mime_type) && !isVideo(file));
  const itemCaptions = pictures.length > 1 ? [] : [title, summary];
  const original = [banner_image, image].find((url) => url && !isVideoUrl(url));
  const video = pictures.length
    ? undefined
    : (attachments.find(isVideo)?.url ?? (page && isVideoUrl(page) && page));
  if (video) {
    const copies = original ? [{ url: image ?? original }] : [];
    return [
      {
        item,
        url: page ?? video,
        isVideo: true,
        copies,
        caption: title ?? summary,
        alt: title ?? summary ?? '',
      },
    ];
  }
  if (!pictures.length && original)
    pictures.push({ url: original, mime_type: 'image/*', _tct: { thumbnail: image } });
  return pictures.map(({ url, title: photoTitle, _tct = {} }) => {
    const { alt, height, thumbnail = url, width } = _tct;
    const caption = [photoTitle, ...itemCaptions].find((text) => text && !CAMERA_FILE_NAME.test(text));
    const urls = new Set([thumbnail, width ? largeCopy(thumbnail, width) : thumbnail, url]);
    const copies = [...urls].map((each) => ({
      url: each,
      width: widthInUrl(each) ?? (each === url ? width : undefined),
    }));
    const ratio = width && height ? width / height : undefined;
    return { item, url, copies, width, ratio, caption, alt: alt ?? caption ?? '' };
  });
}

/** Returns the photos of an album, the single picture of a post, or what stands for its videos. */
export function photosOf(item: Item): Photo[] {
  const photos = cache.get(item) ?? readPhotos(item);
  cache.set(item, photos);
  return photos;
}

/** Returns a `srcset` of the copies whose width is known, if there are at least two. */
export function srcsetOf(copies: readonly ImageCopy[]): string | undefined {
  const sized = copies.filter(({ width }) => width);
  return sized.length > 1 ? sized.map(({ url, width }) => `${url} ${width}w`).join() : undefined;
}
