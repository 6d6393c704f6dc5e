import { findNumber } from '../../core/documents/number.ts';
import { isReadMore } from '../../core/read/boilerplate.ts';
import { foldWords } from '../../core/text/fold-words.ts';
import { isDate } from './date/dates.ts';
import { isGeneric } from './generic-text.ts';
import type { HtmlPage } from './html-page.ts';
import type { ListItem } from './list/whole-items.ts';
import {
  BLOCK_ELEMENT,
  closest,
  type Element,
  isElement,
  isHidden,
  type Node,
  selfAndAncestors,
  visibleElements,
  wrapsContent,
} from './tree.ts';

const HEADING = /^h[1-6]$/;
/** Class names and ids of titles. */
export const TITLE_NAME = /(?:^|[\s_-])(?:title|tieu-?de|headline|heading|ten-?(?:bai|tin))(?:$|[\s_-])/i;
const ELLIPSIS = /(?:…|\.{3})\s*$/;
/** Shorter texts are remarks, such as "Đã xem: 12". */
const MIN_SUMMARY_CHARS = 20;

export interface GuessedTitle {
  text: string;
  /** The element that contains it; undefined if it comes from an attribute or a text for screen readers. */
  element?: Element;
}

/** Whether an element is a link that may lead to the post, and not to its category, tag or author. */
export function isOwnLink(page: HtmlPage, { name, attribs }: Element): boolean {
  return (
    name === 'a' &&
    page.resolveUrl(attribs.href) !== undefined &&
    !/\b(?:category|tag|author)\b/i.test(attribs.rel ?? '')
  );
}

/** The first line of an element that may be a title. A link around a card also contains date and summary. */
function titleLine(page: HtmlPage, element: Element): string | undefined {
  const lines = page
    .text(element)
    .split('\n')
    .filter((each) => !isGeneric(each));
  return lines.find((each) => !isDate(each)) ?? lines[0];
}

/** The cell of a row with the longest text, unless another holds the number of a document that it lacks. */
function longestCell(page: HtmlPage, row: Element): Element | undefined {
  const cells = row.name === 'tr' ? visibleElements(row, /^td$/) : [];
  const length = (cell: Element) => titleLine(page, cell)?.length ?? 0;
  const longest = cells.reduce<Element | undefined>(
    (best, each) => (best && length(best) >= length(each) ? best : each),
    undefined,
  );
  const number = (element: Element) => findNumber(page.textLine(element) ?? '');
  return longest && number(longest) === number(row) ? longest : undefined;
}

/** Completes a title that ends in an ellipsis from the `title` attribute of a link. */
export function untruncated(element: Element, text: string): string {
  if (!ELLIPSIS.test(text)) return text;
  const start = foldWords(text.replace(ELLIPSIS, ''));
  const link = closest(element, /^a$/);
  for (const { attribs } of [element, ...(link ? [link] : []), ...visibleElements(element, /^a$/)])
    if (attribs.title && foldWords(attribs.title).startsWith(start)) return attribs.title;
  return text;
}

/**
 * Guesses an item's title: its first heading, else an element named like a title, else its longest link text that is
 * not generic, else a link's text for screen readers ("Continue reading …"), else the text of a link that is a script,
 * its longest cell, its first line, or an image's `alt`.
 */
function guessTitle(page: HtmlPage, item: Element): GuessedTitle | undefined {
  const elements = visibleElements(item);
  const first = (test: (element: Element) => boolean) => {
    for (const element of elements) {
      const text = test(element) ? titleLine(page, element) : undefined;
      if (text) return { text: untruncated(element, text), element };
    }
    return undefined;
  };
  const named =
    first(({ name }) => HEADING.test(name)) ?? first(({ attribs }) => TITLE_NAME.test(attribs.class ?? ''));
  if (named) return named;
  const own = elements.filter((each) => isOwnLink(page, each));
  // Where a script opens the posts, no link leads to one, but its text is the title.
  const links = own.length ? own : elements.filter(({ name }) => name === 'a');
  let longest: GuessedTitle | undefined;
  for (const element of links) {
    const text = titleLine(page, element);
    if (text && text.length > (longest?.text.length ?? 0)) longest = { text, element };
  }
  if (longest) return { text: untruncated(longest.element!, longest.text), element: longest.element };
  for (const link of links) {
    for (const child of link.children) {
      const isForScreenReaders =
        isElement(child) && /screen-reader|sr-only|visually-hidden/.test(child.attribs.class ?? '');
      const text = isForScreenReaders ? page.textLine(child) : undefined;
      if (text && !isGeneric(text)) return { text };
    }
  }
  // A link whose script leads to the post.
  const scripted = elements.find((each) => each.name === 'a' && titleLine(page, each));
  if (scripted) return { text: titleLine(page, scripted)!, element: scripted };
  const text =
    titleLine(page, longestCell(page, item) ?? item) ??
    visibleElements(item, /^img$/).find(({ attribs }) => attribs.alt)?.attribs.alt;
  return text ? { text } : undefined;
}

