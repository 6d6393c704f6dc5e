/** Finds the `photos` selector of an album by one of its photos. */

import { pageBehind } from '../album/album-list.ts';
import { readGallery } from '../album/gallery.ts';
import { imagesIn, linkAround } from '../album/photo.ts';
import type { HtmlPage } from '../html-page.ts';
import { uniqueSelector } from '../selector/unique-selector.ts';
import { Selectors } from '../selectors.ts';
import { type Element, selfAndAncestors } from '../tree.ts';
import { findItems } from './find-items.ts';

/** Whether an element is a photo of this page, rather than the cover of an album with a page of its own. */
export function isOwnPhoto(page: HtmlPage, picked: Element): boolean {
  const image = imagesIn(page, picked)[0]?.element ?? picked;
  return imagesIn(page, picked).length === 1 && pageBehind(page, linkAround(image)) === undefined;
}

/** The innermost element around all of some elements. */
function commonAncestor(elements: readonly Element[]): Element | undefined {
  const [first, ...others] = elements.map((each) => [...selfAndAncestors(each)]);
  return first?.find((around) => others.every((path) => path.includes(around)));
}

/**
 * The selector of the element around the photos that one was picked of.
 *
 * @param isOwnPage whether the page is that of one album of a list
 * @returns `guessed` if they are found without; undefined if nothing there is a photo
 */
export function findPhotos(
  page: HtmlPage,
  picked: Element,
  isOwnPage: boolean,
): string | 'guessed' | undefined {
  const image = imagesIn(page, picked)[0]?.element ?? picked;
  const base = { url: page.url, kind: 'page', pages: 1 } as const;
  const guessed = readGallery(page, new Selectors(base), isOwnPage);
  if (guessed.some(({ parts }) => parts.photos?.includes(image))) return 'guessed';
  const items = findItems(page, { picked: [image], not: [] })?.items ?? [];
  const photos = items.filter((each) => imagesIn(page, each).length);
  const around =
    photos.length > 1
      ? commonAncestor(photos)
      : [...selfAndAncestors(image)].find((each) => imagesIn(page, each).length > 1);
  return around && imagesIn(page, around).length ? uniqueSelector(page, around) : undefined;
}
