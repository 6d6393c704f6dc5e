import { descendants, type Element, isElement, type Node, type Root } from './tree.ts';

/** The elements of a page in document order. The number of an element is its index. */
export function numberElements(root: Root): Element[] {
  const found: Element[] = [];
  for (const node of descendants(root)) if (isElement(node)) found.push(node);
  return found;
}

/** Tells the numbers of elements; see `numberElements`. */
export class ElementNumbers {
  private readonly elements: Element[];
  private readonly numbers: Map<Node, number>;

  constructor(root: Root) {
    this.elements = numberElements(root);
    this.numbers = new Map(this.elements.map((element, number) => [element, number]));
  }

  /** The element with a number; undefined if there are fewer. */
  elementAt(number: number): Element | undefined {
    return this.elements[number];
  }

  /**
   * The number of an element, of the element around a text, or of the first one inside an element that is not in the
   * tree; see `joined`.
   */
  numberOf(node: Node): number | undefined {
    const own = this.numbers.get(node);
    if (own !== undefined) return own;
    if (!isElement(node)) return node.parent ? this.numbers.get(node.parent as Node) : undefined;
    for (const child of node.children) {
      const number = isElement(child) ? this.numberOf(child) : undefined;
      if (number !== undefined) return number;
    }
    return undefined;
  }
}
