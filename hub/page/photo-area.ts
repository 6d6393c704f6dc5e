import { pageBehind } from './album-list.ts';
import type { HtmlPage } from './html-page.ts';
import { isWithin, namesOf } from './page-parts.ts';
import { backgroundsIn, imagesIn, linkAround, linkedImage, type PageImage } from './photo.ts';
import { type Element, selfAndAncestors } from './tree.ts';

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
 * @param covers of other albums
 */
function candidates(page: HtmlPage, aside: ReadonlySet<Element>, covers: ReadonlySet<Element>): PageImage[] {
  const images = imagesIn(page, page.root);
  const isPhoto = ({ element }: PageImage) => {
    if (covers.has(element) || isWithin(element, aside)) return false;
    const link = linkAround(element);
    const leadsAway = link && page.resolveUrl(link.attribs.href) && !linkedImage(page, element);
    if (!leadsAway) return true;
    return pageBehind(page, link) !== undefined && [...selfAndAncestors(element)].some(isGallery);
  };
  const photos = images.filter(isPhoto);
  return photos.length ? photos : backgroundsIn(page, page.root).filter(isPhoto);
}

/**
 * Guesses the element that contains the page's photos.
 *
 * @param aside parts of the page without content
 * @param covers of other albums
 */
export function guessPhotoArea(
  page: HtmlPage,
  aside: ReadonlySet<Element>,
  covers: ReadonlySet<Element>,
): PhotoArea | undefined {
  const photos = candidates(page, aside, covers);
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
  const images = photos.filter((photo) => isWithin(photo.element, new Set([element])));
  const large = images.filter((image) => linkedImage(page, image.element)).length;
  return { element, images, isNamed: Boolean(named), isLightbox: large > 1 };
}
