import { foldWords } from '../../core/text/fold-words.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import type { HtmlPage } from './html-page.ts';
import { descendants, type Element, isElement, isHidden } from './tree.ts';

/** Longer texts are not dates. */
const MAX_DATE_TEXT_CHARS = 100;
/** Words that may accompany a date, folded. */
const DATE_WORDS =
  /\b(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|ngay|thang|nam|luc|gio|vao|sa|ch|am|pm|gmt|ict|dang|cap nhat|cong bo|phat hanh|ban hanh|ky|xuat ban|viet|posted|published|updated|created|date|on|at|th\d\d?|t\d|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b/g;
/** Class names and `itemprop` values of elements that hold a date. */
const DATE_NAME =
  /(?:^|[\s_-])(?:date|time|datetime|posted-on|ngay|ngaydang|ngay-dang|thoigian|thoi-gian|createdate|publish-?date|pubdate|datepublished)(?:$|[\s_-])/i;

/** Letters besides the date in a text that is a date, and in one that is taken for lack of a better one. */
const MAX_LETTERS = 10;
const MAX_LETTERS_LAST_RESORT = 24;

/** Number of letters in a text that do not belong to a date. */
function otherLetters(text: string): number {
  return foldWords(text).replace(DATE_WORDS, '').replace(/[\d ]/g, '').length;
}

/** Whether a text is a date with few other words. */
export function isDate(text: string): boolean {
  return (
    text.length <= MAX_DATE_TEXT_CHARS && otherLetters(text) <= MAX_LETTERS && parseDate(text) !== undefined
  );
}

/** The text of an element, or one of its attributes, that can be parsed as a date; machine-readable ones first. */
export function findDate(page: HtmlPage, element: Element): string | undefined {
  const { datetime, content, title } = element.attribs;
  return [datetime, content, page.textLine(element, 200), title].find((text) => text && parseDate(text));
}

/**
 * Guesses which text of an item is its date: that of the first `<time>`, else of an element named like a date, else the
 * first text that is a date, else one with a few more words. Dates in titles and sentences do not count.
 *
 * @param skip elements to ignore, such as the title
 */
export function guessDate(page: HtmlPage, item: Element, skip: ReadonlySet<Element>): string | undefined {
  const named: Element[] = [];
  const texts: string[] = [];
  for (const node of descendants(item, (each) => skip.has(each) || isHidden(each))) {
    if (isElement(node)) {
      const { name, attribs } = node;
      const date = name === 'time' ? findDate(page, node) : undefined;
      if (date) return date;
      if (DATE_NAME.test(`${attribs.class ?? ''} ${attribs.itemprop ?? ''}`)) named.push(node);
    } else if (node.type === 'text' && /\d/.test(node.data) && node.data.trim().length <= MAX_DATE_TEXT_CHARS)
      texts.push(node.data.trim());
  }
  for (const element of named) {
    const text = page.textLine(element, MAX_DATE_TEXT_CHARS * 2);
    if (text && text.length <= MAX_DATE_TEXT_CHARS && parseDate(text)) return text;
  }
  return (
    texts.find(isDate) ??
    texts.find(
      (text) => !/[.!?…]$/.test(text) && otherLetters(text) <= MAX_LETTERS_LAST_RESORT && parseDate(text),
    )
  );
}
