import type { ElementNumbers } from '../element-numbers.ts';
import type { ItemParts } from '../found-item.ts';
import type { HtmlPage } from '../html-page.ts';
import { imageOf } from '../item.ts';
import type { PageReading } from '../read-page.ts';
import { type Element, visibleElements } from '../tree.ts';
import type { PointedPost } from './types.ts';

/** The image that was read from an element: the first inside it that reads the same, else itself. */
function imageElement(page: HtmlPage, around: Element): Element {
  const url = imageOf(page, around);
  return visibleElements(around, /^img$/).find((each) => imageOf(page, each) === url) ?? around;
}

function partNumbers(page: HtmlPage, numbers: ElementNumbers, parts: ItemParts): PointedPost['parts'] {
  const { image, photos } = parts;
  const found: PointedPost['parts'] = {};
  const nodes = { ...parts, image: image && imageElement(page, image) };
  for (const name of ['title', 'date', 'image', 'summary'] as const) {
    const node = nodes[name];
    const number = node && numbers.numberOf(node);
    if (number !== undefined) found[name] = number;
  }
  if (photos) found.photos = photos.flatMap((each) => numbers.numberOf(each) ?? []);
  return found;
}

/** The items that were read from a page, with the numbers of their elements. */
export function pointedPosts(
  page: HtmlPage,
  numbers: ElementNumbers,
  { feed, found }: PageReading,
): PointedPost[] {
  return feed.items.flatMap((item): PointedPost[] => {
    const origin = found.get(item);
    const node = origin && numbers.numberOf(origin.element);
    if (node === undefined) return [];
    const { id, title, url, date_published: date, image, _tct } = item;
    const number = _tct?.document?.number;
    return [
      {
        id,
        node,
        parts: partNumbers(page, numbers, origin!.parts),
        ...(title && { title }),
        ...(url && { url }),
        ...(date && { date }),
        ...(image && { image }),
        ...(number && { number }),
      },
    ];
  });
}
