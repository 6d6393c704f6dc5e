/** Finds the selectors of parts inside the items of a list: of their date, picture, summary, title. */
import { compile, selectAll } from 'css-select';
import type { PageSource } from '../../../core/config/cluster.ts';
import { isDate, MAX_DATE_TEXT_CHARS } from '../date/dates.ts';
import type { FoundItem } from '../found-item.ts';
import type { HtmlPage } from '../html-page.ts';
import { imageOf, readListItem } from '../item.ts';
import { itemsHolding, type ListItem } from '../list/whole-items.ts';
import { ownSelectors, stepsBetween, tagCost, tagOf } from '../selector/item-selectors.ts';
import { Selectors } from '../selectors.ts';
import { type Element, isElement, type Node, selfAndAncestors } from '../tree.ts';

/** The parts of an item that can be picked. */
export const PARTS = ['title', 'date', 'image', 'summary'] as const;
export type Part = (typeof PARTS)[number];

/** The items that a selector is tried on. */
const MAX_SAMPLE = 30;
const POSITION_COST = 5;
const CHILD_COST = 0.7;

/** Selectors that may match an element inside an item, the simplest first. */
function candidates(item: Element, picked: Element): string[] {
  const found = ownSelectors([picked]);
  found.push({ selector: tagOf(picked), cost: tagCost(picked) });
  const path = stepsBetween(item, picked);
  for (const around of path.slice(0, -1))
    for (const outer of ownSelectors([around]).slice(0, 2))
      for (const inner of [...ownSelectors([picked]).slice(0, 2), { selector: tagOf(picked), cost: 1 }])
        found.push({
          selector: `${outer.selector} ${inner.selector}`,
          cost: outer.cost + inner.cost + CHILD_COST,
        });
  const positionOf = (each: Element) => {
    const same = (each.parent?.children ?? []).filter(
      (other) => isElement(other) && other.name === each.name,
    );
    return same.length > 1 ? `:nth-of-type(${same.indexOf(each) + 1})` : '';
  };
  const exact = path.map((each) => tagOf(each) + (tagOf(each) === '*' ? '' : positionOf(each)));
  found.push({ selector: `> ${path.map(tagOf).join(' > ')}`, cost: 2 + CHILD_COST * path.length });
  found.push({ selector: `> ${exact.join(' > ')}`, cost: POSITION_COST + CHILD_COST * path.length });
  const last = tagOf(picked) + positionOf(picked);
  if (last !== tagOf(picked)) found.push({ selector: last, cost: POSITION_COST });
  return found.sort((a, b) => a.cost - b.cost).map(({ selector }) => selector);
}

const firstMatch = (selector: string, { head, whole }: ListItem): Element | undefined => {
  const query = selector.startsWith('>') ? selector : compile<Element, Element>(selector);
  const inside = (element: Element) => selectAll<Node, Element>(query, element).filter(isElement)[0];
  return inside(head) ?? (whole === head ? undefined : inside(whole));
};

/**
 * The element that a click on one inside an item means as a part. A text has no date of its own if it is inside
 * `<time>`, or one of several that a date is written in; an image has no title.
 */
function meantBy(page: HtmlPage, part: Part, clicked: Element, { head }: ListItem): Element {
  const isMeant = (each: Element) =>
    part === 'date'
      ? each.name === 'time' || isDate(page.textLine(each, MAX_DATE_TEXT_CHARS) ?? '')
      : part === 'title' && /^(?:a|h[1-6])$/.test(each.name);
  for (const around of selfAndAncestors(clicked)) {
    if (around === head || around === head.parent) break;
    if (isMeant(around)) return around;
  }
  return clicked;
}

/** What of a part counts when two readings are compared. */
function readValue(part: Part, { raw }: Pick<FoundItem, 'raw'>): string | undefined {
  return { title: raw.title, date: raw.published, image: raw.image, summary: raw.summary?.html }[part];
}

function isWithin(inner: Node | undefined, outer: Node | undefined): boolean {
  for (let at: Node | null = inner ?? null; at; at = at.parent as Node | null) if (at === outer) return true;
  return false;
}

/** Whether a reading has a part from the picked element. */
function isGuessed(
  page: HtmlPage,
  part: Part,
  picked: Element,
  { raw, parts }: ReturnType<typeof readListItem>,
): boolean {
  if (part === 'title') return raw.title !== undefined && raw.title === page.textLine(picked);
  if (part === 'image') return raw.image !== undefined && raw.image === imageOf(page, picked);
  return isWithin(parts[part], picked) || isWithin(picked, parts[part]);
}

/**
 * The selector of a part that the user picked in one of some items: the simplest that finds the picked element there,
 * and something to read in as many other items as any.
 *
 * @returns `guessed` if the part is read from the picked element without a selector; undefined if nothing can be read
 *   there
 */
export function partSelector(
  page: HtmlPage,
  source: PageSource,
  items: readonly ListItem[],
  part: Part,
  clicked: Element,
): string | 'guessed' | undefined {
  const [item] = itemsHolding(items, clicked);
  if (!item || item.head === clicked) return undefined;
  const read = (selector: string | undefined, each: ListItem) =>
    readListItem(page, new Selectors({ ...source, [part]: selector }), each.head, each.whole);
  const picked = meantBy(page, part, clicked, item);
  if (isGuessed(page, part, picked, read(undefined, item))) return 'guessed';
  const sample = items.slice(0, MAX_SAMPLE);
  let best: { selector: string; found: number } | undefined;
  const around = [...selfAndAncestors(picked)].includes(item.head) ? item.head : item.whole;
  for (const selector of candidates(around, picked)) {
    if (firstMatch(selector, item) !== picked) continue;
    if (readValue(part, read(selector, item)) === undefined) continue;
    const found = sample.filter((each) => {
      const match = firstMatch(selector, each);
      return match && readValue(part, read(selector, each)) !== undefined;
    }).length;
    if (found > (best?.found ?? 0)) best = { selector, found };
  }
  return best?.selector;
}
