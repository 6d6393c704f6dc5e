import { isGeneric } from '../generic-text.ts';
import { isOwnLink } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { steadyClasses } from '../selector/steady-names.ts';
import { type Element, isElement, isHidden, type Node, type Root, selfAndAncestors } from '../tree.ts';

export const MIN_LIST_ITEMS = 3;
/** The groups of links with the most URLs are tried, and of each the largest lists. */
const MAX_GROUPS = 24;
const MAX_LISTS_PER_GROUP = 6;
/** Elements without posts. Not `header`, which posts have too, nor `form`, which wraps the body of ASP.NET pages. */
const NO_POSTS = /^(?:nav|footer)$/;
/** Links at the same place in the tree, and their URLs. */
interface LinkGroup {
  links: Element[];
  urls: Set<string>;
  /** Whether the links may be titles, rather than pictures or "Tải về". */
  isOfTitles: boolean;
}

/** Elements that may be the items of one list, and the element that contains all of them. */
export interface ListCandidate {
  items: Element[];
  container: Element | Root;
  /** A link in the first item that all items have at this place; undefined if it is beside them. */
  link: Element | undefined;
}

/** The links of a page by what they are: the names of the elements around and right inside them, and their classes. */
function linkGroups(page: HtmlPage, least: number, most: number): LinkGroup[] {
  const pathIds = new Map<string, number>();
  const idOf = (key: string) => pathIds.get(key) ?? pathIds.set(key, pathIds.size).size - 1;
  const groups = new Map<number, LinkGroup>();
  const open: [children: readonly Node[], path: number][] = [[page.root.children, -1]];
  for (let level = open.pop(); level; level = open.pop()) {
    const [children, around] = level;
    const inside: typeof open = [];
    for (const node of children) {
      if (!isElement(node) || isHidden(node) || NO_POSTS.test(node.name)) continue;
      const path = idOf(`${around}>${node.name}`);
      inside.push([node.children, path]);
      if (!isOwnLink(page, node)) continue;
      const child = node.children.find(isElement)?.name ?? '';
      const key = idOf(`${path} ${steadyClasses(node).sort().join('.')}>${child}`);
      const group = groups.get(key) ?? {
        links: [],
        urls: new Set(),
        isOfTitles: !isGeneric(page.textLine(node, 100) ?? ''),
      };
      groups.set(key, group);
      group.links.push(node);
      group.urls.add(page.resolveUrl(node.attribs.href)!);
    }
    open.push(...inside.reverse());
  }
  return [...groups.values()]
    .filter(({ urls }) => urls.size >= least)
    .sort((a, b) => b.urls.size - a.urls.size || Number(b.isOfTitles) - Number(a.isOfTitles))
    .slice(0, most);
}

/** The elements with the links of a group that have no other URL of the group, in the depth that most of them have. */
function itemsAround(page: HtmlPage, { links }: LinkGroup): Element[] {
  const MANY = '';
  /** The URL inside each element, or `MANY`. */
  const urlInside = new Map<Element, string>();
  for (const link of links) {
    const url = page.resolveUrl(link.attribs.href)!;
    for (const around of selfAndAncestors(link)) {
      const known = urlInside.get(around);
      if (known === url || known === MANY) break;
      urlInside.set(around, known === undefined ? url : MANY);
    }
  }
  const depths = new Map<number, number>();
  const depthOf = (link: Element) => {
    let depth = -1;
    for (const around of selfAndAncestors(link))
      if (urlInside.get(around) === MANY) break;
      else depth++;
    return depth;
  };
  for (const link of links) depths.set(depthOf(link), (depths.get(depthOf(link)) ?? 0) + 1);
  const [[depth]] = [...depths].sort((a, b) => b[1] - a[1] || a[0] - b[0]) as [[number, number]];
  const items = new Set<Element>();
  for (const link of links) {
    let item = link;
    for (let step = 0; step < depth && item.parent && isElement(item.parent); step++) item = item.parent;
    items.add(item);
  }
  return [...items];
}

/** The parts of some items that have a common ancestor, from the innermost ancestors to the root. */
function listsOf(items: readonly Element[], least: number): Omit<ListCandidate, 'link'>[] {
  const found: Omit<ListCandidate, 'link'>[] = [];
  let lists = new Map<Element | Root, Element[]>(items.map((item) => [item, [item]]));
  while (lists.size) {
    const around = new Map<Element | Root, Element[][]>();
    for (const [inner, members] of lists) {
      const container = inner.parent as Element | Root | null;
      if (!container) continue;
      const parts = around.get(container);
      if (parts) parts.push(members);
      else around.set(container, [members]);
    }
    lists = new Map();
    for (const [container, parts] of around) {
      const [first] = parts as [Element[]];
      const members = parts.length > 1 ? parts.flat() : first;
      lists.set(container, members);
      if (parts.length > 1 && members.length >= least) found.push({ items: members, container });
    }
  }
  return found.sort((a, b) => b.items.length - a.items.length).slice(0, MAX_LISTS_PER_GROUP);
}

/** `<dd>`s that follow a `<dt>` each are the second part of their items. */
function fromTerms(items: readonly Element[]): Element[] | undefined {
  const terms = items.map((item) => {
    let previous = item.name === 'dd' ? item.previousSibling : null;
    while (previous && !isElement(previous)) previous = previous.previousSibling;
    return previous && previous.name === 'dt' ? previous : undefined;
  });
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

/**
 * The lists that a page may consist of: elements with a link each that has the same place in each of them.
 *
 * @param least the number of items that a list has at least
 * @param mostGroups the number of groups of links that are tried
 */
export function listCandidates(
  page: HtmlPage,
  least = MIN_LIST_ITEMS,
  mostGroups = MAX_GROUPS,
): ListCandidate[] {
  return linkGroups(page, least, mostGroups).flatMap((group) =>
    listsOf(itemsAround(page, group), least).map((list) => {
      const [first] = list.items as [Element];
      const terms = fromTerms(list.items);
      const link = group.links.find((each) => [...selfAndAncestors(each)].includes(first));
      return terms ? { ...list, items: terms, link: undefined } : { ...list, link };
    }),
  );
}
