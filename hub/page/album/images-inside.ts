import type { HtmlPage } from '../html-page.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';

/** How many of some elements are inside each element, itself included. */
export function countInside(elements: Iterable<Element>): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const each of elements)
    for (const around of selfAndAncestors(each)) counts.set(around, (counts.get(around) ?? 0) + 1);
  return counts;
}

const known = new WeakMap<HtmlPage, Map<Element, number>>();

/**
 * How many images are inside each element of a page, icons included.
 *
 * @param others elements that count as images, too
 */
export function imagesInside(page: HtmlPage, others: readonly Element[] = []): ReadonlyMap<Element, number> {
  const isKnown = others.every(({ name }) => name === 'img');
  const counts =
    (isKnown && known.get(page)) || countInside(new Set([...visibleElements(page.root, /^img$/), ...others]));
  if (isKnown) known.set(page, counts);
  return counts;
}
