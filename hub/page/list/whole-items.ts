import type { HtmlPage } from '../html-page.ts';
import type { Selectors } from '../selectors.ts';
import {
  BLOCK_ELEMENT,
  type Element,
  hasText,
  isElement,
  joined,
  type Node,
  selfAndAncestors,
} from '../tree.ts';

/** An item of a list: the element that a selector matches, and that element with what belongs to it. */
export interface ListItem {
  head: Element;
  /** The head itself, or an element that is not in the tree, of the head and its neighbours. */
  whole: Element;
}

/** Elements that may be only the beginning of an item, continued by their siblings. */
const BEGINNING = /^(?:dt|tr|p|h[1-6])$/;
/** What follows a heading or paragraph but is no part of the same item. */
const OTHER_LIST = /^(?:ul|ol|dl|table|form|nav)$/;
/** Elements that may be only a part of a line. */
const PART_OF_LINE = /^(?:a|b|strong|font|span|i|em|u)$/;

interface Neighbours {
  before: Node[];
  after: Node[];
  /** Whether another item follows. Behind the last one stands what does not belong to the list. */
  isFollowed: boolean;
}

const isBreak = (node: Node) => isElement(node) && node.name === 'br';
const endsLine = (node: Node) =>
  isElement(node) && (BLOCK_ELEMENT.test(node.name) || /^h[1-6]$/.test(node.name));

/** The siblings up to the next item. @param holders the items and all elements around them */
function neighboursOf(head: Element, holders: ReadonlySet<Node>): Neighbours {
  const isInLine = PART_OF_LINE.test(head.name);
  const before: Node[] = [];
  let previous: Node | null = isInLine ? head.previousSibling : null;
  while (previous && !holders.has(previous) && !endsLine(previous)) {
    before.unshift(previous);
    previous = previous.previousSibling;
  }
  // A text between two items in a line belongs to the first.
  if (previous && holders.has(previous)) before.length = 0;
  const after: Node[] = [];
  let next = head.nextSibling;
  const isEnd = (node: Node) =>
    isInLine
      ? endsLine(node) && !isBreak(node)
      : /^(?:p|h\d)$/.test(head.name) && isElement(node) && OTHER_LIST.test(node.name);
  while (next && !holders.has(next) && !isEnd(next)) {
    after.push(next);
    next = next.nextSibling;
  }
  const isFollowed = next !== null && holders.has(next);
  const lastBreak = isInLine && isFollowed ? after.map(isBreak).lastIndexOf(true) : -1;
  // The beginning of the line belongs to the next item.
  return { before, after: lastBreak < 0 ? after : after.slice(0, lastBreak), isFollowed };
}

/** The number of what delimits the parts of an item: lines, or elements. */
const countParts = (nodes: readonly Node[], isInLine: boolean) =>
  nodes.filter(isInLine ? isBreak : isElement).length;

/** The first parts of some nodes. */
function firstParts(nodes: readonly Node[], isInLine: boolean, count: number): Node[] {
  let parts = 0;
  const end = nodes.findIndex((node) => (isInLine ? isBreak(node) : isElement(node)) && ++parts > count);
  return end < 0 ? [...nodes] : nodes.slice(0, end);
}

/**
 * The items of a list with what belongs to them: behind a heading, a term or a row that begins an item the siblings
 * up to the next item, around a link its line and those below. Behind the last item there are at most as many.
 */
export function wholeItems(heads: readonly Element[]): ListItem[] {
  const holders = new Set<Node>(heads.flatMap((head) => [...selfAndAncestors(head)]));
  /** By parent: the most parts behind an item that is followed by another. */
  const mostParts = new Map<Node | null, number>();
  const found = heads.map((head) => {
    if (!BEGINNING.test(head.name) && !PART_OF_LINE.test(head.name)) return undefined;
    const neighbours = neighboursOf(head, holders);
    const parts = countParts(neighbours.after, PART_OF_LINE.test(head.name));
    if (neighbours.isFollowed && parts > (mostParts.get(head.parent) ?? 0)) mostParts.set(head.parent, parts);
    return neighbours;
  });
  return heads.map((head, at) => {
    const neighbours = found[at];
    if (!neighbours) return { head, whole: head };
    const { before, after, isFollowed } = neighbours;
    const most = mostParts.get(head.parent) ?? 0;
    const own = isFollowed ? after : firstParts(after, PART_OF_LINE.test(head.name), most);
    const isWhole = ![...before, ...own].some(hasText);
    return { head, whole: isWhole ? head : joined([...before, head, ...own]) };
  });
}

/** The items that an element is in, or belongs to; else those inside it. */
export function itemsHolding(items: readonly ListItem[], element: Element): ListItem[] {
  const byNode = new Map<Node, ListItem>();
  for (const item of items)
    for (const node of item.head === item.whole ? [item.head] : item.whole.children) byNode.set(node, item);
  for (const around of selfAndAncestors(element)) {
    const item = byNode.get(around);
    if (item) return [item];
  }
  return items.filter(({ head }) => [...selfAndAncestors(head)].includes(element));
}

/** The items that the `item` selector matches on a page. */
export const itemsOf = (page: HtmlPage, selectors: Selectors): ListItem[] =>
  wholeItems(selectors.outermost('item', page));
