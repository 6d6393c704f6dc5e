/** Finds the list of albums on a page: covers that lead to a page of each album, with its name. */
import { foldWords } from '../../../core/text/fold-words.ts';
import { guessDate } from '../date/dates.ts';
import { isGeneric } from '../generic-text.ts';
import { guessItemTitle, isOwnLink } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { imageOf } from '../item.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';
import { countInside } from './images-inside.ts';
import { isWithin, namesOf } from './page-parts.ts';
import { backgroundsIn, imageType, linkAround } from './photo.ts';

/** An album in a list. */
export interface ListedAlbum {
  item: Element;
  /** Its page. */
  url: string;
  /** The images of the item. */
  covers: Element[];
  /** The link with its name, if that is not in the item. */
  name?: Element;
}

/** WordPress's galleries and Phoca Gallery may link each photo to a page about it. */
const PHOTO_MARKUP =
  /(?:^|\s)(?:gallery-(?:item|icon)|blocks-gallery-item|wp-block-gallery|tiled-gallery|ngg-\S*|pg-item-box\S*|phocagallery-box-file\S*)(?:\s|$)/i;
const LIST_NAME =
  /(?:^|[\s_-])(?:albums?[-_]?(?:list|item|grid|box|col)|(?:list|item|grid|box)[-_]?albums?|albums)(?:$|[\s_-])/i;
const PHOTO_COUNT = /\b\d+ (?:buc |tam )?(?:anh|hinh|photos?|pictures?|images?)\b/;

const withoutFragment = (url: string) => url.replace(/#.*/s, '');

/** The page that a link leads to: another one of the same site, and not its front page. */
export function pageBehind(page: HtmlPage, link: Element | undefined): string | undefined {
  if (!link || !isOwnLink(page, link)) return undefined;
  const url = withoutFragment(page.resolveUrl(link.attribs.href)!);
  const { host, pathname, search } = new URL(url);
  const isFront = pathname === '/' && !search;
  const isOther = host !== new URL(page.url).host || isFront || imageType(url);
  return isOther || url === withoutFragment(page.url) ? undefined : url;
}

/** The images that may be covers, with the page that the link around them, or all links beside them, lead to. */
function coversOf(page: HtmlPage, aside: ReadonlySet<Element>): Map<Element, string> {
  const images = [
    ...visibleElements(page.root, /^img$/).filter((image) => imageOf(page, image)),
    ...backgroundsIn(page, page.root).map(({ element }) => element),
  ].filter((image) => !isWithin(image, aside));
  const count = countInside(images);
  const covers = new Map<Element, string>();
  for (const image of images) {
    let url = pageBehind(page, linkAround(image));
    for (const around of linkAround(image) ? [] : selfAndAncestors(image)) {
      if (count.get(around)! > 1) break;
      const links = visibleElements(around, /^a$/);
      if (!links.length) continue;
      const urls = new Set(links.map((link) => pageBehind(page, link)));
      if (urls.size === 1) [url] = urls;
      break;
    }
    if (url) covers.set(image, url);
  }
  return covers;
}

/**
 * The largest elements around covers that lead to one page each. Where all of them lead to the same page, the smallest
 * with a text that does.
 */
function itemsAround(page: HtmlPage, covers: ReadonlyMap<Element, string>): ListedAlbum[] {
  const [only, ...others] = new Set(covers.values());
  const namesOfOnly =
    only === undefined || others.length
      ? []
      : visibleElements(page.root, /^a$/).filter(
          (link) => pageBehind(page, link) === only && page.text(link),
        );
  const named = new Set(namesOfOnly.flatMap((link) => [...selfAndAncestors(link)].slice(1)));
  const urlsInside = new Map<Element, Set<string>>();
  for (const [cover, url] of covers)
    for (const around of selfAndAncestors(cover)) {
      const urls = urlsInside.get(around);
      if (urls) urls.add(url);
      else urlsInside.set(around, new Set([url]));
    }
  const albums = new Map<Element, ListedAlbum>();
  for (const [cover, url] of covers) {
    let item = cover;
    for (const around of selfAndAncestors(cover)) {
      if (urlsInside.get(around)!.size > 1) break;
      item = around;
      if (named.has(around)) break;
    }
    const known = albums.get(item);
    if (known) known.covers.push(cover);
    else albums.set(item, { item, url, covers: [cover] });
  }
  return [...albums.values()];
}

/** What items of one list have in common: their element's name and classes, and their parent's. */
function makeOf({ item }: ListedAlbum): string {
  const describe = ({ name, attribs }: Element) =>
    [
      name,
      ...(attribs.class ?? '').split(/\s+/).filter((each) => !/\d|first|last|odd|even|active/i.test(each)),
    ].join('.');
  const { parent } = item;
  return `${parent && 'attribs' in parent ? describe(parent) : ''} ${describe(item)}`;
}

/** The links of a page whose text may be the name of what they lead to, by URL. */
function nameLinks(page: HtmlPage): Map<string, Element> {
  const links = new Map<string, Element>();
  for (const link of visibleElements(page.root, /^a$/)) {
    const url = pageBehind(page, link);
    const text = url && !links.has(url) ? page.text(link) : '';
    if (text && !isGeneric(text)) links.set(url!, link);
  }
  return links;
}

/**
 * Whether an item without a link as its name is an album, and not a photo with a page about it: its name is a heading, or
 * it has a date or a number of photos.
 */
function isAlbum(page: HtmlPage, { item }: ListedAlbum): boolean {
  const around = [...selfAndAncestors(item)];
  if ([...around, ...visibleElements(item)].some((each) => PHOTO_MARKUP.test(namesOf(each)))) return false;
  const title = guessItemTitle(page, { head: item, whole: item });
  if (!title || isGeneric(title.text)) return false;
  return (
    visibleElements(item, /^h[1-6]$/).some((each) => page.text(each)) ||
    around.some((each) => LIST_NAME.test(namesOf(each))) ||
    PHOTO_COUNT.test(foldWords(page.text(item))) ||
    guessDate(page, item, new Set()) !== undefined
  );
}

/**
 * Finds the longest list of albums on a page.
 *
 * @param aside parts of the page without content
 * @returns empty if there is none
 */
export function guessAlbums(page: HtmlPage, aside: ReadonlySet<Element>): ListedAlbum[] {
  const names = nameLinks(page);
  const lists = new Map<string, ListedAlbum[]>();
  for (const album of itemsAround(page, coversOf(page, aside))) {
    const name = names.get(album.url);
    const isInside = name && isWithin(name, new Set([album.item]));
    // In a table, the names may be in the row under the covers.
    if (name && !isInside) album.name = name;
    if (!name && !isAlbum(page, album)) continue;
    const list = lists.get(makeOf(album));
    if (list) list.push(album);
    else lists.set(makeOf(album), [album]);
  }
  let longest: ListedAlbum[] = [];
  for (const list of lists.values()) if (list.length > longest.length) longest = list;
  return longest;
}
