import { foldWords } from '../../core/text/match-words.ts';
import { isDate } from './dates.ts';
import { isGeneric, isMore } from './generic-text.ts';
import {
  closest,
  type Element,
  type HtmlPage,
  isElement,
  isUnseen,
  lineage,
  type Node,
  seen,
} from './html-page.ts';

const HEADING = /^h[1-6]$/;
const TITLE_NAME = /(?:^|[\s_-])(?:title|tieu-?de|headline|heading|ten-?(?:bai|tin))(?:$|[\s_-])/i;
const CUT = /(?:…|\.{3})\s*$/;
/** Fewer letters beside a title are remarks: "Đã xem: 12". */
const SHORTEST_SUMMARY = 20;

export interface Title {
  text: string;
  /** Where it stands; nothing where it is an attribute or a remark for screen readers. */
  at?: Element;
}

/** Links to a post's categories, tags and author are not the post's own. */
export function isOwnLink(page: HtmlPage, { name, attribs }: Element): boolean {
  return (
    name === 'a' &&
    page.address(attribs.href) !== undefined &&
    !/\b(?:category|tag|author)\b/i.test(attribs.rel ?? '')
  );
}

/** The first line that could be a title: a link around a whole card has date and lead in it too. */
function titleLine(page: HtmlPage, element: Element): string | undefined {
  const lines = page
    .text(element)
    .split('\n')
    .filter((each) => !isGeneric(each));
  return lines.find((each) => !isDate(each)) ?? lines[0];
}

/** The title whole, where the page cuts it short and a link has it in its `title`. */
export function uncut(element: Element, text: string): string {
  if (!CUT.test(text)) return text;
  const start = foldWords(text.replace(CUT, ''));
  const link = closest(element, /^a$/);
  for (const { attribs } of [element, ...(link ? [link] : []), ...seen(element, /^a$/)])
    if (attribs.title && foldWords(attribs.title).startsWith(start)) return attribs.title;
  return text;
}

/**
 * The item's title: its first heading, else what is called a title, else its longest link that says something, else what
 * a link says to screen readers ("Continue reading …"), else the first line of its text.
 */
export function guessTitle(page: HtmlPage, item: Element): Title | undefined {
  const elements = seen(item);
  const first = (test: (element: Element) => boolean) => {
    for (const at of elements) {
      const text = test(at) ? titleLine(page, at) : undefined;
      if (text) return { text: uncut(at, text), at };
    }
    return undefined;
  };
  const named =
    first(({ name }) => HEADING.test(name)) ?? first(({ attribs }) => TITLE_NAME.test(attribs.class ?? ''));
  if (named) return named;
  const links = elements.filter((each) => isOwnLink(page, each));
  let longest: Title | undefined;
  for (const at of links) {
    const text = titleLine(page, at);
    if (text && text.length > (longest?.text.length ?? 0)) longest = { text, at };
  }
  if (longest) return { text: uncut(longest.at!, longest.text), at: longest.at };
  for (const link of links) {
    for (const child of link.children) {
      const unheard =
        isElement(child) && /screen-reader|sr-only|visually-hidden/.test(child.attribs.class ?? '');
      const text = unheard ? page.words(child) : undefined;
      if (text && !isGeneric(text)) return { text };
    }
  }
  const text = titleLine(page, item) ?? seen(item, /^img$/).find(({ attribs }) => attribs.alt)?.attribs.alt;
  return text ? { text } : undefined;
}

/** The address of a link: the title's own, around it or inside; else the first of the item, or the one it lies in. */
export function guessLink(page: HtmlPage, item: Element, title: Element | undefined): string | undefined {
  const around: Element[] = [];
  if (title) {
    // No farther than the item: what lies around it is asked last.
    for (const each of lineage(title)) {
      around.push(each);
      if (each === item) break;
    }
    around.push(...seen(title, /^a$/));
  }
  const candidates = [...around, ...seen(item, /^a$/), ...lineage(item)];
  return page.address(candidates.find((each) => isOwnLink(page, each))?.attribs.href);
}

/** Elements that a paragraph ends at. */
const BLOCK =
  /^(?:p|div|br|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|blockquote|pre|hr|figure|section|article|header|footer|aside|main|center)$/;
/** What is no prose of the item. */
const NO_PROSE = /^(?:h[1-6]|time|figcaption|nav|form|label)$/;

interface Paragraph {
  first: Node;
  last: Node;
  /** Letters of it that are in no link to elsewhere, and that are. */
  length: number;
  linked: number;
}

/** @param href the item's own link: words in it count, those in others do not */
function paragraphs(
  page: HtmlPage,
  item: Element,
  skip: Element | undefined,
  href: string | undefined,
): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | undefined;
  /** In what may be the end of a paragraph: a link to the rest of it. */
  let ending = false;
  const close = () => {
    ending = false;
    // A list of categories is mostly links.
    if (open && open.length > open.linked) found.push(open);
    open = undefined;
  };
  const visit = (node: Node, counted: boolean, more: boolean) => {
    if (node.type === 'text') {
      open ??= { first: node, last: node, length: 0, linked: 0 };
      if (/[\p{L}\d]/u.test(node.data)) ending = more;
      if (!ending) open.last = node;
      open[counted ? 'length' : 'linked'] += node.data.trim().length;
    }
    if (!isElement(node) || isUnseen(node)) return;
    const out = node === skip || NO_PROSE.test(node.name);
    const block = out || BLOCK.test(node.name);
    if (block) close();
    if (out) return;
    const own =
      node.name !== 'a' || node.children.includes(skip!) || page.address(node.attribs.href) === href;
    const rest = more || (node.name === 'a' && isMore(page.words(node, 100) ?? ''));
    for (const child of node.children) visit(child, counted && own && !rest, rest);
    if (block) close();
  };
  for (const child of item.children) visit(child, true, false);
  close();
  return found;
}

/** The HTML of the item's longest paragraph that is neither its title nor its date. */
export function guessSummary(
  page: HtmlPage,
  item: Element,
  title: Title | undefined,
  href: string | undefined,
): string | undefined {
  const known = foldWords(title?.text ?? '');
  // A link around a whole card is more than the title in it.
  const skip = title?.at && !page.text(title.at).includes('\n') ? title.at : undefined;
  const sorted = paragraphs(page, item, skip, href).sort((a, b) => b.length - a.length);
  for (const { first, last, length } of sorted) {
    if (length < SHORTEST_SUMMARY) break;
    const html = page.slice(first, last);
    const words = page.read(html);
    if (!isDate(words) && foldWords(words) !== known) return html;
  }
  return undefined;
}
