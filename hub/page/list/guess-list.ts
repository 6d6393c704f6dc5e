import type { HtmlPage } from '../html-page.ts';
import { matchesOf } from '../selector/matches.ts';
import { rankedSelectors } from '../selector/ranked-selectors.ts';
import { listCandidates, MIN_LIST_ITEMS } from './link-groups.ts';
import { ListJudge, type ListScore } from './list-score.ts';

/** The lists with the highest scores for which selectors are tried. */
const MAX_LISTS = 6;

/**
 * Guesses the `item` selector of the list of posts on a page: elements with a link each at the same place, by what
 * would be read from them. Lists in the main content are preferred to those beside it, and dated posts to titles.
 *
 * @returns undefined if nothing repeats often enough
 */
export function guessList(page: HtmlPage): string | undefined {
  const judge = new ListJudge(page);
  const isList = ({ posts, score }: ListScore) => posts >= MIN_LIST_ITEMS && score > 0;
  const lists = listCandidates(page)
    .map((list) => ({ list, ...judge.score(list.items) }))
    .filter(isList)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_LISTS);
  let best: { selector: string; score: number } | undefined;
  for (const selector of rankedSelectors(
    page,
    lists.map(({ list }) => list),
  )) {
    const found = judge.score(matchesOf(page, selector));
    if (isList(found) && found.score > (best?.score ?? 0)) best = { selector, score: found.score };
  }
  return best?.selector;
}
