import type { HtmlPage } from '../html-page.ts';
import { type Element, type Root, selfAndAncestors } from '../tree.ts';
import { itemSelectors, position, tagOf } from './item-selectors.ts';
import { matchesOf } from './matches.ts';
import { idCost } from './steady-names.ts';

/** The element by the positions of it and all elements around it, from the next one with an id. */
function byPosition(element: Element): string {
  const steps: string[] = [];
  for (const each of selfAndAncestors(element)) {
    if (each !== element && idCost(each.attribs.id) !== undefined) {
      steps.unshift(`#${each.attribs.id}`);
      break;
    }
    const at = position(each);
    const tag = tagOf(each);
    steps.unshift(at === undefined || tag === '*' ? tag : `${tag}:nth-of-type(${at})`);
  }
  return steps.join(' > ');
}

/** The simplest lasting selector that matches an element of a page and nothing else; undefined if there is none. */
export function uniqueSelector(page: HtmlPage, element: Element): string | undefined {
  const own = idCost(element.attribs.id);
  const container = element.parent as Element | Root | null;
  const candidates = [
    ...(own === undefined ? [] : [{ selector: `#${element.attribs.id}`, cost: own }]),
    ...itemSelectors({ items: [element], container: container ?? page.root }),
    { selector: byPosition(element), cost: 100 },
  ];
  return candidates
    .sort((a, b) => a.cost - b.cost)
    .map(({ selector }) => selector)
    .find((selector) => {
      const matches = matchesOf(page, selector);
      return matches.length === 1 && matches[0] === element;
    });
}
