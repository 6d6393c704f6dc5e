/** The name of an album on its own page: not that of the site, which stands on all pages. */
import { foldWords } from '../../../core/text/fold-words.ts';
import { TITLE_NAME } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';
import { isWithin, namesOf } from './page-parts.ts';

/** The headings of a section of the site, folded. */
const SECTION =
  /^(?:thu vien|album|kho|tin|chuyen muc|danh muc)?(?: ?(?:hinh )?anh| ?video| va | ?multimedia| ?album| ?media)*(?: hoat dong)?$/;
/** How the names of organisations and portals begin, folded. */
const ORGANISATION = /^(?:truong|hoc vien|trung tam|cong thong tin|trang thong tin|trang tin|website)\b/;
/** A page's title with the name of its site at the end. */
const TITLE_WITH_SITE = /^(.*\S)(?:\s+[-–—|»:·•]+\s+|\s*[|»]\s*)(\S.*)$/s;

/**
 * The heading of an album: of those above its photos that are not the name of the site, the one in the page's title,
 * else the page's `h1`, else the last.
 *
 * @param area the element that contains the photos
 * @param firstPhoto the first of them
 * @param aside parts of the page without content
 */
export function albumHeading(
  page: HtmlPage,
  area: Element,
  firstPhoto: Element,
  aside: ReadonlySet<Element>,
): Element | undefined {
  const words = (each: Element) => foldWords(page.textLine(each) ?? '');
  const isSiteName = siteNameTest(page);
  const isHeading = (each: Element) => words(each) !== '' && !isWithin(each, aside);
  const headings = visibleElements(page.root, /^h[1-4]$/).filter(isHeading);
  const own = headings.filter((each) => !isSiteName(each));
  const inside = new Set(own.filter((each) => isWithin(each, new Set([area]))));
  // Several headings among the photos are those of parts of the album.
  const isOfPart = (each: Element) => inside.size > 1 && each.name !== 'h1' && inside.has(each);
  const isAbove = (each: Element) => each.startIndex! < firstPhoto.startIndex! && !isOfPart(each);
  const above = own.filter(isAbove);
  const titles = [page.meta('og:title') ?? '', page.title].map(foldWords);
  const isInTitle = (each: Element) => titles.some((title) => title.startsWith(words(each)));
  // An organisation is rather the school than what an album shows, unless the page is named after it.
  const isVague = (text: string) =>
    SECTION.test(text) ||
    (ORGANISATION.test(text) && titles.every((title) => title === text || !title.startsWith(text)));
  const named = above.filter((each) => !isVague(words(each)));
  const best = named.length ? named : above;
  return (
    best.find(isInTitle) ??
    best.find(({ name }) => name === 'h1') ??
    best.at(-1) ??
    visibleElements(page.root)
      .filter(
        (each) => TITLE_NAME.test(namesOf(each)) && isHeading(each) && isAbove(each) && !isSiteName(each),
      )
      .at(-1) ??
    own[0]
  );
}

/** Whether a heading is the name of the site: by what the page states, or since it leads to the front page. */
function siteNameTest(page: HtmlPage): (heading: Element) => boolean {
  const [, , site = ''] = TITLE_WITH_SITE.exec(page.title) ?? [];
  const [stated, inTitle] = [page.meta('og:site_name') ?? '', site].map(foldWords);
  const home = new URL('/', page.url).href;
  return (heading) => {
    const text = foldWords(page.textLine(heading) ?? '');
    const links = [...visibleElements(heading, /^a$/), ...selfAndAncestors(heading)];
    return (
      text === stated ||
      (text === inTitle && ORGANISATION.test(text)) ||
      links.some(({ name, attribs }) => name === 'a' && page.resolveUrl(attribs.href) === home)
    );
  };
}

/** The name of an album by the head of its page, without the name of the site. */
export function titleInHead(page: HtmlPage): string {
  const stated = page.meta('og:site_name');
  const shared = page.meta('og:title');
  const title = shared && shared !== stated ? shared : page.title;
  const [, own, site] = TITLE_WITH_SITE.exec(title) ?? [];
  return site && (site === stated || ORGANISATION.test(foldWords(site))) ? own! : title;
}
