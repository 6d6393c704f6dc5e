/** Reads photos on a page: the largest version, caption and size of each. */
import type { Attachment } from '../../core/model/feed.ts';
import { omitUndefinedOrEmpty } from '../../core/omit-undefined.ts';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { parseCount, toAttachment } from '../../core/read/to-item.ts';
import { line } from '../../core/text/normalize.ts';
import type { HtmlPage } from './html-page.ts';
import { descendants, type Element, isElement, isHidden, selfAndAncestors, visibleElements } from './tree.ts';

interface PageImage {
  element: Element;
  /** The image that is shown; it may be a thumbnail. */
  url: string;
}

/** The images inside an element, or the element itself, without icons and tracking pixels. */
function imagesIn(page: HtmlPage, element: Element): PageImage[] {
  return [element, ...visibleElements(element)]
    .filter(({ name }) => name === 'img')
    .flatMap((image) => {
      const { image: url } = htmlToText(page.slice(image, image), page.base, 0);
      return url ? [{ element: image, url }] : [];
    });
}

/** The link that contains an image. */
export function linkAround(image: Element): Element | undefined {
  return [...selfAndAncestors(image)].find(({ name }) => name === 'a');
}

/** The media type of an image by its URL. Liferay's URLs continue after the file name. */
export function imageType(url: string): string | undefined {
  const type =
    mediaTypeOfUrl(url) ??
    mediaTypeOfUrl(/\.(?:jpe?g|png|gif|webp|avif)(?=[/?#])/i.exec(new URL(url).pathname)?.[0] ?? '');
  return type?.startsWith('image/') ? type : undefined;
}

/** The largest candidate of a `srcset`, with its width in pixels. */
function largestCandidate(page: HtmlPage, { attribs }: Element): { url: string; width: number } | undefined {
  const candidates = (attribs.srcset ?? attribs['data-srcset'] ?? '').split(/,\s+/).flatMap((candidate) => {
    const [, address, pixels] = /^\s*(\S+)\s+(\d+)w\s*$/.exec(candidate) ?? [];
    const url = page.resolveUrl(address);
    return url ? [{ url, width: Number(pixels) }] : [];
  });
  return candidates.reduce<(typeof candidates)[0] | undefined>(
    (best, each) => (each.width > (best?.width ?? 0) ? each : best),
    undefined,
  );
}

/** Whether an element contains images other than this one. */
function containsOther(around: Element, image: Element): boolean {
  for (const node of descendants(around, isHidden))
    if (isElement(node) && node.name === 'img' && node !== image) return true;
  return false;
}

/** The caption of this image, not of a group; else the one in its link's attributes for a lightbox. */
function captionOf(page: HtmlPage, image: Element): string | undefined {
  for (const around of selfAndAncestors(image)) {
    if (containsOther(around, image)) break;
    const caption = visibleElements(around).find(
      ({ name, attribs }) => name === 'figcaption' || /caption(?:-text)?(?:$|\s)/.test(attribs.class ?? ''),
    );
    const words = caption && page.textLine(caption, 300);
    if (words) return words;
  }
  const link = linkAround(image)?.attribs;
  return [link?.['data-caption'], link?.['data-title'], link?.title, image.attribs.title]
    .map((text) => line(text && htmlToText(text).text, 300))
    .find(Boolean);
}

/** The photo in its largest size: the image behind its link, else the largest of its `srcset`, else the shown one. */
function photoOf(page: HtmlPage, { element: image, url: shownUrl }: PageImage): Attachment | undefined {
  const linked = page.resolveUrl(linkAround(image)?.attribs.href);
  const original = linked && imageType(linked) ? linked : undefined;
  const candidate = original ? undefined : largestCandidate(page, image);
  const url = original ?? candidate?.url ?? shownUrl;
  const { alt } = image.attribs;
  // The attributes give the size of the image that is shown.
  const [width, height] = [parseCount(image.attribs.width), parseCount(image.attribs.height)];
  const isShownSize = url === shownUrl || (candidate !== undefined && candidate.width === width);
  const size = isShownSize && width && height ? { width, height } : { width: candidate?.width };
  return toAttachment(url, page.base, {
    // An image even if the URL has no type.
    mime_type: imageType(url) ?? 'image/jpeg',
    title: captionOf(page, image),
    _tct: omitUndefinedOrEmpty({
      ...size,
      thumbnail: url === shownUrl ? undefined : shownUrl,
      alt: line(alt, 300),
    }),
  });
}

/** The photos inside an element, in document order. */
export function photosIn(page: HtmlPage, element: Element): Attachment[] {
  return imagesIn(page, element)
    .map((image) => photoOf(page, image))
    .filter((photo) => photo !== undefined);
}
