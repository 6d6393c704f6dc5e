import type { HtmlPage } from '../html-page.ts';
import { itemsHolding, wholeItems } from '../list/whole-items.ts';
import { tagOf } from '../selector/item-selectors.ts';
import { matchesOf } from '../selector/matches.ts';
import { steadyClasses } from '../selector/steady-names.ts';
import { type Element, visibleElements } from '../tree.ts';
import type { FoundList, PickedItems } from './found-list.ts';

const MAX_CONDITIONS = 60;

/** What an element is and has inside, as conditions of a selector. */
function conditionsOf(element: Element): Set<string> {
  const found = new Set(steadyClasses(element).map((name) => `.${name}`));
  for (const inside of visibleElements(element)) {
    found.add(`:has(${tagOf(inside)})`);
    for (const name of steadyClasses(inside)) found.add(`:has(.${name})`);
  }
  return found;
}

/**
 * Excludes from a list what is not wanted, by what those items are or have and the picked ones are not or lack, so that
 * as many others as possible stay.
 */
export function narrowed(
  page: HtmlPage,
  { selector, items, score }: FoundList,
  { picked, not }: PickedItems,
): FoundList | undefined {
  const whole = wholeItems(items);
  const heads = (elements: readonly Element[]) =>
    new Set(elements.flatMap((each) => itemsHolding(whole, each).map(({ head }) => head)));
  const [wanted, unwanted] = [heads(picked), heads(not)];
  const conditions = new Set([...wanted, ...unwanted].flatMap((each) => [...conditionsOf(each)]));
  let best: FoundList | undefined;
  for (const condition of [...conditions]
    .slice(0, MAX_CONDITIONS)
    .flatMap((each) => [each, `:not(${each})`])) {
    const tried = selector.includes(',') ? `:is(${selector})${condition}` : selector + condition;
    const matches = matchesOf(page, tried);
    const set = new Set(matches);
    const isRight =
      [...wanted].every((each) => set.has(each)) && ![...unwanted].some((each) => set.has(each));
    if (
      isRight &&
      matches.every((each) => items.includes(each)) &&
      matches.length > (best?.items.length ?? 0)
    )
      best = { selector: tried, items: matches, score };
  }
  return best;
}
