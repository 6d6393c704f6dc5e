import { type Element, isElement, type Root, selfAndAncestors } from '../tree.ts';
import { type ListCandidate, stableClasses } from './link-groups.ts';

/** Ids of containers. A long number is generated anew. */
const STABLE_ID = /^(?!.*\d{5})[a-z_][\w-]*$/i;
const MAX_CLASSES = 4;
/** Share of the items that have a class that is tried. */
const MIN_CLASS_SHARE = 0.6;

/** The name of an element in a selector. Word's `<o:p>` would have to be escaped. */
const tagOf = ({ name }: Element) => (/^[a-z][\w-]*$/.test(name) ? name : '*');

/** The classes that most of the elements have, most frequent first. */
function commonClasses(elements: readonly Element[]): string[] {
  const counts = new Map<string, number>();
  for (const element of elements)
    for (const name of new Set(stableClasses(element))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= elements.length * MIN_CLASS_SHARE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_CLASSES)
    .map(([name]) => name);
}

/** A selector for an element by its id, class or meaning; undefined if it has none of them. */
function nameOf(element: Element): string | undefined {
  const { name, attribs } = element;
  if (STABLE_ID.test(attribs.id ?? '')) return `#${attribs.id}`;
  const [className] = stableClasses(element);
  if (className) return `${tagOf(element)}.${className}`;
  return name === 'main' ? name : attribs.role === 'main' ? '[role="main"]' : undefined;
}

/** The position of an element among its siblings of the same name; undefined if it is the only one. */
function position(element: Element): number | undefined {
  const same = (element.parent?.children ?? []).filter(
    (each) => isElement(each) && each.name === element.name,
  );
  return same.length > 1 ? same.indexOf(element) + 1 : undefined;
}

/** The steps from an element to one inside it, without the outer one. */
function stepsBetween(outer: Element | Root | undefined, inner: Element): Element[] {
  const path: Element[] = [];
  for (const each of selfAndAncestors(inner)) {
    if (each === outer) break;
    path.unshift(each);
  }
  return path;
}

/** Selects the elements that have a link at the same place, for lists in which others have none. */
function havingLink(item: Element, link: Element): string {
  const path = stepsBetween(item, link).map(tagOf);
  const [className] = stableClasses(link);
  if (className) path[path.length - 1] += `.${className}`;
  const inside = link.children.find(isElement);
  return path.length ? `:has(> ${[...path, ...(inside ? [tagOf(inside)] : [])].join(' > ')})` : '';
}

/** The beginning that all `href`s have in common, up to a delimiter. */
function commonHref(links: readonly Element[]): string {
  const [first = '', ...others] = links.map(({ attribs }) => attribs.href?.trim() ?? '');
  let common = first;
  for (const href of others) while (!href.startsWith(common)) common = common.slice(0, -1);
  return /^[^"\\\n\r\f]*[/?=&]/.exec(common)?.[0] ?? '';
}

/**
 * Selectors that may match the items of a list, simple and lasting ones first: by the classes of the items, by what
 * they are inside an element with a name, by their place in the tree.
 */
export function selectorsFor({ items, container, link }: ListCandidate): string[] {
  const [item] = items as [Element];
  const tag = tagOf(item);
  const found: string[] = [];
  for (const name of commonClasses(items)) found.push(`${tag}.${name}`);
  const around = isElement(container) ? [...selfAndAncestors(container)] : [];
  const anchor = around.find((each) => nameOf(each) !== undefined);
  const top = anchor && nameOf(anchor);
  const steps = stepsBetween(anchor, item).filter(({ name }) => name !== 'html');
  const deep = steps.map(tagOf).join(' > ');
  const exact = steps
    .map((each) => {
      const at = around.includes(each) ? position(each) : undefined;
      return at === undefined || tagOf(each) === '*' ? tagOf(each) : `${each.name}:nth-of-type(${at})`;
    })
    .join(' > ');
  if (top) found.push(`${top} ${tag}`);
  if (top) for (const name of commonClasses(items)) found.push(`${top} ${tag}.${name}`);
  for (const inner of link ? stepsBetween(item, link).slice(0, -1) : [])
    for (const name of stableClasses(inner).slice(0, 1)) found.push(`${tagOf(inner)}.${name}`);
  found.push(top ? `${top} > ${deep}` : deep);
  if (exact !== deep) found.push(top ? `${top} > ${exact}` : exact);
  const href = item.name === 'a' ? commonHref(items) : '';
  const condition = href ? `[href^="${href}"]` : link && item !== link ? havingLink(item, link) : '';
  return condition ? [...found, ...found.map((selector) => selector + condition)] : found;
}
