import { canonicalUrl } from '../../../core/url.ts';
import type { HtmlPage } from '../html-page.ts';
import { visibleElements } from '../tree.ts';

/** What the URLs of the parts of a page add to it: `/page-2`, `/2/`, `?trang=2`. */
const PART =
  /^(?:\/(?:(?:page|trang|p)[-/]?)?|[?&](?:page|trang|paged?|pg|p|pageindex)=)(\d{1,3})(?:\.html?)?$/i;
/** Joomla counts the entries before. */
const OFFSET = /^[?&](?:start|limitstart)=(\d{1,4})$/i;

/** The number of a part of a page by its URL; 0 for the page itself, undefined for other pages. */
function partNumber(url: string, first: string): number | undefined {
  const [whole, part] = [first, url].map(canonicalUrl) as [string, string];
  if (whole === part) return 0;
  const start = [whole, whole.replace(/\.(?:html?|aspx?|php)$/i, '')].find((each) => part.startsWith(each));
  const rest = start === undefined ? '' : part.slice(start.length);
  return [PART, OFFSET].map((pattern) => Number(pattern.exec(rest)?.[1] ?? -1)).find((number) => number >= 0);
}

/**
 * The URL of the part that follows this one, of a page in several parts. Unlike `rel="next"`, it never leads to the next
 * post.
 *
 * @param first URL of the first part
 */
export function nextPartUrl(page: HtmlPage, first: string): string | undefined {
  const current = partNumber(page.url, first) ?? 0;
  const links = visibleElements(page.root, /^a$/).flatMap(
    ({ attribs }) => page.resolveUrl(attribs.href) ?? [],
  );
  let next: { url: string; number: number } | undefined;
  for (const url of new Set(links)) {
    const number = partNumber(url, first) ?? 0;
    // Some number the first part, too.
    if (number > Math.max(1, current) && number < (next?.number ?? Infinity)) next = { url, number };
  }
  return next?.url;
}
