import { compile, selectAll } from 'css-select';
import type { HtmlPage } from '../html-page.ts';
import { type Element, isElement, type Node, outermost, selfAndAncestors } from '../tree.ts';
import { listCandidates, MIN_LIST_ITEMS } from './link-groups.ts';
import { ListJudge, type ListScore } from './list-score.ts';
import { selectorsFor } from './list-selectors.ts';

/** The lists with the highest scores for which selectors are tried. */
const MAX_LISTS = 6;

/** Whether each picked element is an item, or in one. */
function holdAll(items: readonly Element[], picked: readonly Element[]): boolean {
  if (!picked.length) return true;
  const set = new Set(items);
  return picked.every((each) => [...selfAndAncestors(each)].some((around) => set.has(around)));
}

/**
 * Guesses the `item` selector of the list of posts on a page: elements with a link each at the same place, by what
 * would be read from them. Lists in the main content are preferred to those beside it, and dated posts to titles.
 *
 * @param picked elements that are items, in items or around one of the wanted list
 * @returns undefined if nothing repeats often enough
 */
export function guessList(page: HtmlPage, picked: readonly Element[] = []): string | undefined {
  const judge = new ListJudge(page);
  const isWanted = (items: readonly Element[]) => holdAll(items, picked);
  const isList = ({ posts, score }: ListScore) => posts >= MIN_LIST_ITEMS && score > 0;
  const lists = listCandidates(page)
    .filter(({ items }) => isWanted(items))
    .map((list) => ({ list, ...judge.score(list.items) }))
    .filter(isList)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_LISTS);
  let best: { selector: string; score: number } | undefined;
  for (const selector of new Set(lists.flatMap(({ list }) => selectorsFor(list)))) {
    const matches = selectAll<Node, Element>(compile(selector), page.root).filter(isElement);
    const found = judge.score(outermost(matches));
    if (isList(found) && found.score > (best?.score ?? 0) && isWanted(outermost(matches)))
      best = { selector, score: found.score };
  }
  return best?.selector;
}
