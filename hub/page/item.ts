import { htmlToText } from '../../core/read/html/to-text.ts';
import type { RawItem } from '../../core/read/to-item.ts';
import { findDate, guessDate } from './dates.ts';
import { filesIn } from './files.ts';
import { guessLink, guessSummary, guessTitle, type Title, uncut } from './guess.ts';
import { closest, type Element, type HtmlPage, seen } from './html-page.ts';
import type { Selectors } from './selectors.ts';

/** The picture an element is, holds or has behind it; as everywhere, icons and pixels are none. */
export function pictureOf(page: HtmlPage, element: Element): string | undefined {
  const image = htmlToText(page.slice(element, element), page.base, 0).image;
  if (image) return image;
  for (const { attribs } of [element, ...seen(element)]) {
    const behind = /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)/i.exec(attribs.style ?? '')?.[1];
    const url = page.address(behind ?? attribs['data-bg'] ?? attribs['data-background-image']);
    if (url) return url;
  }
  return undefined;
}

/** The link an element is, holds or lies in. */
function linkOf(page: HtmlPage, element: Element): string | undefined {
  const links = [element, ...seen(element, /^a$/), closest(element, /^a$/)];
  return links.map((link) => page.address(link?.attribs.href)).find(Boolean);
}

function titleOf(page: HtmlPage, element: Element | undefined): Title | undefined {
  const text = element && page.words(element);
  return text ? { text: uncut(element, text), at: element } : undefined;
}

/**
 * One item of a list. A title and a link there must be: where their selectors find nothing they are guessed; what the
 * other selectors do not find is not there.
 */
export function readItem(page: HtmlPage, selectors: Selectors, item: Element): RawItem {
  const find = (field: 'title' | 'link' | 'date' | 'image' | 'summary') => selectors.first(field, item);
  const has = (field: 'date' | 'image' | 'summary') => selectors.written(field) !== undefined;

  const title = titleOf(page, find('title')) ?? guessTitle(page, item);
  const linked = find('link');
  const link = (linked && linkOf(page, linked)) ?? guessLink(page, item, title?.at);
  const dated = find('date');
  const pictured = find('image');
  const summed = find('summary');
  const skip = new Set(title?.at && title.at !== item ? [title.at] : []);
  const summary = has('summary') ? summed && page.inner(summed) : guessSummary(page, item, title, link);
  return {
    link,
    base: page.base,
    title: title?.text,
    summary: summary ? { html: summary, base: page.base } : undefined,
    published: has('date') ? dated && findDate(page, dated) : guessDate(page, item, skip),
    image: pictured ? pictureOf(page, pictured) : has('image') ? undefined : pictureOf(page, item),
    attachments: filesIn(page, item),
  };
}
