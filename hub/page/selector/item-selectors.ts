import { type Element, isElement, type Root, selfAndAncestors, visibleElements } from '../tree.ts';
import { classCost, idCost, steadyClasses } from './steady-names.ts';

/** A selector, and how long, accidental and brittle it is. */
export interface CostedSelector {
  selector: string;
  cost: number;
}

const MAX_CLASSES = 4;
const MAX_CONTEXTS = 4;
/** Share of the items that have a class that is tried. */
const MIN_CLASS_SHARE = 0.6;
/** Of a step from an element to one somewhere inside it, and to one right inside. */
const DESCENDANT_COST = 0.3;
const CHILD_COST = 0.7;
const POSITION_COST = 20;
const CONDITION_COST = 3;
const HREF_COST = 1.5;
/** Of an element by nothing but its name and a condition. */
const BARE_COST = 2.5;
/** Selectors that are tried with conditions on what the items have inside. */
const MAX_FEATURE_COST = 7;
/** Of an element inside an item: what is beside it there gets lost. */
const INNER_COST = 2.5;
/** Elements that stand for posts by themselves, and those that anything may be. */
const TAG_COSTS: Record<string, number> = {
  article: 1,
  main: 0.5,
  li: 1.5,
  tr: 1.5,
  dt: 1.5,
  div: 3,
  span: 3,
  '*': 4,
};
const DEFAULT_TAG_COST = 2;
/** Attributes that tell what an element is, if their value is a word. */
const NAMING_ATTRIBUTES = ['itemprop', 'role', 'rel', 'data-type', 'aria-label'];
const WORD = /^[\p{L}][\p{L}\d _:-]{0,40}$/u;

/** The name of an element in a selector. Word's `<o:p>` would have to be escaped. */
export const tagOf = ({ name }: Element) => (/^[a-z][\w-]*$/.test(name) ? name : '*');

export const tagCost = (element: Element): number => TAG_COSTS[tagOf(element)] ?? DEFAULT_TAG_COST;

/** The classes that most of the elements have, the cheapest first. */
function commonClasses(elements: readonly Element[]): string[] {
  const counts = new Map<string, number>();
  for (const element of elements)
    for (const name of steadyClasses(element)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= elements.length * MIN_CLASS_SHARE)
    .sort((a, b) => classCost(a[0]) - classCost(b[0]) || b[1] - a[1])
    .slice(0, MAX_CLASSES)
    .map(([name]) => name);
}

/** Selectors of attributes that all of the elements have. */
function commonAttributes(elements: readonly Element[]): CostedSelector[] {
  const [first] = elements as [Element];
  const found: CostedSelector[] = [];
  for (const name of NAMING_ATTRIBUTES) {
    const value = first.attribs[name];
    if (value && WORD.test(value) && elements.every(({ attribs }) => attribs[name] === value))
      found.push({ selector: `[${name}="${value}"]`, cost: 1.5 });
  }
  return found;
}

/** Selectors for what elements are by themselves: by their class, classes, attributes. */
export function ownSelectors(elements: readonly Element[]): CostedSelector[] {
  const [first] = elements as [Element];
  const tag = elements.every(({ name }) => name === first.name) ? tagOf(first) : '';
  const classes = commonClasses(elements);
  const found = classes.map((name) => ({ selector: `${tag}.${name}`, cost: classCost(name) }));
  for (const { selector, cost } of commonAttributes(elements))
    found.push({ selector: `${tag}${selector}`, cost });
  for (const [at, one] of classes.entries())
    for (const other of classes.slice(at + 1))
      found.push({
        selector: `${tag}.${one}.${other}`,
        cost: classCost(one) + classCost(other) + CHILD_COST,
      });
  return found;
}

/** Selectors for an element around others, by its id, class or meaning; the cheapest first. */
function contextSelectors(element: Element): CostedSelector[] {
  const { name, attribs } = element;
  const found: CostedSelector[] = [];
  const ofId = idCost(attribs.id);
  if (ofId !== undefined) found.push({ selector: `#${attribs.id}`, cost: ofId });
  for (const each of steadyClasses(element).slice(0, 3))
    found.push({ selector: `${tagOf(element)}.${each}`, cost: classCost(each) + 0.2 });
  if (name === 'main') found.push({ selector: name, cost: 0.5 });
  else if (attribs.role === 'main') found.push({ selector: '[role="main"]', cost: 0.7 });
  return found.sort((a, b) => a.cost - b.cost).slice(0, 2);
}

/** The position of an element among its siblings of the same name; undefined if it is the only one. */
export function position(element: Element): number | undefined {
  const same = (element.parent?.children ?? []).filter(
    (each) => isElement(each) && each.name === element.name,
  );
  return same.length > 1 ? same.indexOf(element) + 1 : undefined;
}

/** The steps from an element to one inside it, without the outer one. */
export function stepsBetween(outer: Element | Root | undefined, inner: Element): Element[] {
  const path: Element[] = [];
  for (const each of selfAndAncestors(inner)) {
    if (each === outer) break;
    path.unshift(each);
  }
  return path.filter(({ name }) => name !== 'html');
}

