/** The nodes of a parsed page, and functions to traverse them. */
import { type DomHandler, parseDocument } from 'htmlparser2';

export type Root = DomHandler['root'];
export type Node = DomHandler['dom'][number];
export type Element = Extract<Node, { attribs: object }>;

/** Elements that are never shown, or whose content is not text of the page. */
const HIDDEN_ELEMENT = /^(?:script|style|template|iframe|object|svg|select|textarea|button|noscript|title)$/;
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

/** Elements that end a paragraph. */
export const BLOCK_ELEMENT =
  /^(?:p|div|br|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|blockquote|pre|hr|figure|section|article|header|footer|aside|main|center)$/;

export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** All nodes inside an element, in document order, without elements for which `skip` is true and their content. */
export function* descendants(
  top: Element | Root,
  skip: (element: Element) => boolean = () => false,
): Generator<Node, void> {
  const path: [children: readonly Node[], at: number][] = [[top.children, 0]];
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const node = level[0][level[1]++];
    if (!node) path.pop();
    else if (!isElement(node)) yield node;
    else if (!skip(node)) {
      yield node;
      path.push([node.children, 0]);
    }
  }
}

/** Whether an element is hidden by its name, attributes, or a class that frameworks hide. */
export function isHidden({ name, attribs }: Element): boolean {
  return (
    HIDDEN_ELEMENT.test(name) ||
    'hidden' in attribs ||
    HIDDEN_CLASS.test(attribs.class ?? '') ||
    /display\s*:\s*none/i.test(attribs.style ?? '')
  );
}

/** The visible elements inside an element, in document order. @param names pattern; all elements without it */
export function visibleElements(top: Element | Root, names?: RegExp): Element[] {
  const found: Element[] = [];
  for (const node of descendants(top, isHidden))
    if (isElement(node) && (!names || names.test(node.name))) found.push(node);
  return found;
}

/** Whether an element is a form around content, such as ASP.NET's around a whole page, rather than one to fill in. */
export function wrapsContent(element: Element): boolean {
  return element.name === 'form' && visibleElements(element, /^(?:h[1-6]|article|main)$/).length > 0;
}

/** The element itself and its ancestors, innermost first. */
export function* selfAndAncestors(element: Element): Generator<Element, void> {
  for (let at: Element['parent'] = element; at && 'attribs' in at; at = at.parent) yield at;
}

/** The nearest element whose name matches: the element itself or an ancestor. */
export function closest(element: Element, name: RegExp): Element | undefined {
  for (const each of selfAndAncestors(element)) if (name.test(each.name)) return each;
  return undefined;
}

/** The given elements without those inside another of them. */
export function outermost(elements: readonly Element[]): Element[] {
  const set = new Set(elements);
  return elements.filter(({ parent }) => {
    for (let at = parent; at && 'attribs' in at; at = at.parent) if (set.has(at)) return false;
    return true;
  });
}

/** Whether a node has text other than spaces. */
export const hasText = (node: Node): boolean =>
  node.type === 'text' ? node.data.trim() !== '' : isElement(node) && node.children.some(hasText);

/** An element that is not in the tree, of siblings that belong together. */
export function joined(siblings: readonly Node[]): Element {
  const isRow = siblings.some((each) => isElement(each) && each.name === 'tr');
  const whole = parseDocument(isRow ? '<table>' : '<div>').children[0] as Element;
  whole.parent = siblings[0]!.parent;
  whole.children = [...siblings] as Element['children'];
  whole.startIndex = siblings[0]!.startIndex;
  whole.endIndex = siblings.at(-1)!.endIndex;
  return whole;
}
