/** Reads photos on a page: the largest version, caption and size of each. */
import type { Attachment } from '../../core/model/feed.ts';
import { omitUndefinedOrEmpty } from '../../core/omit-undefined.ts';
import { backgroundPictures } from '../../core/read/html/image-attributes.ts';
import { linkAddresses } from '../../core/read/html/link-addresses.ts';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { type Picture, widest } from '../../core/read/pictures.ts';
import { parseCount, toAttachment } from '../../core/read/to-item.ts';
import { line } from '../../core/text/normalize.ts';
import type { HtmlPage } from './html-page.ts';
import {
  descendants,
  type Element,
  isElement,
  isHidden,
  type Node,
  selfAndAncestors,
  visibleElements,
} from './tree.ts';

interface PageImage {
  element: Element;
  /** Its copies; that which is shown comes first and may be a thumbnail. */
  copies: [Picture, ...Picture[]];
}

/** The HTML of an element, that of an `<img>` with the `<picture>` around and the `<noscript>` behind it. */
export function imageHtml(page: HtmlPage, image: Element): string {
  if (image.name !== 'img') return page.slice(image, image);
  const picture =
    image.parent && isElement(image.parent) && image.parent.name === 'picture' ? image.parent : image;
  let next: Node | null = picture.nextSibling;
  while (next?.type === 'text' && !next.data.trim()) next = next.nextSibling;
  return page.slice(picture, next && isElement(next) && next.name === 'noscript' ? next : picture);
}

/** The images inside an element, or the element itself, without icons and tracking pixels. */
function imagesIn(page: HtmlPage, element: Element): PageImage[] {
  return [element, ...visibleElements(element)]
    .filter(({ name }) => name === 'img')
    .flatMap((image) => {
      const [shown, ...others] = htmlToText(imageHtml(page, image), page.base, 0).images.copies;
      return shown ? [{ element: image, copies: [shown, ...others] }] : [];
    });
}

/** The link that contains an image. */
export function linkAround(image: Element): Element | undefined {
  return [...selfAndAncestors(image)].find(({ name }) => name === 'a');
}

/** The media type of an image by its URL; undefined if it is a page that names one (`/xem.html?anh=1.jpg`). */
export function imageType(url: string): string | undefined {
  const type = mediaTypeOfUrl(url);
  const isPage = /\.(?:html?|php|aspx?|jsp|do)(?:[?#;]|$)/i.test(url);
  return type?.startsWith('image/') && !isPage ? type : undefined;
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

/** The image behind the link around another: by its address, or as lightboxes write it, in its script or attributes. */
function linkedImage(page: HtmlPage, link: Element | undefined): string | undefined {
  if (!link) return undefined;
  const addresses = linkAddresses(link.attribs.href, link.attribs.onclick);
  return (
    addresses.map((address) => page.resolveUrl(address)).find((url) => url && imageType(url)) ??
    widest(backgroundPictures(new Map(Object.entries(link.attribs)), page.base))?.url
  );
}

/** The photo in its largest size: the image behind its link, else the widest of its copies. */
function photoOf(page: HtmlPage, { element: image, copies }: PageImage): Attachment | undefined {
  const original = linkedImage(page, linkAround(image));
  const [shown] = copies;
  const best: Picture = original ? { url: original } : widest(copies)!;
  const { alt } = image.attribs;
  const url = best.url;
  const shownUrl = shown.url;
  // The attributes give the size of the image that is shown.
  const [width, height] = [parseCount(image.attribs.width), parseCount(image.attribs.height)];
  const isShownSize = url === shownUrl || (best.width !== undefined && best.width === width);
  const size =
    isShownSize && width && height ? { width, height } : { width: best === shown ? undefined : best.width };
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
