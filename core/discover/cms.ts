/** What a page tells about the system it was made with, and where that system has its feeds. */
import type { ListKind } from '../config/cluster.ts';
import { stripScheme } from '../identity/post-key.ts';
import { httpUrl } from '../url.ts';
import { DEFAULT_POSTS, POSTS_QUERY, plainRestRoot, restUrl, siteOfRest } from './wordpress.ts';

export type Cms =
  | 'WordPress'
  | 'NukeViet'
  | 'Liferay'
  | 'Joomla'
  | 'DotNetNuke'
  | 'SharePoint'
  | 'Backdrop'
  | 'Drupal';

const CMS_MARKS: [Cms, RegExp][] = [
  ['WordPress', /generator"[^>]*wordpress|\/wp-content\/|\/wp-json\/|rel=["']https:\/\/api\.w\.org\//i],
  [
    'NukeViet',
    /generator"[^>]*nukeviet|nv_base_siteurl|\/themes\/[^/"']+\/js\/main\.js|nv-open|language=vi&(?:amp;)?nv=/i,
  ],
  ['Liferay', /liferay|\/-\/asset_publisher\/|portlet-boundary/i],
  ['Joomla', /generator"[^>]*joomla|\/media\/jui\/|joomla-script-options|option=com_content/i],
  ['DotNetNuke', /generator"[^>]*dotnetnuke|\bdnn_ctr\d+|\/desktopmodules\//i],
  ['SharePoint', /generator"[^>]*sharepoint|\/_layouts\/(?:15\/)?|_spPageContextInfo/i],
  ['Backdrop', /generator"[^>]*backdrop cms|Backdrop\.settings/i],
  ['Drupal', /generator"[^>]*drupal|drupal-?settings|Drupal\.settings|\/sites\/default\/files\//i],
];

export function recognizeCms(html: string): Cms | undefined {
  return CMS_MARKS.find(([, mark]) => mark.test(html))?.[0];
}

/** Where pages state the path of their site, if it lies in a folder. */
const ROOT_MARKS: Partial<Record<Cms, RegExp>> = {
  WordPress: /["'(]((?:https?:)?\/\/[^/"'()\s]+\/[^"'()\s]*?|\/[^"'()\s]*?)wp-(?:content|includes)\//,
  NukeViet: /nv_base_siteurl\s*=\s*["']([^"']+)/,
  Joomla: /"system\.paths":\{"root":"([^"]*)"/,
  Backdrop: /"base[Pp]ath":"([^"]*)"/,
  Drupal: /"base(?:Path|Url)":"([^"]*)"/,
  DotNetNuke: /`sf_siteRoot`:`([^`]+)`/,
  SharePoint: /webServerRelativeUrl"?:\s*"([^"]*)"/,
};

/**
 * The address of the site that a page belongs to, with a slash at the end: a folder if the page is in it and says so.
 *
 * @param url of the page
 */
export function siteRoot(html: string, cms: Cms | undefined, url: string): string | undefined {
  const stated = (cms && ROOT_MARKS[cms]?.exec(html)?.[1])?.replaceAll('\\/', '/').replaceAll('\\u002f', '/');
  const root = httpUrl(stated?.replace(/\/*$/, '/'), url)?.replace(/[?#].*/s, '');
  const top = httpUrl('/', url);
  return root && stripScheme(url).startsWith(stripScheme(root))
    ? httpUrl(root.replace(/^https?:\/\/[^/]+/i, ''), url)
    : top;
}

/** An address where a site's system usually has a source. */
export interface KnownPlace {
  url: string | undefined;
  kind: ListKind;
  /** Try it only if the site has nothing better of its kind: it repeats what others have. */
  isFallback?: true;
}

const PATHS: Partial<Record<Cms, [path: string, kind: ListKind, isFallback?: true][]>> = {
  NukeViet: [
    ['vi/news/rss/', 'news', true],
    ['rss/', 'news', true],
    ['index.php?language=vi&nv=news&op=rss', 'news', true],
    ['vi/laws/rss/', 'documents'],
    ['laws/rss/', 'documents', true],
    ['index.php?language=vi&nv=laws&op=rss', 'documents', true],
  ],
  Joomla: [
    ['?format=feed&type=rss', 'news'],
    ['?format=feed&type=atom', 'news', true],
  ],
  Drupal: [['rss.xml', 'news']],
  Backdrop: [['rss.xml', 'news']],
};

/** Pages where a system usually has a list without a feed, for sites whose menu does not name it. */
const PAGES: Partial<Record<Cms, [path: string, kind: ListKind][]>> = {
  NukeViet: [
    ['photos/', 'gallery'],
    ['vi/photos/', 'gallery'],
    ['album/', 'gallery'],
    ['laws/', 'documents'],
  ],
};

/** @param root of the site, from `siteRoot` */
export const knownPages = (cms: Cms | undefined, root: string): { url: string; kind: ListKind }[] =>
  ((cms && PAGES[cms]) ?? []).map(([path, kind]) => ({ url: root + path, kind }));

/**
 * @param rest the root of the REST API, if the page names it. Otherwise it is where permalinks put it, or it works only
 *   without them.
 */
function wordPressPlaces(root: string, rest: string | undefined): KnownPlace[] {
  const roots = rest ? [rest] : [`${root}wp-json/`, plainRestRoot(root)];
  const feed = rest?.includes('?') ? '?feed=rss2' : 'feed/';
  const media = (type: string) =>
    roots.map((each) => restUrl(each, 'media', `media_type=${type}&per_page=${DEFAULT_POSTS}`));
  return [
    ...roots.map((each) => ({ url: restUrl(each, 'posts', POSTS_QUERY), kind: 'news' }) as const),
    { url: (rest ? siteOfRest(rest) : root) + feed, kind: 'news' },
    ...media('application').map((url) => ({ url, kind: 'documents' }) as const),
    ...media('image').map((url) => ({ url, kind: 'gallery', isFallback: true }) as const),
  ];
}

const distinct = (texts: Iterable<string>) => [...new Set(texts)];

/** Feeds of Liferay's blocks, which contain their ids. */
function liferayPlaces(html: string, url: string): KnownPlace[] {
  const page = /^https?:\/\/[^/?#]+([^?#]*?)\/?(?:[?#]|$)/.exec(url)?.[1] || '/web/guest';
  const ids = [...html.matchAll(/(?:AssetPublisherPortlet|_101)_INSTANCE_(\w+?)_?(?=["'&\s])/g)];
  return distinct(ids.map(([, id]) => id!)).map((id) => ({
    url: httpUrl(`${page}/-/asset_publisher/${id}/rss`, url),
    kind: 'news',
  }));
}

/** Feeds of DotNetNuke's modules, by the ids of the page and its blocks. */
function dotNetNukePlaces(html: string, root: string): KnownPlace[] {
  const tab = /tabid[=/](\d+)|sf_tabId`:`(\d+)/i.exec(html);
  const tabId = tab?.[1] ?? tab?.[2];
  if (!tabId) return [];
  const modules = [...html.matchAll(/(?:dnn_ctr|DnnModule-)(\d+)(?!\d)/g)];
  return distinct(modules.map(([, id]) => id!)).map((id) => ({
    url: `${root}rss.aspx?TabID=${tabId}&ModuleID=${id}`,
    kind: 'news',
  }));
}

/** Feeds of the SharePoint lists and libraries that a page shows. */
function sharePointPlaces(html: string, root: string): KnownPlace[] {
  const layouts = /\/_layouts\/15\//i.test(html) ? '_layouts/15' : '_layouts';
  const lists = html.matchAll(
    /\blist(?:id|name)?["']?\s{0,5}[=:]\s{0,5}(?:\\?["'])?(?:%7b|\{|\\u007b)?([\da-f]{8}(?:-|%2d)[\da-f]{4}(?:-|%2d)[\da-f]{4}(?:-|%2d)[\da-f]{4}(?:-|%2d)[\da-f]{12})/gi,
  );
  return distinct([...lists].map(([, id]) => id!.replace(/%2d/gi, '-').toLowerCase())).map((id) => ({
    url: `${root}${layouts}/listfeed.aspx?List=%7B${id}%7D`,
    kind: 'news',
  }));
}

/**
 * The usual addresses of a system's sources, best first.
 *
 * @param url of the page
 * @param root of the site, from `siteRoot`
 * @param rest the root of WordPress's REST API, if the page names it
 */
export function knownPlaces(
  html: string,
  cms: Cms,
  url: string,
  root: string,
  rest: string | undefined,
): KnownPlace[] {
  if (cms === 'WordPress') return wordPressPlaces(root, rest);
  const blocks =
    cms === 'Liferay'
      ? liferayPlaces(html, url)
      : cms === 'DotNetNuke'
        ? dotNetNukePlaces(html, root)
        : cms === 'SharePoint'
          ? sharePointPlaces(html, root)
          : [];
  const usual = (PATHS[cms] ?? []).map(
    ([path, kind, isFallback]): KnownPlace => ({
      url: root + path,
      kind,
      ...(isFallback && { isFallback }),
    }),
  );
  return [...blocks, ...usual];
}
