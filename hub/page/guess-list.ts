import { selectAll } from 'css-select';
import { foldWords } from '../../core/text/fold-words.ts';
import { guessDate } from './dates.ts';
import { isGeneric } from './generic-text.ts';
import { isOwnLink } from './guess.ts';
import type { HtmlPage } from './html-page.ts';
import { descendants, type Element, isElement, isHidden, type Node, selfAndAncestors } from './tree.ts';

/** Minimum length of a title. Menus and buttons have shorter texts. */
const MIN_TITLE_CHARS = 24;
const MIN_LIST_ITEMS = 3;
/** Elements without posts. Not `header`, which posts have too, nor `form`, which wraps the body of ASP.NET pages. */
const NO_POSTS = /^(?:nav|footer)$/;
/** Class names that vary between the items of a list, or that are too general. */
const UNSTABLE_NAME = /\d|^(?:first|last|odd|even|active|current|clearfix|row|col)(?:$|[-_])/i;
const SIMPLE_NAME = /^[a-z_-][\w-]*$/i;

/** The links of a page whose text could be the title of a post. */
function titleLikeLinks(page: HtmlPage): Element[] {
  const links: Element[] = [];
  for (const node of descendants(page.root, (each) => isHidden(each) || NO_POSTS.test(each.name)))
    if (isElement(node) && isOwnLink(page, node)) {
      const words = page.textLine(node, 300) ?? '';
      if (foldWords(words).length >= MIN_TITLE_CHARS && !isGeneric(words)) links.push(node);
    }
  return links;
}

/** The largest element around a title that contains no other post's title. */
function itemAround(link: Element, urlsInside: ReadonlyMap<Element, ReadonlySet<string>>): Element {
  let item = link;
  for (const around of selfAndAncestors(link)) {
    if ((urlsInside.get(around)?.size ?? 0) > 1) break;
    item = around;
  }
  return item;
}

const classesOf = ({ attribs }: Element) =>
  (attribs.class ?? '').split(/\s+/).filter((name) => SIMPLE_NAME.test(name) && !UNSTABLE_NAME.test(name));

/** Selectors for an item: by its classes, else by its element name inside the nearest ancestor with an id or class. */
function selectorsOf(item: Element): string[] {
  const classes = classesOf(item);
  if (classes.length) return classes.map((name) => `${item.name}.${name}`);
  for (const around of selfAndAncestors(item)) {
    if (around === item) continue;
    const { id = '' } = around.attribs;
    if (SIMPLE_NAME.test(id) && !UNSTABLE_NAME.test(id)) return [`#${id} ${item.name}`];
    const [name] = classesOf(around);
    if (name) return [`${around.name}.${name} ${item.name}`];
  }
  return [];
}

/**
 * Guesses the `item` selector of the list of posts on a page: the most frequent element around links that look like
 * titles. Items with a date count twice; matches that are not items count against a selector.
 *
 * @returns undefined if nothing repeats often enough
 */
export function guessList(page: HtmlPage): string | undefined {
  const links = titleLikeLinks(page);
  /** URLs of the titles inside each element. */
  const urlsInside = new Map<Element, Set<string>>();
  for (const link of links)
    for (const around of selfAndAncestors(link)) {
      const urls = urlsInside.get(around) ?? new Set();
      urlsInside.set(around, urls.add(page.resolveUrl(link.attribs.href)!));
    }
  const bySelector = new Map<string, Element[]>();
  for (const item of new Set(links.map((link) => itemAround(link, urlsInside))))
    for (const selector of selectorsOf(item)) {
      const items = bySelector.get(selector);
      if (items) items.push(item);
      else bySelector.set(selector, [item]);
    }
  let best: { selector: string; score: number } | undefined;
  for (const [selector, items] of bySelector) {
    if (items.length < MIN_LIST_ITEMS) continue;
    const dated = items.filter((item) => guessDate(page, item, new Set())).length;
    const strays = selectAll<Node, Element>(selector, page.root).length - items.length;
    const score = items.length + dated - strays;
    if (score > (best?.score ?? 0)) best = { selector, score };
  }
  return best?.selector;
}
