import type { Feed } from '../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../core/model/limits.ts';
import { isVideo } from './video.ts';

/**
 * The URL of an image's picture, also if the page's lazy loader has not loaded it: the tag's content is hidden, so it
 * may never do so. Undefined if the image has only a placeholder.
 */
function pictureOf(image: HTMLImageElement): string | undefined {
  const { dataset, currentSrc, src } = image;
  // What lazy loaders will put into `src`; `data-original` may name a larger one beside the picture. Browsers update
  // `currentSrc` only after `src` has changed.
  const candidates = [dataset.src, dataset.lazySrc, src, currentSrc, dataset.original];
  const link = document.createElement('a');
  for (const url of candidates) {
    link.href = url ?? '';
    // Placeholders are `data:` URLs.
    if (url && /^http/.test(link.protocol)) return link.href;
  }
  return undefined;
}

/** Returns the photos inside an element, each an `<a href><img></a>`, as a feed with one untitled album. Each video is a post. */
export function slottedPhotos(element: Element): Feed {
  const files = [...element.querySelectorAll<HTMLImageElement>('a[href] img')]
    .map((image) => ({ image, link: image.closest('a')! }))
    .filter(({ link }) => /^http/.test(link.protocol))
    .map(({ image, link }) => ({
      url: link.href,
      mime_type: 'image/*',
      title: (link.closest('figure')?.querySelector('figcaption')?.textContent || link.title).trim(),
      _tct: { thumbnail: pictureOf(image), alt: image.alt || undefined },
    }));
  const videos = files.filter(isVideo).map((file) => ({
    id: file.url,
    url: file.url,
    title: file.title || file._tct.alt,
    content_text: '',
    image: file._tct.thumbnail,
    attachments: [file],
  }));
  const photos = files.filter((file) => !isVideo(file));
  return {
    version: JSON_FEED_VERSION,
    title: '',
    // As a hub's: they stay in their order.
    _tct: { schools: {} },
    items: [{ id: document.URL, content_text: '', attachments: photos }, ...videos],
  };
}
