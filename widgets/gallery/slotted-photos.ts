import type { Feed } from '../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../core/model/limits.ts';

/** Returns the photos inside an element, each an `<a href><img></a>`, as a feed with one untitled album. */
export function slottedPhotos(element: Element): Feed {
  const attachments = [...element.querySelectorAll<HTMLImageElement>('a[href] img')]
    .map((image) => ({ image, link: image.closest('a')! }))
    .filter(({ link }) => /^http/.test(link.protocol))
    .map(({ image, link }) => ({
      url: link.href,
      mime_type: 'image/*',
      title: (link.closest('figure')?.querySelector('figcaption')?.textContent || link.title).trim(),
      _tct: { thumbnail: image.currentSrc || image.src, alt: image.alt || undefined },
    }));
  return {
    version: JSON_FEED_VERSION,
    title: '',
    items: [{ id: document.URL, content_text: '', attachments }],
  };
}
