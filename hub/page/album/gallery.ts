import { findDate, guessDate } from '../date/dates.ts';
import type { FoundItem } from '../found-item.ts';
import type { HtmlPage } from '../html-page.ts';
import { readListItem } from '../item.ts';
import type { Selectors } from '../selectors.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';
import { albumHeading, titleInHead } from './album-heading.ts';
import { guessAlbums, type ListedAlbum } from './album-list.ts';
import { asideParts, isWithin } from './page-parts.ts';
import { imagesIn, type PageImage, photosOf } from './photo.ts';
import { guessPhotoArea, type PhotoArea } from './photo-area.ts';

/** The number of photos behind the name of an album: "(12 ảnh)". */
const PHOTO_COUNT = /\s*\(\d{1,3}(?:\s+(?:ảnh|hình|bức|tấm|photos?|images?)[^)]*)?\)$/iu;

/** The date of an album: between its heading and its photos, else beside them, else among them. */
function guessAlbumDate(
  page: HtmlPage,
  areas: Element[],
  firstPhoto: Element,
  heading: Element | undefined,
  aside: ReadonlySet<Element>,
): string | undefined {
  const around =
    (heading &&
      [...selfAndAncestors(areas[0]!)].find((each) => [...selfAndAncestors(heading)].includes(each))) ??
    areas[0]!;
  const skip = [...aside, ...(heading ? [heading] : [])];
  const from = heading?.endIndex ?? around.startIndex!;
  const outside = visibleElements(around).filter(
    ({ startIndex, endIndex }) => startIndex! > firstPhoto.startIndex! || endIndex! < from,
  );
  return (
    guessDate(page, around, new Set([...skip, ...outside])) ??
    page.meta('article:published_time') ??
    (around === areas[0] ? undefined : guessDate(page, around, new Set([...skip, ...areas]))) ??
    areas.map((area) => guessDate(page, area, new Set(skip))).find(Boolean)
  );
}

/** Reads photos of a page as one album; empty if there are none. */
function readAlbum(
  page: HtmlPage,
  selectors: Selectors,
  areas: Element[],
  images: PageImage[],
  aside: ReadonlySet<Element>,
): FoundItem[] {
  const photos = photosOf(page, images);
  const [first] = photos;
  if (!first) return [];
  const firstPhoto = images[0]!.element;
  const heading = selectors.first('title', page) ?? albumHeading(page, areas[0]!, firstPhoto, aside);
  const dated = selectors.first('date', page);
  const summary = selectors.first('summary', page);
  const raw = {
    link: page.url,
    base: page.base,
    title: (heading && page.textLine(heading)) ?? titleInHead(page),
    published:
      selectors.selectorOf('date') !== undefined
        ? dated && findDate(page, dated)
        : guessAlbumDate(page, areas, firstPhoto, heading, aside),
    summary: summary && { html: page.innerHtml(summary), base: page.base },
    image: first.url,
    attachments: photos,
  };
  const parts = {
    title: heading,
    date: dated,
    image: firstPhoto,
    summary,
    photos: images.map(({ element }) => element),
  };
  return [{ raw, stated: { facts: {} }, element: areas[0]!, parts }];
}

/** Reads an item of a list of albums: its name, page and cover. */
function readCover(page: HtmlPage, selectors: Selectors, item: Element): FoundItem {
  const { raw, parts } = readListItem(page, selectors, item);
  const { attachments: _, ...cover } = raw;
  const image = visibleElements(item, /^img$/).find(({ attribs }) => attribs.alt);
  const title = (raw.title ?? image?.attribs.alt)?.replace(PHOTO_COUNT, '');
  return { raw: { ...cover, title }, stated: { facts: {} }, element: item, parts };
}

/** Reads an album of a list that was guessed. */
function readListed(page: HtmlPage, selectors: Selectors, { item, name, url }: ListedAlbum): FoundItem {
  const cover = readCover(page, selectors, item);
  if (!name) return cover;
  const { parent } = name;
  const isOwn =
    parent && 'attribs' in parent && visibleElements(parent, /^a$/).every((each) => each === name);
  const published = isOwn ? guessDate(page, parent, new Set([name])) : undefined;
  const raw = {
    ...cover.raw,
    title: page.textLine(name),
    link: url,
    published: published ?? cover.raw.published,
  };
  return { ...cover, raw, parts: { ...cover.parts, title: name } };
}

/** Whether the photos of a page are an album, beside which others are listed, and not decoration of a list of albums. */
function isAlbum(
  { element, images, isNamed, isLightbox }: PhotoArea,
  albums: readonly ListedAlbum[],
): boolean {
  if (isLightbox || images.length >= albums.length) return true;
  const isAround = albums.some(({ item }) => isWithin(item, new Set([element])));
  return isNamed && (!isAround || images.length > 1);
}

/**
 * Reads the albums of a page. By selectors: one for each match of `item`, else one of the images in `photos`. Without:
 * one of its photos, else one for each cover that leads to an album's page.
 *
 * @param isOwnPage whether the page is known to be that of one album, so that its covers are those of others
 */
export function readGallery(page: HtmlPage, selectors: Selectors, isOwnPage = false): FoundItem[] {
  const aside = asideParts(page);
  if (selectors.selectorOf('item') !== undefined)
    return selectors.outermost('item', page).map((item) => readCover(page, selectors, item));
  if (selectors.selectorOf('photos') !== undefined) {
    const areas = selectors.outermost('photos', page);
    return readAlbum(
      page,
      selectors,
      areas,
      areas.flatMap((area) => imagesIn(page, area)),
      aside,
    );
  }
  const albums = guessAlbums(page, aside);
  const area = guessPhotoArea(page, aside, new Set(albums.flatMap(({ covers }) => covers)), isOwnPage);
  if (area && (isOwnPage || isAlbum(area, albums)))
    return readAlbum(page, selectors, [area.element], area.images, aside);
  return isOwnPage ? [] : albums.map((album) => readListed(page, selectors, album));
}
