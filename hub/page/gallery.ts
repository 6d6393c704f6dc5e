import type { RawItem } from '../../core/read/to-item.ts';
import { findDate, guessDate } from './dates.ts';
import type { HtmlPage } from './html-page.ts';
import { imageOf, readListItem } from './item.ts';
import { imageType, linkAround, photosIn } from './photo.ts';
import type { Selectors } from './selectors.ts';
import { type Element, selfAndAncestors, visibleElements } from './tree.ts';

/** Class names and ids of galleries, and of the main content of a page. */
const GALLERY_NAME = /gallery|album|thu-?vien-?anh|photos|lightbox/i;
const CONTENT_NAME =
  /(?:^|[\s_-])(?:article-?body|entry-content|post-content|article-content|news-content|body-?text|journal-content-article|noi-?dung|chi-?tiet)(?:$|[\s_-])/i;
/** Elements that are not the main content. */
const NOT_CONTENT = /^(?:nav|header|footer|aside|form)$/;
/** Share of a page's photos that an element must contain to be taken for its content. */
const MIN_PHOTO_SHARE = 0.7;

/** Guesses the element that contains the page's photos, as opposed to teasers and decoration. */
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
    if (around.some(({ name }) => NOT_CONTENT.test(name)) || (isTeaser && !inGallery)) continue;
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
  const photos = areas.flatMap((area) => photosIn(page, area));
  const [first] = photos;
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
  const { attachments: _, ...parts } = readListItem(page, selectors, item);
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
  return area ? readAlbum(page, selectors, [area]) : [];
}
