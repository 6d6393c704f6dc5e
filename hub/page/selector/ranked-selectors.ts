import type { HtmlPage } from '../html-page.ts';
import { visibleElements } from '../tree.ts';
import { itemSelectors, type SelectorTarget } from './item-selectors.ts';

const MAX_SELECTORS = 220;
/** Elements that are held against selectors, all in all: matching is what costs time on a large page. */
const MAX_COMPARISONS = 5_000_000;

/** The selectors that may match some lists of a page, the simplest first; fewer of them, the larger the page is. */
export function rankedSelectors(page: HtmlPage, targets: readonly SelectorTarget[]): string[] {
  const costs = new Map<string, number>();
  for (const { selector, cost } of targets.flatMap((each) => itemSelectors(each)))
    costs.set(selector, Math.min(cost, costs.get(selector) ?? Infinity));
  const most = Math.ceil(MAX_COMPARISONS / (visibleElements(page.root).length + 1));
  return [...costs]
    .sort((a, b) => a[1] - b[1])
    .slice(0, Math.min(most, MAX_SELECTORS))
    .map(([selector]) => selector);
}
