/** Reads photos on a page: the largest version, caption and size of each. */
import type { Attachment } from '../../../core/model/feed.ts';
import { omitUndefinedOrEmpty } from '../../../core/omit-undefined.ts';
import { backgroundPictures } from '../../../core/read/html/image-attributes.ts';
import { linkAddresses } from '../../../core/read/html/link-addresses.ts';
import { htmlToText } from '../../../core/read/html/to-text.ts';
import { mediaTypeOfUrl } from '../../../core/read/media-type.ts';
import { copyKey, type Picture, widest } from '../../../core/read/pictures.ts';
import { parseCount, toAttachment } from '../../../core/read/to-item.ts';
import { line } from '../../../core/text/normalize.ts';
import type { HtmlPage } from '../html-page.ts';
import {
  descendants,
  type Element,
  isElement,
  type Node,
  type Root,
  selfAndAncestors,
  visibleElements,
} from '../tree.ts';
import { backgroundOf } from './background.ts';
import { captionsOf } from './captions.ts';
import { imagesInside } from './images-inside.ts';

export interface PageImage {
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

const elementsOf = (top: Element | Root) =>
  'attribs' in top ? [top, ...visibleElements(top)] : visibleElements(top);

/**
 * The images inside an element, or the element itself, without icons and tracking pixels. Of a placeholder, the image
 * behind its link.
 */
export function imagesIn(page: HtmlPage, top: Element | Root): PageImage[] {
  return elementsOf(top)
    .filter(({ name }) => name === 'img')
    .flatMap((image) => {
      const [shown, ...others] = htmlToText(imageHtml(page, image), page.base, 0).images.copies;
      if (shown) return [{ element: image, copies: [shown, ...others] }];
      const url = linkAround(image) && linkedImage(page, image);
      return url ? [{ element: image, copies: [{ url }] }] : [];
    });
}

/** What lightboxes name the links to the photos of an album. */
const LIGHTBOX = /^data-(?:fancybox|lightbox|gallery|glightbox)|lightbox|fancybox|colorbox|swipebox|venobox/i;

/** The links of a lightbox without an image of their own, for the photos beyond those that are shown; hidden ones, too. */
export function lightboxLinksIn(page: HtmlPage, top: Element): PageImage[] {
  const found: PageImage[] = [];
  for (const node of descendants(top)) {
    if (!isElement(node) || node.name !== 'a') continue;
    const { attribs } = node;
    const isNamed =
      Object.keys(attribs).some((name) => LIGHTBOX.test(name)) ||
      LIGHTBOX.test(`${attribs.class} ${attribs.rel}`);
    const url = page.resolveUrl(attribs.href);
    const hasImage = () => [...descendants(node)].some((each) => isElement(each) && each.name === 'img');
    if (isNamed && url && imageType(url) && !hasImage()) found.push({ element: node, copies: [{ url }] });
  }
  return found;
}

/** The innermost elements whose background is a picture: SharePoint and others show photos so. */
export function backgroundsIn(page: HtmlPage, top: Element | Root): PageImage[] {
  const found = elementsOf(top).flatMap((element): PageImage[] => {
    const url = backgroundOf(page, element);
    return url ? [{ element, copies: [{ url }] }] : [];
  });
  const outer = new Set(found.flatMap(({ element }) => [...selfAndAncestors(element)].slice(1)));
  return found.filter(({ element }) => !outer.has(element));
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

/**
 * The image behind another: by the address of the link around it, or as lightboxes write it, in the script or attributes
 * of the link or of what contains no other image.
 */
export function linkedImage(page: HtmlPage, image: Element): string | undefined {
  const link = linkAround(image);
  const addresses = link ? linkAddresses(link.attribs.href, link.attribs.onclick) : [];
  const linked = addresses.map((address) => page.resolveUrl(address)).find((url) => url && imageType(url));
  if (linked) return linked;
  const counts = imagesInside(page);
  for (const around of selfAndAncestors(image)) {
    if (around === image && image.name === 'img') continue;
    if (counts.get(around)! > 1 || (image.name !== 'img' && !link)) break;
    const named = widest(backgroundPictures(new Map(Object.entries(around.attribs)), page.base))?.url;
    if (named) return named;
    if (image.name !== 'img' && around === link) break;
  }
  return undefined;
}

/** The photo in its largest size: the image behind its link, else the widest of its copies. */
function photoOf(
  page: HtmlPage,
  { element: image, copies }: PageImage,
  title: string | undefined,
): Attachment | undefined {
  const original = linkedImage(page, image);
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
    title,
    _tct: omitUndefinedOrEmpty({
      ...size,
      thumbnail: url === shownUrl ? undefined : shownUrl,
      alt: line(alt, 300),
    }),
  });
}

/** A photo that is shown twice, once in the larger copy and with the caption of either. */
export function mergeCopies(a: Attachment, b: Attachment): Attachment {
  const copies = [a, b].map(({ url, _tct }) => ({ url, width: _tct?.width }));
  const best = widest(copies)!.url === b.url ? b : a;
  const title = a.title ?? b.title;
  return { ...best, ...(title && { title }) };
}

/** Photos from images, in the order of the page. Copies of one photo, as of a carousel and its thumbnails, count once. */
export function photosOf(page: HtmlPage, images: readonly PageImage[]): Attachment[] {
  const captions = captionsOf(
    page,
    images.map(({ element }) => element),
  );
  const photos = new Map<string, Attachment>();
  for (const image of images) {
    const photo = photoOf(page, image, captions.get(image.element));
    if (!photo) continue;
    const key = copyKey(photo.url);
    const known = photos.get(key);
    photos.set(key, known ? mergeCopies(known, photo) : photo);
  }
  return [...photos.values()];
}
