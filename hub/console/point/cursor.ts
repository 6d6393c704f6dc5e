import { type FramePage, nodeOf } from './frame-page.ts';

export type Move = 'next' | 'previous' | 'out' | 'in' | 'first' | 'last' | 'page-down' | 'page-up';

/** How many stops a page key skips. */
const PAGE_STOPS = 10;

const KEYS: Record<string, Move> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'out',
  ArrowRight: 'in',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

export const moveOf = (key: string): Move | undefined => KEYS[key];

const follows = (element: Element, other: Element) =>
  !!(element.compareDocumentPosition(other) & 4) && !element.contains(other);
const precedes = (element: Element, other: Element) =>
  !!(element.compareDocumentPosition(other) & 2) && !other.contains(element);

/**
 * The element that a key moves the cursor to: along the stops of the page, or out to the element around it and back in.
 * It stays where there is nothing further.
 */
export function moveCursor(page: FramePage, from: number | undefined, move: Move): number | undefined {
  const stops = page.stops();
  const at = page.element(from);
  if (!at || move === 'first') return nodeOf(stops[0]);
  if (move === 'last') return nodeOf(stops.at(-1));
  if (move === 'out') {
    const outer = at.parentElement?.closest('[data-node]');
    return outer && !/^(?:html|body)$/.test(outer.localName) ? nodeOf(outer) : from;
  }
  if (move === 'in') {
    const inner = [...at.querySelectorAll('[data-node]')].find((each) => each.getClientRects().length);
    return nodeOf(inner) ?? from;
  }
  const isOn = move === 'next' || move === 'page-down';
  const ahead = isOn
    ? stops.filter((stop) => follows(at, stop))
    : stops.filter((stop) => precedes(at, stop)).reverse();
  const steps = move.startsWith('page') ? PAGE_STOPS : 1;
  return nodeOf(ahead[Math.min(steps, ahead.length) - 1]) ?? from;
}
