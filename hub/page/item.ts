import { htmlToText } from '../../core/read/html/to-text.ts';
import type { RawItem } from '../../core/read/to-item.ts';
import { backgroundOf } from './album/background.ts';
import { imageHtml } from './album/photo.ts';
import { findDate, guessDatePart } from './date/dates.ts';
import { filesIn } from './document/files.ts';
import type { ItemParts } from './found-item.ts';
import {
  type GuessedTitle,
  guessItemTitle,
  guessLink,
  guessSummary,
  titleToSkip,
  untruncated,
} from './guess.ts';
import type { HtmlPage } from './html-page.ts';
import type { Selectors } from './selectors.ts';
import { closest, type Element, visibleElements } from './tree.ts';

/**
 * The URL of an element's image: the element itself, one inside, or its background. Ignores icons and tracking pixels.
 */
export function imageOf(page: HtmlPage, element: Element): string | undefined {
  const image = htmlToText(imageHtml(page, element), page.base, 0).images.first;
  if (image) return image.url;
  const elements = [element, ...visibleElements(element)];
  for (const each of elements) {
    // Vietnamese templates call the cover of a post its avatar ("ảnh đại diện").
    if (each.name !== 'img' || !/(?:^|\s)avatar$/i.test(each.attribs.class ?? '')) continue;
    const html = page.slice(each, each).replace(/\sclass\s*=\s*(?:"[^"]*"|'[^']*'|\S+)/i, ' ');
    const cover = htmlToText(html, page.base, 0).images.first;
    if (cover) return cover.url;
  }
  for (const each of elements) {
    const url = backgroundOf(page, each);
    if (url) return url;
  }
  return undefined;
}

/** The URL of an element's link: the element itself, one inside, or one around it. */
function linkOf(page: HtmlPage, element: Element): string | undefined {
  const links = [element, ...visibleElements(element, /^a$/), closest(element, /^a$/)];
  return links.map((link) => page.resolveUrl(link?.attribs.href)).find(Boolean);
}

function selectedTitle(page: HtmlPage, element: Element | undefined): GuessedTitle | undefined {
  const text = element && page.textLine(element);
  return text ? { text: untruncated(element, text), element: element } : undefined;
}

/** The image of an element, and the element itself. */
function imagePart(page: HtmlPage, element: Element): { url: string; element: Element } | undefined {
  const url = imageOf(page, element);
  return url === undefined ? undefined : { url, element };
}

/**
 * Reads one item of a list. Fields without a selector are guessed. If a field's selector finds nothing, the field is
 * missing, except for title and link: every item needs them, so they are guessed.
 *
 * @param head the element that the item's selector matches; what it lacks is searched in `whole`
 */
export function readListItem(
  page: HtmlPage,
  selectors: Selectors,
  head: Element,
  whole = head,
): { raw: RawItem; parts: ItemParts } {
  const first = <T>(read: (element: Element) => T | undefined) =>
    read(head) ?? (whole === head ? undefined : read(whole));
  const find = (field: 'title' | 'link' | 'date' | 'image' | 'summary') =>
    first((element) => selectors.first(field, element));
  const hasSelector = (field: 'date' | 'image' | 'summary') => selectors.selectorOf(field) !== undefined;

  const title = selectedTitle(page, find('title')) ?? guessItemTitle(page, { head, whole });
  const linkElement = find('link');
  const link = (linkElement && linkOf(page, linkElement)) ?? guessLink(page, whole, title?.element);
  const dateElement = find('date');
  const imageElement = find('image');
  const summaryElement = find('summary');
  const skip = titleToSkip(page, whole, title);
  const summary = hasSelector('summary')
    ? summaryElement && { html: page.innerHtml(summaryElement), node: summaryElement }
    : first((element) => guessSummary(page, element, title, link));
  const date = hasSelector('date')
    ? dateElement && { text: findDate(page, dateElement), node: dateElement }
    : first((element) => guessDatePart(page, element, skip));
  const image = imageElement
    ? imagePart(page, imageElement)
    : hasSelector('image')
      ? undefined
      : first((element) => imagePart(page, element));
  return {
    raw: {
      link,
      base: page.base,
      title: title?.text,
      summary: summary?.html ? { html: summary.html, base: page.base } : undefined,
      published: date?.text,
      image: image?.url,
      attachments: filesIn(page, whole),
    },
    parts: {
      title: title?.element,
      date: date?.text === undefined ? undefined : date.node,
      image: image?.element,
      summary: summary?.html ? summary.node : undefined,
    },
  };
}
