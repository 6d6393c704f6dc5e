import { foldWords } from '../../../core/text/fold-words.ts';
import { oneLine } from '../../../core/text/normalize.ts';
import { parseDate } from '../../../core/time/parse-date.ts';
import type { HtmlPage } from '../html-page.ts';
import { descendants, type Element, isElement, isHidden, type Node } from '../tree.ts';
import { isRelative } from './relative-dates.ts';

/** Longer texts are not dates. */
export const MAX_DATE_TEXT_CHARS = 100;
/** Words that may accompany a date, folded. */
const DATE_WORDS =
  /\b(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|ngay|thang(?: (?:muoi )?(?:mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi))?|nam|\d+(?:h\d*|p|s|d|w|st|nd|rd|th)|luc|gio|vao|sa|ch|am|pm|gmt|ict|dang|cap nhat|cong bo|phat hanh|ban hanh|ky|xuat ban|viet|posted|published|updated|created|date|on|at|th\d\d?|t\d|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|hom (?:nay|qua|kia)|(?:sang|trua|chieu|toi|dem) (?:nay|qua)|giay|phut|tieng|tuan|truoc|cach day|mot|vai|khoang|hon|vua (?:xong|dang|moi)|today|yesterday|just now|an?|few|ago|(?:second|sec|minute|min|hour|hr|day|week|month|year)s?)\b/g;
/** Class names and `itemprop` values of elements that hold a date. */
const DATE_NAME =
  /(?:^|[\s_-])(?:date|time|datetime|timeago|timestamp|posted-on|ngay|ngay[_-]?dang|thoi[_-]?gian|createdate|publish-?date|pubdate|datepublished)(?:$|[\s_-])/i;
/** Attributes with a date of which the text may be only a short form. */
const DATE_ATTRIBUTES = ['datetime', 'content'];
const DATA_ATTRIBUTES = ['data-datetime', 'data-date', 'data-time', 'data-timestamp', 'data-utime'];
/** A whole date or a Unix time, and not only a year or month: what looks like those may be any number. */
const WHOLE_DATE = /\d{8}|\d\D+\d+\D+\d|\d\W*[a-z]{3,}\W*\d|\b[a-z]{3,}\W*\d+\D+\d{4}/i;
/** Texts without any of these are not folded, to save time. */
const MAY_BE_DATE = /\d|nay|qua|kia|vừa|một|vài|today|yesterday|now|ago/i;

/** Letters besides the date in a text that is a date, and in one that is taken for lack of a better one. */
const MAX_LETTERS = 10;
const MAX_LETTERS_LAST_RESORT = 24;

/** Number of letters in a text that do not belong to a date. */
function otherLetters(text: string): number {
  return foldWords(text).replace(DATE_WORDS, '').replace(/[\d ]/g, '').length;
}

const hasDate = (text: string) => parseDate(text) !== undefined;

/** Whether a text is a date with few other words. A number alone is none: it counts views. */
function isFullDate(text: string): boolean {
  return (
    text.length <= MAX_DATE_TEXT_CHARS &&
    /\d\D+\d/.test(text) &&
    otherLetters(text) <= MAX_LETTERS &&
    hasDate(text)
  );
}

/** Whether a text is nothing but a date such as "2 giờ trước" or "05/03". 1/2 may be a page's number. */
function isRelativeDate(text: string): boolean {
  return (
    text.length <= MAX_DATE_TEXT_CHARS &&
    !/^\s*\d\s?\/|\/\s?\d\s*$/.test(text) &&
    otherLetters(text) === 0 &&
    isRelative(text)
  );
}

/** Whether a text is a date with few other words, or one in relation to the time of the page. */
export function isDate(text: string): boolean {
  return isFullDate(text) || isRelativeDate(text);
}

/**
 * The text of an element, or one of its attributes, that is a date; machine-readable ones first, those in relation to
 * the time of the page last.
 */
export function findDate(page: HtmlPage, element: Element): string | undefined {
  const { attribs } = element;
  const valuesOf = (names: string[]) => names.map((name) => attribs[name]);
  const stated = valuesOf(DATE_ATTRIBUTES);
  const whole = [...stated, ...valuesOf(DATA_ATTRIBUTES)].filter((text) => WHOLE_DATE.test(text ?? ''));
  const texts = [...whole, page.textLine(element, 200), attribs.title, ...stated].filter(
    (text) => text !== undefined,
  );
  return texts.find(hasDate) ?? texts.find(isRelative);
}

/** The same for an element that is only named like a date, and may contain other texts. */
function findNamedDate(page: HtmlPage, element: Element): string | undefined {
  const text = page.textLine(element, MAX_DATE_TEXT_CHARS * 2) ?? '';
  return text.length <= MAX_DATE_TEXT_CHARS ? findDate(page, element) : undefined;
}

/** A text of an item that is its date, and the element or text node that it was read from. */
export interface FoundDate {
  text: string;
  node: Node;
}

/**
 * Guesses which text of an item is its date: that of the first `<time>`, else of an element named like a date, else the
 * first text that is a date, else one with a few more words. Dates in titles and sentences do not count.
 *
 * @param skip elements to ignore, such as the title
 */
export function guessDatePart(
  page: HtmlPage,
  item: Element,
  skip: ReadonlySet<Element>,
): FoundDate | undefined {
  const named: Element[] = [];
  const texts: FoundDate[] = [];
  for (const node of descendants(item, (each) => skip.has(each) || isHidden(each))) {
    if (isElement(node)) {
      const { name, attribs } = node;
      const date = name === 'time' ? findDate(page, node) : undefined;
      if (date) return { text: date, node };
      if (DATE_NAME.test(`${attribs.class ?? ''} ${attribs.itemprop ?? ''}`)) named.push(node);
    } else if (node.type === 'text') {
      const text = oneLine(node.data);
      if (MAY_BE_DATE.test(text) && text.length <= MAX_DATE_TEXT_CHARS) texts.push({ text, node });
    }
  }
  const dates = named.flatMap((node): FoundDate[] => {
    const text = findNamedDate(page, node);
    return text === undefined ? [] : [{ text, node }];
  });
  const fewLetters = (text: string) =>
    /\d\D+\d/.test(text) && !/[.!?…]$/.test(text) && otherLetters(text) <= MAX_LETTERS_LAST_RESORT;
  return (
    dates.find(({ text }) => hasDate(text)) ??
    texts.find(({ text }) => isFullDate(text)) ??
    dates[0] ??
    texts.find(({ text }) => isRelativeDate(text)) ??
    texts.find(({ text }) => fewLetters(text) && hasDate(text))
  );
}

/** The text of an item's date; see `guessDatePart`. */
export const guessDate = (page: HtmlPage, item: Element, skip: ReadonlySet<Element>): string | undefined =>
  guessDatePart(page, item, skip)?.text;
