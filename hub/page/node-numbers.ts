import { descendants, type Element, isElement, type Root } from './tree.ts';

/**
 * All elements of a page in document order, hidden ones included. The index of an element is the number by which the
 * console's page names it (`data-node`): the same text always gives the same numbers.
 */
export function numberedElements(root: Root): Element[] {
  const found: Element[] = [];
  for (const node of descendants(root)) if (isElement(node)) found.push(node);
  return found;
}
