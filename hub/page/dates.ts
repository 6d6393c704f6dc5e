import { foldWords } from '../../core/text/match-words.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { type Element, type HtmlPage, isElement, isUnseen, within } from './html-page.ts';

/** Characters of the longest text that may be a date with its words. */
const MAX_DATE_TEXT_CHARS = 100;
/** Words that stand around a post's date. */
const DATE_WORDS =
  /\b(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|ngay|thang|nam|luc|gio|vao|sa|ch|am|pm|gmt|ict|dang|cap nhat|cong bo|phat hanh|ban hanh|ky|xuat ban|viet|posted|published|updated|created|date|on|at|th\d\d?|t\d|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b/g;
/** What a class or property that holds a date is called. */
const DATE_NAME =
  /(?:^|[\s_-])(?:date|time|datetime|posted-on|ngay|ngaydang|ngay-dang|thoigian|thoi-gian|createdate|publish-?date|pubdate|datepublished)(?:$|[\s_-])/i;

/** Letters of a text that are none of a date's. */
function strangeLetters(text: string): number {
  return foldWords(text).replace(DATE_WORDS, '').replace(/[\d ]/g, '').length;
}

/** Whether a text is a date and little else. */
export function isDate(text: string): boolean {
  return text.length <= MAX_DATE_TEXT_CHARS && strangeLetters(text) <= 10 && parseDate(text) !== undefined;
}

/** What an element says of a date: to machines if it can be read, else to people. */
export function findDate(page: HtmlPage, element: Element): string | undefined {
  const { datetime, content, title } = element.attribs;
  return [datetime, content, page.words(element, 200), title].find((text) => text && parseDate(text));
}

/**
 * The words of the date a post shows: of its first <time>, else of an element called so, else its first text that is a
 * date, else one with some more words about it. A date within a title or a sentence is not the post's own.
 *
 * @param skip elements whose dates are others': the title
 */
export function guessDate(page: HtmlPage, item: Element, skip: ReadonlySet<Element>): string | undefined {
  const named: Element[] = [];
  const texts: string[] = [];
  for (const node of within(item, (each) => skip.has(each) || isUnseen(each))) {
    if (isElement(node)) {
      const { name, attribs } = node;
      const date = name === 'time' ? findDate(page, node) : undefined;
      if (date) return date;
      if (DATE_NAME.test(`${attribs.class ?? ''} ${attribs.itemprop ?? ''}`)) named.push(node);
    } else if (node.type === 'text' && /\d/.test(node.data) && node.data.trim().length <= MAX_DATE_TEXT_CHARS)
      texts.push(node.data.trim());
  }
  for (const element of named) {
    const text = page.words(element, MAX_DATE_TEXT_CHARS * 2);
    if (text && text.length <= MAX_DATE_TEXT_CHARS && parseDate(text)) return text;
  }
  return (
    texts.find(isDate) ??
    texts.find((text) => !/[.!?…]$/.test(text) && strangeLetters(text) <= 24 && parseDate(text))
  );
}
