import type { HtmlPage } from '../html-page.ts';
import { type Element, selfAndAncestors } from '../tree.ts';
import { pageBehind } from './album-list.ts';
import { isWithin, namesOf } from './page-parts.ts';
import {
  backgroundsIn,
  imagesIn,
  lightboxLinksIn,
  linkAround,
  linkedImage,
  type PageImage,
} from './photo.ts';

/** Class names and ids of galleries, and of the main content of a page. */
const GALLERY_NAME = /gallery|album|thu-?vien-?anh|photos|lightbox/i;
const CONTENT_NAME =
  /(?:^|[\s_-])(?:article-?body|entry-content|post-content|article-content|news-content|body-?text|journal-content-article|noi-?dung|chi-?tiet)(?:$|[\s_-])/i;
/** Share of a page's photos that an element must contain to be taken for its content. */
const MIN_PHOTO_SHARE = 0.7;

/** The photos of a page, as opposed to teasers and decoration. */
export interface PhotoArea {
  /** The element that contains them. */
  element: Element;
  images: PageImage[];
  /** Whether it is named like a gallery or an article. */
  isNamed: boolean;
  /** Whether its photos are links to larger ones. */
  isLightbox: boolean;
}

const isGallery = (element: Element) => GALLERY_NAME.test(namesOf(element));
const isContent = (element: Element) => element.name === 'article' || CONTENT_NAME.test(namesOf(element));

/**
 * The images of a page that may be photos of an album. One that links to a page is a teaser, unless it is in a gallery.
 *
 * @param others the covers of other albums
 * @param isOwnPage see `readGallery`. If no image is a photo by itself, each has a page of its own.
 */
function candidates(
  page: HtmlPage,
  aside: ReadonlySet<Element>,
  others: ReadonlySet<Element>,
  isOwnPage: boolean,
): PageImage[] {
  const photos: PageImage[] = [];
  const withPages: PageImage[] = [];
  const images = imagesIn(page, page.root);
  for (const image of images.length ? images : backgroundsIn(page, page.root)) {
    const { element } = image;
    if (others.has(element) || isWithin(element, aside)) continue;
    const link = linkAround(element);
    const url = page.resolveUrl(link?.attribs.href);
    const isSamePage = url?.replace(/#.*/s, '') === page.url.replace(/#.*/s, '');
    if (!url || isSamePage || linkedImage(page, element)) photos.push(image);
    else if (pageBehind(page, link)) {
      if ([...selfAndAncestors(element)].some(isGallery)) photos.push(image);
      else withPages.push(image);
    }
  }
  return photos.length || !isOwnPage ? photos : withPages;
}

/**
 * Guesses the element that contains the page's photos.
 *
 * @param aside parts of the page without content
 * @param others the covers of other albums
 */
export function guessPhotoArea(
  page: HtmlPage,
  aside: ReadonlySet<Element>,
  others: ReadonlySet<Element>,
  isOwnPage: boolean,
): PhotoArea | undefined {
  const photos = candidates(page, aside, others, isOwnPage);
  /** The number of photos inside each element, in the order of the page. */
  const counts = new Map<Element, number>();
  for (const { element } of photos)
    for (const around of [...selfAndAncestors(element)].reverse())
      if (around !== element || around.name !== 'img') counts.set(around, (counts.get(around) ?? 0) + 1);
  const containers = [...counts.keys()];
  const withMostPhotos = (elements: Element[]) =>
    elements.reduce<Element | undefined>(
      (best, each) => (counts.get(each)! >= (best ? counts.get(best)! : 1) ? each : best),
      undefined,
    );
  const named =
    withMostPhotos(containers.filter((each) => isGallery(each) && counts.get(each)! > 1)) ??
    withMostPhotos(containers.filter(isContent));
  const element =
    named ??
    containers.filter((each) => counts.get(each)! >= Math.max(2, photos.length * MIN_PHOTO_SHARE)).at(-1);
  if (!element) return undefined;
  const shown = photos.filter((photo) => isWithin(photo.element, new Set([element])));
  const large = shown.filter((photo) => linkedImage(page, photo.element)).length;
  const images = [...shown, ...lightboxLinksIn(page, element)].sort(
    (a, b) => a.element.startIndex! - b.element.startIndex!,
  );
  return { element, images, isNamed: Boolean(named), isLightbox: large > 1 };
}
