import type { Attachment } from '../../core/model/feed.ts';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { omitUndefinedOrEmpty } from '../../core/read/json/values.ts';
import { mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { parseCount, type RawItem, toAttachment } from '../../core/read/to-item.ts';
import { line } from '../../core/text/normalize.ts';
import { findDate, guessDate } from './dates.ts';
import {
  descendants,
  type Element,
  type HtmlPage,
  isElement,
  isHidden,
  selfAndAncestors,
  visibleElements,
} from './html-page.ts';
import { imageOf, readItem } from './item.ts';
import type { Selectors } from './selectors.ts';

/** Class names and ids of galleries, and of the main content of a page. */
const GALLERY_NAME = /gallery|album|thu-?vien-?anh|photos|lightbox/i;
const CONTENT_NAME =
  /(?:^|[\s_-])(?:article-?body|entry-content|post-content|article-content|news-content|body-?text|journal-content-article|noi-?dung|chi-?tiet)(?:$|[\s_-])/i;
/** Elements that are not the main content. */
const ASIDE = /^(?:nav|header|footer|aside|form)$/;
/** Part of a page's photos that an element has to contain to be taken for its content. */
const MIN_PHOTO_SHARE = 0.7;

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
function linkAround(image: Element): Element | undefined {
  return [...selfAndAncestors(image)].find(({ name }) => name === 'a');
}

/** The media type of an image by its URL. Liferay's URLs continue after the file name. */
function imageType(url: string): string | undefined {
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

/** Whether an element contains other images than this one. */
function containsOther(around: Element, image: Element): boolean {
  for (const node of descendants(around, isHidden))
    if (isElement(node) && node.name === 'img' && node !== image) return true;
  return false;
}

/** The caption of this image alone, not of a group; else the one its link gives to a lightbox. */
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

/** The photo in its largest size: what its link leads to, else the largest of its `srcset`, else what is shown. */
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
    // It is an image, but the URL may not tell of which type.
    mime_type: imageType(url) ?? 'image/jpeg',
    title: captionOf(page, image),
    _tct: omitUndefinedOrEmpty({
      ...size,
      thumbnail: url === shownUrl ? undefined : shownUrl,
      alt: line(alt, 300),
    }),
  });
}

/** The element that most likely contains the photos a page is about. */
function guessPhotoArea(page: HtmlPage): Element | undefined {
  const elements = visibleElements(page.root);
  /** Number of photos inside each element. */
  const photoCounts = new Map<Element, number>();
  let total = 0;
  for (const image of elements) {
    if (image.name !== 'img' || !imageOf(page, image)) continue;
    const around = [...selfAndAncestors(image)];
    const link = linkAround(image)?.attribs.href;
    const inGallery = around.some(({ attribs }) =>
      GALLERY_NAME.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`),
    );
    // An image that links to a page is a teaser, unless it is in a gallery.
    const isTeaser = link !== undefined && !imageType(page.resolveUrl(link) ?? 'http://x/');
    if (around.some(({ name }) => ASIDE.test(name)) || (isTeaser && !inGallery)) continue;
    total++;
    for (const each of around) photoCounts.set(each, (photoCounts.get(each) ?? 0) + 1);
  }
  const namesOf = ({ attribs }: Element) =>
    `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;
  const withMostPhotos = (candidates: Element[]) =>
    candidates.reduce<Element | undefined>(
      (best, each) => (photoCounts.get(each)! >= (best ? photoCounts.get(best)! : 1) ? each : best),
      undefined,
    );
  const containers = elements.filter((each) => photoCounts.has(each) && each.name !== 'img');
  return (
    withMostPhotos(
      containers.filter((each) => GALLERY_NAME.test(namesOf(each)) && photoCounts.get(each)! > 1),
    ) ??
    withMostPhotos(
      containers.filter((each) => each.name === 'article' || CONTENT_NAME.test(namesOf(each))),
    ) ??
    containers.filter((each) => photoCounts.get(each)! >= Math.max(2, total * MIN_PHOTO_SHARE)).at(-1)
  );
}

/** The heading of an album: the page's `h1`, else the last heading before the photos, else the first of the page. */
function headingOf(page: HtmlPage, area: Element): Element | undefined {
  const all = visibleElements(page.root, /^h[1-3]$/).filter((each) => page.textLine(each));
  const before = all.filter((each) => each.startIndex! < area.startIndex!);
  return all.find(({ name }) => name === 'h1') ?? before.at(-1) ?? all[0];
}

/** Reads all photos of a page as one album; empty if there are none. */
function readAlbum(page: HtmlPage, selectors: Selectors, areas: Element[]): RawItem[] {
  const photos = areas.flatMap((area) => imagesIn(page, area)).map((image) => photoOf(page, image));
  const [first] = photos.filter((photo) => photo !== undefined);
  if (!first) return [];
  const heading = selectors.first('title', page) ?? headingOf(page, areas[0]!);
  const around =
    heading && [...selfAndAncestors(areas[0]!)].find((each) => [...selfAndAncestors(heading)].includes(each));
  const dated = selectors.first('date', page);
  const summary = selectors.first('summary', page);
  const skip = new Set([...areas, ...(heading ? [heading] : [])]);
  return [
    {
      link: page.url,
      base: page.base,
      title: (heading && page.textLine(heading)) ?? page.title,
      published:
        selectors.selectorOf('date') !== undefined
          ? dated && findDate(page, dated)
          : around && guessDate(page, around, skip),
      summary: summary && { html: page.innerHtml(summary), base: page.base },
      image: first.url,
      attachments: photos,
    },
  ];
}

/** Reads an item of a list of albums: its name, page and cover. */
function readCover(page: HtmlPage, selectors: Selectors, item: Element): RawItem {
  const { attachments: _, ...parts } = readItem(page, selectors, item);
  const image = visibleElements(item, /^img$/).find(({ attribs }) => attribs.alt);
  return { ...parts, title: parts.title ?? image?.attribs.alt };
}

/** Reads the albums of a page: one for each match of the `item` selector, else one of all photos. */
export function readGallery(page: HtmlPage, selectors: Selectors): RawItem[] {
  if (selectors.selectorOf('item') !== undefined)
    return selectors.outermost('item', page).map((item) => readCover(page, selectors, item));
  if (selectors.selectorOf('photos') !== undefined)
    return readAlbum(page, selectors, selectors.outermost('photos', page));
  const area = guessPhotoArea(page);
  return area && isElement(area) ? readAlbum(page, selectors, [area]) : [];
}
