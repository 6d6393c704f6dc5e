/** Finds the selector of the link to the next page. */
import type { HtmlPage } from '../html-page.ts';
import { ownSelectors, tagOf } from '../selector/item-selectors.ts';
import { matchesOf } from '../selector/matches.ts';
import { uniqueSelector } from '../selector/unique-selector.ts';
import { closest, type Element, isElement, visibleElements } from '../tree.ts';

/** Class names of the number of the page that is shown. */
const CURRENT = /^(?:active|current|selected|page-active|on)$|current|active/i;

/** The sibling element before another one. */
function previousElement(element: Element): Element | undefined {
  let previous = element.previousSibling;
  while (previous && !isElement(previous)) previous = previous.previousSibling;
  return previous ?? undefined;
}

/** The number after that of the page that is shown, where pages are only numbered. */
function afterCurrent(link: Element): string[] {
  const found: string[] = [];
  for (const each of [link, link.parent]) {
    if (!each || !isElement(each)) continue;
    const before = previousElement(each);
    const inside = each === link ? '' : ` > ${tagOf(link)}`;
    if (!before) continue;
    const current = (before.attribs.class ?? '').split(/\s+/).find((name) => CURRENT.test(name));
    if (current) found.push(`${tagOf(before)}.${current} + ${tagOf(each)}${inside}`);
    if (before.attribs['aria-current'])
      found.push(`[aria-current="${before.attribs['aria-current']}"] + ${tagOf(each)}${inside}`);
    const marked = visibleElements(before, /^(?:span|b|strong)$/)[0];
    if (each !== link && marked && !visibleElements(before, /^a$/).length)
      found.push(`${tagOf(before)}:not(:has(a)) + ${tagOf(each)}${inside}`);
    if (/^(?:span|b|strong|em|font)$/.test(before.name))
      found.push(`${before.name} + ${tagOf(each)}${inside}`);
  }
  return found;
}

/** The selectors that may match a link by what it says or is called. */
function byName(page: HtmlPage, link: Element): string[] {
  const found: string[] = [];
  for (const { selector } of ownSelectors([link])) found.push(selector);
  if (link.parent && isElement(link.parent))
    for (const { selector } of ownSelectors([link.parent])) found.push(`${selector} > ${tagOf(link)}`);
  for (const name of ['title', 'aria-label'])
    if (link.attribs[name] && !/["\\]/.test(link.attribs[name]))
      found.push(`${tagOf(link)}[${name}="${link.attribs[name]}"]`);
  const text = page.textLine(link, 40);
  if (text && !/["\\()]/.test(text)) found.push(`${tagOf(link)}:contains("${text}")`);
  return found;
}

/**
 * The selector of the link to the next page, which is to match on the next page, too: what the link is called, else
 * that it follows the number of the page that is shown, else where it stands. The first match counts.
 */
export function nextSelector(page: HtmlPage, picked: Element): string | undefined {
  const link = closest(picked, /^a$/) ?? visibleElements(picked, /^a$/)[0];
  if (!link) return undefined;
  const isNumber = /^\d+$/.test(page.textLine(link, 10) ?? '');
  const candidates = [...(isNumber ? [] : byName(page, link)), ...afterCurrent(link)];
  const url = page.resolveUrl(link.attribs.href);
  const leadsThere = (selector: string) =>
    page.resolveUrl(matchesOf(page, selector)[0]?.attribs.href) === url;
  return candidates.find(leadsThere) ?? uniqueSelector(page, link);
}