/** Guesses an item's title in its head, unless that has no link and only a date, as a term before a description may. */
export function guessItemTitle(page: HtmlPage, { head, whole }: ListItem): GuessedTitle | undefined {
  const title = guessTitle(page, head);
  if (head.name === 'a') return title && { element: head, ...title };
  const isTitle = (title && !isDate(title.text)) || visibleElements(head, /^a$/).length > 0;
  return whole === head || isTitle ? title : guessTitle(page, whole);
}

/** Guesses an item's URL: the link around or inside its title, else its first link, else the link around the item. */
export function guessLink(page: HtmlPage, item: Element, title: Element | undefined): string | undefined {
  const around: Element[] = [];
  if (title) {
    // Links around the item itself come last.
    for (const each of selfAndAncestors(title)) {
      around.push(each);
      if (each === item) break;
    }
    for (const link of visibleElements(title, /^a$/)) around.push(link);
  }
  const candidates = [...around, ...visibleElements(item, /^a$/), ...selfAndAncestors(item)];
  return page.resolveUrl(candidates.find((each) => isOwnLink(page, each))?.attribs.href);
}

/** The element that holds a title and nothing else. A link around a card also contains date and summary. */
function titleElement(page: HtmlPage, title: GuessedTitle | undefined): Element | undefined {
  if (!title?.element || !page.text(title.element).includes('\n')) return title?.element;
  return visibleElements(title.element).find((each) => page.textLine(each) === title.text);
}

/** What to skip in search of an item's date: the element of its title, unless that is the item itself. */
export function titleToSkip(
  page: HtmlPage,
  item: Element,
  title: GuessedTitle | undefined,
): ReadonlySet<Element> {
  const element = titleElement(page, title);
  return new Set(element && element !== item ? [element] : []);
}

/** Elements whose text is not part of a summary. */
const NOT_PROSE = /^(?:h[1-6]|time|figcaption|nav|form|label)$/;

interface Paragraph {
  first: Node;
  last: Node;
  /** Characters outside and inside links to other pages. */
  length: number;
  linked: number;
}

/**
 * The paragraphs of an item that are text rather than links.
 *
 * @param skip element to ignore: the title
 * @param href the item's own link, whose text counts as text
 */
function textParagraphs(
  page: HtmlPage,
  item: Element,
  skip: Element | undefined,
  href: string | undefined,
): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | undefined;
  /** Whether the last text was a link to the rest of the article ("Đọc tiếp"), which is cut off at the end. */
  let inReadMore = false;
  const close = () => {
    inReadMore = false;
    // Paragraphs of mostly links, such as lists of categories, are dropped.
    if (open && open.length > open.linked) found.push(open);
    open = undefined;
  };
  const visit = (node: Node, isOwnText: boolean, isReadMoreText: boolean) => {
    if (node.type === 'text') {
      open ??= { first: node, last: node, length: 0, linked: 0 };
      if (/[\p{L}\d]/u.test(node.data)) inReadMore = isReadMoreText;
      if (!inReadMore) open.last = node;
      open[isOwnText ? 'length' : 'linked'] += node.data.trim().length;
    }
    if (!isElement(node) || isHidden(node)) return;
    const isIgnored = node === skip || (NOT_PROSE.test(node.name) && !wrapsContent(node));
    const isBlock = isIgnored || BLOCK_ELEMENT.test(node.name);
    if (isBlock) close();
    if (isIgnored) return;
    const isOwn =
      node.name !== 'a' || node.children.includes(skip!) || page.resolveUrl(node.attribs.href) === href;
    const isRest = isReadMoreText || (node.name === 'a' && isReadMore(page.textLine(node, 100) ?? ''));
    for (const child of node.children) visit(child, isOwnText && isOwn && !isRest, isRest);
    if (isBlock) close();
  };
  for (const child of item.children) visit(child, true, false);
  close();
  return found;
}

/**
 * Guesses an item's summary: its longest paragraph that is neither its title nor a date.
 *
 * @returns its HTML, and its first node
 */
export function guessSummary(
  page: HtmlPage,
  item: Element,
  title: GuessedTitle | undefined,
  href: string | undefined,
): { html: string; node: Node } | undefined {
  const titleWords = foldWords(title?.text ?? '');
  const sorted = textParagraphs(page, item, titleElement(page, title), href).sort(
    (a, b) => b.length - a.length,
  );
  for (const { first, last, length } of sorted) {
    if (length < MIN_SUMMARY_CHARS) break;
    const html = page.slice(first, last);
    const text = page.textOf(html);
    if (!isDate(text) && foldWords(text) !== titleWords) return { html, node: first };
  }
  return undefined;
}
