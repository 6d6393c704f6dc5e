/** Finds the `item` selector of the list that a user points at. */
import type { HtmlPage } from '../html-page.ts';
import { type ListCandidate, listCandidates } from '../list/link-groups.ts';
import { ListJudge } from '../list/list-score.ts';
import { itemsHolding, wholeItems } from '../list/whole-items.ts';
import { matchesOf } from '../selector/matches.ts';
import { rankedSelectors } from '../selector/ranked-selectors.ts';
import { uniqueSelector } from '../selector/unique-selector.ts';
import { type Element, isElement, selfAndAncestors, visibleElements } from '../tree.ts';
import type { FoundList, PickedItems } from './found-list.ts';
import { narrowed } from './narrow.ts';

const MIN_ITEMS = 2;
/** Limits of the work on a page. */
const MAX_GROUPS = 300;
const MAX_LISTS = 8;
/** How far around a picked element its fellows are sought. */
const MAX_LEVELS = 12;

/** Whether all that is picked is in the items of a list, one each, and nothing that is not wanted. */
export function agrees(items: readonly Element[], { picked, not }: PickedItems): boolean {
  const whole = wholeItems(items);
  return (
    picked.every((each) => itemsHolding(whole, each).length === 1) &&
    not.every((each) => !itemsHolding(whole, each).length)
  );
}

/** The lists of siblings that look like an element around the picked one, from the inside out. */
function siblingLists(picked: Element): ListCandidate[] {
  const found: ListCandidate[] = [];
  for (const around of [...selfAndAncestors(picked)].slice(0, MAX_LEVELS)) {
    const { parent } = around;
    if (!parent || around.name === 'body') break;
    const items = parent.children.filter(
      (each): each is Element => isElement(each) && each.name === around.name,
    );
    if (items.length >= MIN_ITEMS && isElement(parent))
      found.push({ items, container: parent, link: undefined });
  }
  return found;
}

/** The list that looks most like the picked items, of all that have them; the simplest selector for it. */
function bestList(
  page: HtmlPage,
  judge: ListJudge,
  candidates: readonly ListCandidate[],
  wanted: PickedItems,
): FoundList | undefined {
  const { picked } = wanted;
  const holding = candidates.filter(({ items }) => {
    const whole = wholeItems(items);
    return picked.every((each) => itemsHolding(whole, each).length === 1);
  });
  const lists = holding
    .map((list) => ({ list, ...judge.score(list.items, picked) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_LISTS);
  let best: FoundList | undefined;
  for (const selector of rankedSelectors(
    page,
    lists.map(({ list }) => list),
  )) {
    const items = matchesOf(page, selector);
    if (items.length < MIN_ITEMS || !agrees(items, wanted)) continue;
    const { score } = judge.score(items, picked);
    if (score > (best?.score ?? 0)) best = { selector, items, score };
  }
  return best;
}

/** An element alone, for which there is no list: the largest around it that holds no other item and one post at most. */
function loneItem(page: HtmlPage, picked: Element, others: readonly Element[]): FoundList | undefined {
  const holders = new Set(others.flatMap((each) => [...selfAndAncestors(each)]));
  const countUrls = (element: Element) =>
    new Set(visibleElements(element, /^a$/).flatMap(({ attribs }) => page.resolveUrl(attribs.href) ?? []))
      .size;
  let item = picked;
  for (const around of selfAndAncestors(picked)) {
    if (holders.has(around) || /^(?:body|html|main)$/.test(around.name) || countUrls(around) > 1) break;
    item = around;
  }
  const selector = uniqueSelector(page, item);
  return selector === undefined ? undefined : { selector, items: [item], score: 0 };
}

/**
 * Finds the list that a user points at, by one of its items or several. Where no list has all of them, those of each are
 * joined; where all lists have something that is not wanted, a condition excludes it.
 *
 * @returns undefined if nothing was picked
 */
export function findItems(page: HtmlPage, { picked, not }: PickedItems): FoundList | undefined {
  const judge = new ListJudge(page);
  const candidates = listCandidates(page, MIN_ITEMS, MAX_GROUPS);
  const find = (wanted: PickedItems) =>
    bestList(page, judge, [...candidates, ...wanted.picked.slice(0, 1).flatMap(siblingLists)], wanted);
  const findOrNarrow = (wanted: PickedItems) => {
    const list = find(wanted);
    if (list || !not.length) return list;
    const wider = find({ picked: wanted.picked, not: [] });
    return wider && narrowed(page, wider, wanted);
  };
  const whole = picked.length ? findOrNarrow({ picked, not }) : undefined;
  if (whole) return whole;
  const parts: FoundList[] = [];
  const itemsOf = () => parts.flatMap(({ items }) => items);
  for (const each of picked) {
    if (itemsHolding(wholeItems(itemsOf()), each).length) continue;
    const part = findOrNarrow({ picked: [each], not }) ?? loneItem(page, each, itemsOf());
    if (part) parts.push(part);
  }
  if (!parts.length) return undefined;
  return {
    selector: [...new Set(parts.map(({ selector }) => selector))].join(', '),
    items: itemsOf(),
    score: parts.reduce((sum, { score }) => sum + score, 0),
  };
}
