import { selectAll } from 'css-select';
import { foldWords } from '../../core/text/match-words.ts';
import { guessDate } from './dates.ts';
import { isGeneric } from './generic-text.ts';
import { isOwnLink } from './guess.ts';
import {
  type Element,
  type HtmlPage,
  isElement,
  isUnseen,
  lineage,
  type Node,
  seen,
  within,
} from './html-page.ts';

/** Letters of a title that is one: menus and buttons say less. */
const SHORTEST_TITLE = 24;
/** Posts that make a list. */
const FEWEST = 3;
/** Parts of a page that hold no posts. A header may be a post's own, and a form all of a page of ASP.NET. */
const ASIDE = /^(?:nav|footer)$/;
/** Names that a style sheet gives to a place in the list, and numbers: not the same on every item. */
const UNSTEADY = /\d|^(?:first|last|odd|even|active|current|clearfix|row|col)(?:$|[-_])/i;
const NAME = /^[a-z_-][\w-]*$/i;

/** The links of a page whose words could be a post's title, by what they lie in. */
function titleLinks(page: HtmlPage): Element[] {
  const links: Element[] = [];
  for (const node of within(page.root, (each) => isUnseen(each) || ASIDE.test(each.name)))
    if (isElement(node) && isOwnLink(page, node)) {
      const words = page.words(node, 300) ?? '';
      if (foldWords(words).length >= SHORTEST_TITLE && !isGeneric(words)) links.push(node);
    }
  return links;
}

/** The largest element around a title that holds no other post's title. */
function itemAround(link: Element, titled: ReadonlyMap<Element, ReadonlySet<string>>): Element {
  let item = link;
  for (const around of lineage(link)) {
    if ((titled.get(around)?.size ?? 0) > 1) break;
    item = around;
  }
  return item;
}

const classesOf = ({ attribs }: Element) =>
  (attribs.class ?? '').split(/\s+/).filter((name) => NAME.test(name) && !UNSTEADY.test(name));

/** What a style sheet could call the item: by one of its classes, else by its name in the nearest element that has a name of its own. */
function selectorsOf(item: Element): string[] {
  const classes = classesOf(item);
  if (classes.length) return classes.map((name) => `${item.name}.${name}`);
  for (const around of lineage(item)) {
    if (around === item) continue;
    const { id = '' } = around.attribs;
    if (NAME.test(id) && !UNSTEADY.test(id)) return [`#${id} ${item.name}`];
    const [name] = classesOf(around);
    if (name) return [`${around.name}.${name} ${item.name}`];
  }
  return [];
}

/**
 * A selector for the list of posts that a page most likely shows: of what repeats around links that read like titles,
 * the one with the most items; dates count for it, and elements that are no items against it.
 */
export function guessList(page: HtmlPage): string | undefined {
  const links = titleLinks(page);
  const titled = new Map<Element, Set<string>>();
  for (const link of links)
    for (const around of lineage(link)) {
      const known = titled.get(around) ?? new Set();
      titled.set(around, known.add(page.address(link.attribs.href)!));
    }
  const found = new Map<string, Element[]>();
  for (const item of new Set(links.map((link) => itemAround(link, titled))))
    for (const selector of selectorsOf(item)) {
      const items = found.get(selector);
      if (items) items.push(item);
      else found.set(selector, [item]);
    }
  let best: { selector: string; score: number } | undefined;
  for (const [selector, items] of found) {
    if (items.length < FEWEST) continue;
    const dated = items.filter((item) => guessDate(page, item, new Set())).length;
    const strays = selectAll<Node, Element>(selector, page.root).length - items.length;
    const score = items.length + dated - strays;
    if (score > (best?.score ?? 0)) best = { selector, score };
  }
  return best?.selector;
}

/** Pages that a homepage calls its documents or its photos. */
export function namedPages(page: HtmlPage): { kind: 'documents' | 'gallery'; url: string }[] {
  const host = new URL(page.url).host;
  const found = new Map<string, 'documents' | 'gallery'>();
  for (const link of seen(page.root, /^a$/)) {
    const url = page.address(link.attribs.href);
    const words = foldWords(page.words(link, 100) ?? '');
    const kind = /^(?:he thong |thu vien |kho )?van ban/.test(words)
      ? 'documents'
      : /^(?:thu vien |hinh |album |kho )+anh|^hinh anh/.test(words)
        ? 'gallery'
        : undefined;
    if (url && kind && new URL(url).host === host && url !== page.url)
      found.set(url.replace(/#.*/s, ''), kind);
  }
  return [...found].map(([url, kind]) => ({ kind, url }));
}
