import type { ReadContext } from '../model/feed.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { decodeBytes } from '../read/charset.ts';
import { htmlToText } from '../read/html/to-text.ts';
import { parseAttributes } from '../read/markup/attributes.ts';
import { line } from '../text/normalize.ts';
import { canonicalUrl, httpUrl } from '../url.ts';
import { type Cms, knownPlaces, recognizeCms, siteRoot } from './cms.ts';
import { kindOfName, listLikelihood } from './list-names.ts';
import { REST_RELATION, restRoot } from './wordpress.ts';

/** A source that a site probably has. */
export interface SourceProposal {
  url: string;
  kind: 'news' | 'documents' | 'gallery';
  /** Its title on the page. */
  title?: string;
  /** Whether the page links to it. If not, it is where the CMS usually has a feed, and may not exist. */
  declared: boolean;
  /** It repeats what others have: worth trying only if they do not work. */
  isFallback?: true;
}

/** The sources that a page suggests, and the CMS it was made with. */
export interface ProposedSources {
  cms?: Cms;
  /** The address of the site: the page's host, or the folder that the page says it is in. */
  root?: string;
  /** The root of WordPress's REST API, if the page names it. */
  rest?: string;
  /** Best first. */
  proposals: SourceProposal[];
}

/** Homepages are smaller, and feeds are declared near the start. */
const MAX_PAGE_CHARS = 2_000_000;
const TAG = /<(link|a|base)\b([^<>]{0,2000})>/gi;
const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|xml|json)$/i;
/** Links that look like feeds although the page does not declare them. */
const FEED_ADDRESS =
  /\/(?:rss|feeds?|atom)(?:\/|\.xml|\.aspx|\.php|\.html?|$)|[?&](?:format=feed|op=rss|feed=(?:rss2?|atom))|listfeed\.aspx|\/asset_publisher\/\w+\/rss|\.(?:rss|rdf)$/i;
/** Feeds of comments, data of single pages, embeds. */
const NOT_NEWS = /comments?\b|\/feed\/?\?|oembed|wp\/v2\/(?:pages|posts|users)\/\d+|xmlrpc|\/rsd/i;
const DOCUMENTS_URL = /laws|van-?ban|vanban|documents?|download|tai-lieu/i;
const GALLERY_URL = /gallery|album|thu-vien-anh|photos?|media\?/i;

/** Joomla's items of a menu: an element with the item's id around a link. */
const MENU_ITEM =
  /<li\b[^<>]{0,300}(?:\bitem-\d+|sp-menu-item|\bdata-id=["']?\d+)[^<>]{0,300}>\s{0,50}<a\b([^<>]{0,1000})>/gi;
/** Menu items whose feeds are proposed at most. */
const MAX_MENU_FEEDS = 12;
/** Drupal's pages of posts with a term, which have a feed each. */
const TERM_PAGE = /\/taxonomy\/term\/\d+\/?$/;

function kindOf(url: string, title = ''): SourceProposal['kind'] {
  const named = kindOfName(title);
  if (named) return named;
  return DOCUMENTS_URL.test(url) ? 'documents' : GALLERY_URL.test(url) ? 'gallery' : 'news';
}

/** The text of a link, from the end of its opening tag. */
const linkText = (html: string, at: number) =>
  line(htmlToText(html.slice(at, at + 200).split(/<\/a/i)[0]!).text, 100);

interface MenuLink {
  href: string;
  title: string;
}

/** The items of a Joomla page's menus, those first that are likely to be lists of posts. */
function menuLinks(html: string): MenuLink[] {
  const found: MenuLink[] = [];
  for (const { 0: tag, 1: raw, index } of html.matchAll(MENU_ITEM)) {
    const href = parseAttributes(raw!).get('href');
    const title = linkText(html, index + tag.length);
    const isPage =
      href &&
      !/^#|^javascript:|\.(?!html|php)\w{2,4}$|option=com_(?:users|contact|wrapper|search)/i.test(href);
    if (isPage && title && listLikelihood(title)) found.push({ href, title });
  }
  return found.sort((a, b) => listLikelihood(b.title) - listLikelihood(a.title));
}

/** The address of the feed that Joomla makes of every list. */
function joomlaFeed(page: string | undefined): string | undefined {
  const url = page?.replace(/#.*/s, '');
  return url && `${url}${url.includes('?') ? '&' : '?'}format=feed&type=rss`;
}

/**
 * Proposes the sources of a site from one of its pages: feeds that the page declares (`<link rel=alternate>`), links
 * that look like feeds, and the usual feeds of its CMS. Fetches nothing: try proposals with `tryProposals`.
 *
 * @param body the bytes of the page, or its text if it is decoded already
 * @param source where the page came from
 * @returns at most 50 proposals, declared ones first
 */
export function proposeSources(body: Uint8Array | string, source: ReadContext): ProposedSources {
  const html = (typeof body === 'string' ? body : decodeBytes(body, source.contentType)).slice(
    0,
    MAX_PAGE_CHARS,
  );
  const cms = recognizeCms(html);
  let base = source.url;
  let rest: string | undefined;
  const found: SourceProposal[] = [];
  const add = (href: string | undefined, more: Partial<SourceProposal> & { declared: boolean }) => {
    const url = httpUrl(href, base);
    if (url && !NOT_NEWS.test(url))
      found.push({ url, kind: kindOf(url, more.title), ...omitUndefined(more) });
  };
  const linked: [href: string, title: string | undefined][] = [];
  const terms: [href: string, title: string | undefined][] = [];
  for (const { 0: tag, 1: name, 2: raw, index } of html.matchAll(TAG)) {
    const given = parseAttributes(raw!);
    const href = given.get('href');
    const rel = given.get('rel') ?? '';
    if (/^base$/i.test(name!)) base = httpUrl(href, base) ?? base;
    else if (/^link$/i.test(name!)) {
      if (rel === REST_RELATION) rest = restRoot(href, base);
      const type = given.get('type') ?? '';
      const isFeed =
        /\balternate\b/i.test(rel) && FEED_TYPE.test(type) && (!/json$/i.test(type) || /feed/i.test(type));
      if (isFeed) add(href, { declared: true, title: line(given.get('title'), 100) });
    } else if (href && FEED_ADDRESS.test(href)) linked.push([href, linkText(html, index + tag.length)]);
    else if (href && TERM_PAGE.test(href) && /^(?:Drupal|Backdrop)$/.test(cms ?? ''))
      terms.push([href.replace(/\/?$/, '/feed'), linkText(html, index + tag.length)]);
  }
  for (const [href, title] of linked) add(href, { declared: true, title });
  const root = siteRoot(html, cms, base);
  if (cms && root) {
    for (const { url, ...place } of knownPlaces(html, cms, source.url, root, rest))
      add(url, { ...place, declared: false });
    if (cms === 'Joomla')
      for (const { href, title } of menuLinks(html).slice(0, MAX_MENU_FEEDS))
        add(joomlaFeed(httpUrl(href, base)), { declared: false, title });
    for (const [href, title] of terms) add(href, { declared: false, title });
  }
  const unique = new Map<string, SourceProposal>();
  for (const proposal of found) {
    const key = canonicalUrl(proposal.url);
    if (!unique.has(key)) unique.set(key, proposal);
  }
  return {
    ...(cms && { cms }),
    ...(root && { root }),
    ...(rest && { rest }),
    proposals: [...unique.values()].slice(0, 50),
  };
}
