import type { Label } from '../../../core/documents/labels.ts';
import type { HtmlPage } from '../html-page.ts';
import {
  descendants,
  type Element,
  hasText,
  isElement,
  isHidden,
  joined,
  type Node,
  type Root,
} from '../tree.ts';
import { headLabelOf } from './head-labels.ts';

/** The labels that every document of a list may have, the most telling one first. */
const IDENTIFYING: readonly Label[] = ['number', 'summary', 'title'];
/** Longer texts do not begin with a label. */
const MAX_LINE_CHARS = 1000;

/** The label at the beginning of a text, with what follows its colon. */
function labelAt(text: string): { label: Label; value: string } | undefined {
  const colon = text.slice(0, MAX_LINE_CHARS).indexOf(':');
  const label = headLabelOf((colon < 0 ? text : text.slice(0, colon)).trim());
  return label && { label, value: colon < 0 ? '' : text.slice(colon + 1).trim() };
}

/** The texts of a page that begin with a label and have a value, by label. A label before a label is a form to fill in. */
function labelledTexts(page: HtmlPage): Map<Label, Node[]> {
  const found = new Map<Label, Node[]>();
  let open: { label: Label; node: Node } | undefined;
  const add = (label: Label, node: Node) => {
    const nodes = found.get(label) ?? [];
    found.set(label, nodes);
    nodes.push(node);
  };
  for (const node of descendants(page.root, isHidden)) {
    if (isElement(node) || node.type !== 'text' || !/[\p{L}\d]/u.test(node.data)) continue;
    const at = labelAt(node.data.trim());
    if (open && !at && (open.label !== 'number' || /\d/.test(node.data))) add(open.label, open.node);
    open = undefined;
    if (at?.value) {
      if (!headLabelOf(at.value)) add(at.label, node);
    } else if (at) open = { label: at.label, node };
  }
  return found;
}

/** What a node looks like: elements of the same name, with the same label, may be the same part of two blocks. */
function lookOf(page: HtmlPage, node: Node): string {
  const text = page.textOf(page.slice(node, node), MAX_LINE_CHARS);
  const label = labelAt(text.split('\n')[0]!)?.label;
  return `${isElement(node) ? node.name : node.type} ${label ?? ''}`;
}

/**
 * The number of nodes before each mark that belong to its block, such as a heading: those that look alike before all
 * of them.
 */
function countLeading(page: HtmlPage, nodes: readonly Node[], marks: readonly number[]): number {
  const gaps = marks.map((at, index) => at - (index ? marks[index - 1]! + 1 : 0));
  const most = Math.min(...gaps);
  for (let count = 0; count < most; count++) {
    const looks = new Set(marks.map((at) => lookOf(page, nodes[at - count - 1]!)));
    if (looks.size > 1) return count;
  }
  return most;
}

/** Parts the children of an element into blocks of one mark each. */
function partChildren(page: HtmlPage, container: Element | Root, holds: (node: Node) => boolean): Element[] {
  const nodes = container.children.filter((node) => isElement(node) || hasText(node));
  const marks = nodes.flatMap((node, at) => (holds(node) ? [at] : []));
  const isParted = nodes.every(
    (node, at) => at < marks[0]! || at > marks.at(-1)! || holds(node) || !hasText(node),
  );
  const held = marks.map((at) => nodes[at]!);
  if (isParted && held.every(isElement)) return held;
  const leading = countLeading(page, nodes, marks);
  const starts = marks.map((at) => at - leading);
  const longest = Math.max(...starts.slice(1).map((start, index) => start - starts[index]!));
  return starts.map((start, index) => joined(nodes.slice(start, starts[index + 1] ?? start + longest)));
}

/**
 * The parts of a page that state labelled facts of a document each, parted by the labels that are repeated. An element
 * of a part may not be in the tree: it holds the siblings that belong together.
 *
 * @returns empty if no label is repeated
 */
export function labelledBlocks(page: HtmlPage): Element[] {
  const texts = labelledTexts(page);
  const repeated = IDENTIFYING.find((label) => (texts.get(label)?.length ?? 0) > 1);
  if (!repeated) return [];
  /** The number of marks inside each node. */
  const counts = new Map<Node, number>();
  for (const mark of texts.get(repeated)!)
    for (let at: Node | null = mark; at; at = at.parent as Node | null)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  const blocks: Element[] = [];
  const open: (Element | Root)[] = [page.root];
  for (let container = open.shift(); container; container = open.shift()) {
    const holding = container.children.filter((node) => counts.has(node));
    const many = holding.filter((node): node is Element => counts.get(node)! > 1 && isElement(node));
    if (many.length) {
      open.unshift(...many);
      blocks.push(...holding.filter((node): node is Element => counts.get(node) === 1 && isElement(node)));
    } else blocks.push(...partChildren(page, container, (node) => counts.has(node)));
  }
  return blocks.sort((a, b) => a.startIndex! - b.startIndex!);
}
