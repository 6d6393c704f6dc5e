import { plainWords } from '../../core/plain-words.ts';
import { guessDate } from './dates.ts';
import { isOwnLink } from './guess.ts';
import { type Element, type HtmlPage, isElement, isUnseen, lineage, seen, within } from './html-page.ts';
import { isGeneric } from './words.ts';

/** Letters of a title that is one: menus and buttons say less. */
const SHORTEST_TITLE = 24;
/** Posts that make a list. */
const FEWEST = 3;
/** Parts of a page that hold no posts. */
const ASIDE = /^(?:nav|header|footer|form)$/;
/** Names that a style sheet gives to a place in the list, and numbers: not the same on every item. */
const UNSTEADY = /\d|^(?:first|last|odd|even|active|current|clearfix|row|col)(?:$|[-_])/i;
const NAME = /^[a-z_-][\w-]*$/i;

interface Found {
  selector: string;
  items: Element[];
}

/** The links of a page whose words could be a post's title, by what they lie in. */
function titleLinks(page: HtmlPage): Element[] {
  const links: Element[] = [];
  for (const node of within(page.root, (each) => isUnseen(each) || ASIDE.test(each.name)))
    if (isElement(node) && isOwnLink(page, node)) {
      const words = page.words(node, 300) ?? '';
      if (plainWords(words).length >= SHORTEST_TITLE && !isGeneric(words)) links.push(node);
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

/** What a style sheet would call the item: by its classes, else by its name in the nearest element that has a name of its own. */
function selectorOf(item: Element): string | undefined {
  const classes = classesOf(item);
  if (classes.length) return `${item.name}.${classes.join('.')}`;
  for (const around of lineage(item)) {
    if (around === item) continue;
    const { id = '' } = around.attribs;
    if (NAME.test(id) && !UNSTEADY.test(id)) return `#${id} ${item.name}`;
    const [name] = classesOf(around);
    if (name) return `${around.name}.${name} ${item.name}`;
  }
  return undefined;
}

/**
 * A selector for the list of posts that a page most likely shows: of what repeats around links that read like titles,
 * the one with the most items, dates counting double.
 */
export function guessList(page: HtmlPage): string | undefined {
  const links = titleLinks(page);
  const titled = new Map<Element, Set<string>>();
  for (const link of links)
    for (const around of lineage(link)) {
      const known = titled.get(around) ?? new Set();
      titled.set(around, known.add(page.address(link.attribs.href)!));
    }
  const found = new Map<string, Found>();
  for (const item of new Set(links.map((link) => itemAround(link, titled)))) {
    const selector = selectorOf(item);
    if (!selector) continue;
    const list = found.get(selector);
    if (list) list.items.push(item);
    else found.set(selector, { selector, items: [item] });
  }
  const score = ({ items }: Found) =>
    items.length + items.filter((item) => guessDate(page, item, new Set())).length;
  const [best] = [...found.values()]
    .filter(({ items }) => items.length >= FEWEST)
    .sort((a, b) => score(b) - score(a));
  return best?.selector;
}

/** Pages that a homepage calls its documents or its photos. */
export function namedPages(page: HtmlPage): { kind: 'documents' | 'gallery'; url: string }[] {
  const host = new URL(page.url).host;
  const found = new Map<string, 'documents' | 'gallery'>();
  for (const link of seen(page.root, /^a$/)) {
    const url = page.address(link.attribs.href);
    const words = plainWords(page.words(link, 100) ?? '');
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