/** Selects the elements that have a link at the same place, for lists in which others have none. */
function havingLink(item: Element, link: Element): string {
  const path = stepsBetween(item, link).map(tagOf);
  const [className] = steadyClasses(link).filter((name) => classCost(name) === 1);
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

/** Elements that are an item by themselves wherever they are. */
const TELLING_ITEM = /^(?:li|dt|dd|tr|td|article|h[1-6])$/;
/** Elements that only some lists have inside their items. */
const TELLING = /^(?:time|img|h[1-6]|b|strong|em|i|small|span|p|a)$/;
const MAX_FEATURES = 3;

/** Conditions that all of the items meet by what they have inside. */
function commonFeatures(items: readonly Element[]): string[] {
  const featuresOf = (item: Element) => {
    const found = new Set<string>();
    for (const child of visibleElements(item)) {
      for (const name of steadyClasses(child)) if (classCost(name) === 1) found.add(`:has(.${name})`);
      if (TELLING.test(child.name)) found.add(`:has(${child.parent === item ? '> ' : ''}${child.name})`);
    }
    return found;
  };
  const [first, ...others] = items.slice(0, 10).map(featuresOf);
  return [...first!].filter((each) => others.every((other) => other.has(each))).slice(0, MAX_FEATURES);
}

/** What items are inside the elements around them, with and without their names. */
function placed(items: readonly Element[], container: Element | Root): CostedSelector[] {
  const [item] = items as [Element];
  const around = isElement(container) ? [...selfAndAncestors(container)] : [];
  const named = around.filter((each) => contextSelectors(each).length).slice(0, MAX_CONTEXTS);
  const own = [...ownSelectors(items), { selector: tagOf(item), cost: tagCost(item) }];
  const found: CostedSelector[] = [];
  const exactStep = (each: Element) => {
    const at = around.includes(each) ? position(each) : undefined;
    return at === undefined || tagOf(each) === '*' ? tagOf(each) : `${each.name}:nth-of-type(${at})`;
  };
  // The end of the path alone, where nothing around has a name.
  const path = stepsBetween(undefined, item);
  for (const length of TELLING_ITEM.test(item.name) ? [2, 3, 4].filter((each) => each <= path.length) : []) {
    const steps = path.slice(-length);
    const cost =
      1 + CHILD_COST * length + steps.reduce((sum, each) => sum + tagCost(each), 0) / 2 + tagCost(item) / 2;
    found.push({ selector: steps.map(tagOf).join(' > '), cost });
  }
  for (const context of [...named, undefined]) {
    const steps = stepsBetween(context, item);
    const length = CHILD_COST * steps.length;
    const positions = steps.filter((each) => around.includes(each) && position(each) !== undefined).length;
    const tops = context ? contextSelectors(context) : [{ selector: '', cost: 2 }];
    for (const top of tops) {
      const begin = top.selector && `${top.selector} > `;
      const path = steps.map(tagOf).join(' > ');
      const pathCost = top.cost + length + tagCost(item);
      found.push({ selector: begin + path, cost: pathCost });
      for (const { selector, cost } of context ? own : [])
        found.push({ selector: `${top.selector} ${selector}`, cost: top.cost + cost + DESCENDANT_COST });
      if (positions)
        found.push({
          selector: begin + steps.map(exactStep).join(' > '),
          cost: pathCost + POSITION_COST * positions,
        });
    }
  }
  return found;
}

/** Elements that are to be selected, and where. */
export interface SelectorTarget {
  items: readonly Element[];
  /** The element that contains all of them. */
  container: Element | Root;
  /** A link in the first item that all items have at this place. */
  link?: Element | undefined;
}

/**
 * Selectors that may match the items of a list, simple and lasting ones first: by the classes and attributes of the
 * items, by what they are inside an element with a name, by their place in the tree; each also with a condition on
 * their links. They may match more, or fewer: whoever asks judges what they match.
 */
export function itemSelectors({ items, container, link }: SelectorTarget): CostedSelector[] {
  const [item] = items as [Element];
  const found = [...ownSelectors(items), ...placed(items, container)];
  if (TAG_COSTS[item.name] === 1) found.push({ selector: item.name, cost: tagCost(item) });
  for (const inner of link ? stepsBetween(item, link).slice(0, -1) : [])
    for (const name of steadyClasses(inner).slice(0, 1))
      found.push({ selector: `${tagOf(inner)}.${name}`, cost: classCost(name) + INNER_COST });
  const href = item.name === 'a' ? commonHref(items) : '';
  const condition = href ? `[href^="${href}"]` : link && item !== link ? havingLink(item, link) : '';
  const bare = { selector: tagOf(item), cost: tagCost(item) + BARE_COST };
  const meeting = (each: string, bases: readonly CostedSelector[]) =>
    bases.map(({ selector, cost }) => ({
      selector: selector + each,
      cost: cost + (each === `[href^="${href}"]` ? HREF_COST : CONDITION_COST),
    }));
  const cheap = found.filter(({ cost }) => cost < MAX_FEATURE_COST);
  const conditional = [
    ...(condition ? meeting(condition, [...found, bare]) : []),
    ...commonFeatures(items).flatMap((each) => meeting(each, cheap)),
  ];
  return [...found, ...conditional].sort((a, b) => a.cost - b.cost);
}
