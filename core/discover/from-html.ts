import type { ReadContext } from '../model/feed.ts';
import { decodeBytes } from '../read/charset.ts';
import { htmlToText } from '../read/html/to-text.ts';
import { parseAttributes } from '../read/markup/attributes.ts';
import { fold } from '../text/fold.ts';
import { line } from '../text/normalize.ts';
import { canonicalUrl, httpUrl } from '../url.ts';

export type Cms = 'WordPress' | 'NukeViet' | 'Liferay' | 'Joomla' | 'DotNetNuke' | 'SharePoint' | 'Drupal';

/** A source that a site probably has. */
export interface SourceProposal {
  url: string;
  kind: 'news' | 'documents' | 'gallery';
  /** Its title on the page. */
  title?: string;
  /** Whether the page links to it. If not, it is where the CMS usually has a feed, and may not exist. */
  declared: boolean;
}

/** The sources that a page suggests, and the CMS it was made with. */
export interface ProposedSources {
  cms?: Cms;
  /** Best first. */
  proposals: SourceProposal[];
}

/** Homepages are smaller, and feeds are declared near the start. */
const MAX_PAGE_CHARS = 2_000_000;
const TAG = /<(link|a|base)\b([^<>]{0,2000})>/gi;
const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|xml|json)$/i;
/** Links that look like feeds although the page does not declare them. */
const FEED_ADDRESS =
  /\/(?:rss|feeds?|atom)(?:\/|\.xml|\.aspx|\.php|$)|[?&](?:format=feed|op=rss|feed=(?:rss2?|atom))|listfeed\.aspx|\/asset_publisher\/\w+\/rss|\.(?:rss|rdf)$/i;
/** Feeds of comments, data of single pages, embeds. */
const NOT_NEWS = /comments?\b|\/feed\/?\?|oembed|wp\/v2\/(?:pages|posts|users)\/\d+|xmlrpc|\/rsd/i;
const DOCUMENTS_URL = /laws|van-?ban|vanban|documents?|download|tai-lieu/i;
const GALLERY_URL = /gallery|album|thu-vien-anh|photos?|media\?/i;

const CMS_MARKS: [Cms, RegExp][] = [
  ['WordPress', /generator"[^>]*wordpress|\/wp-content\/|\/wp-json\//i],
  [
    'NukeViet',
    /generator"[^>]*nukeviet|nv_base_siteurl|\/themes\/[^/"']+\/js\/main\.js|nv-open|language=vi&(?:amp;)?nv=/i,
  ],
  ['Liferay', /liferay|\/-\/asset_publisher\/|portlet-boundary/i],
  ['Joomla', /generator"[^>]*joomla|\/media\/jui\/|option=com_content/i],
  ['DotNetNuke', /generator"[^>]*dotnetnuke|\bdnn_ctr\d+|\/desktopmodules\//i],
  ['SharePoint', /generator"[^>]*sharepoint|\/_layouts\/15\/|_spPageContextInfo/i],
  ['Drupal', /generator"[^>]*drupal|drupalSettings|\/sites\/default\/files\//i],
];

const CMS_FEED_PATHS: Partial<Record<Cms, [path: string, kind: SourceProposal['kind']][]>> = {
  WordPress: [
    ['wp-json/wp/v2/posts?_embed&per_page=50', 'news'],
    ['feed/', 'news'],
    ['wp-json/wp/v2/media?media_type=application&per_page=50', 'documents'],
    ['wp-json/wp/v2/media?media_type=image&per_page=50', 'gallery'],
  ],
  NukeViet: [
    ['vi/news/rss/', 'news'],
    ['rss/', 'news'],
    ['index.php?language=vi&nv=news&op=rss', 'news'],
    ['vi/laws/rss/', 'documents'],
  ],
  Joomla: [
    ['?format=feed&type=rss', 'news'],
    ['?format=feed&type=atom', 'news'],
  ],
  Drupal: [['rss.xml', 'news']],
};

function kindOf(url: string, title = ''): SourceProposal['kind'] {
  const words = `${url} ${fold(title)}`;
  return DOCUMENTS_URL.test(words) || /van ban/i.test(words)
    ? 'documents'
    : GALLERY_URL.test(words)
      ? 'gallery'
      : 'news';
}

/** Feed URLs of Liferay and DotNetNuke, which contain the ids of blocks in the page. */
function blockFeeds(html: string, cms: Cms | undefined, home: string): (string | undefined)[] {
  if (cms === 'Liferay') {
    const page = /^https?:\/\/[^/?#]+([^?#]*?)\/?(?:[?#]|$)/.exec(home)?.[1] || '/web/guest';
    return [...html.matchAll(/(?:AssetPublisherPortlet|_101)_INSTANCE_(\w+?)_?(?=["'&\s])/g)].map(([, id]) =>
      httpUrl(`${page}/-/asset_publisher/${id}/rss`, home),
    );
  }
  if (cms === 'DotNetNuke') {
    const tab = /tabid[=/](\d+)/i.exec(html)?.[1];
    return tab
      ? [...html.matchAll(/dnn_ctr(\d+)_/g)].map(([, id]) =>
          httpUrl(`/rss.aspx?TabID=${tab}&ModuleID=${id}`, home),
        )
      : [];
  }
  return [];
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
  const cms = CMS_MARKS.find(([, mark]) => mark.test(html))?.[0];
  let base = source.url;
  const found: SourceProposal[] = [];
  const add = (
    href: string | undefined,
    declared: boolean,
    title?: string,
    kind?: SourceProposal['kind'],
  ) => {
    const url = httpUrl(href, base);
    if (url && !NOT_NEWS.test(url))
      found.push({ url, kind: kind ?? kindOf(url, title), declared, ...(title && { title }) });
  };
  const linked: [string, string | undefined][] = [];
  for (const [tag, name, raw] of html.matchAll(TAG)) {
    const given = parseAttributes(raw!);
    const href = given.get('href');
    if (/^base$/i.test(name!)) base = httpUrl(href, base) ?? base;
    else if (/^link$/i.test(name!)) {
      const feed = /\balternate\b/i.test(given.get('rel') ?? '') && FEED_TYPE.test(given.get('type') ?? '');
      if (feed && /json$/i.test(given.get('type')!) && !/feed/i.test(given.get('type')!)) continue;
      if (feed) add(href, true, line(given.get('title'), 100));
    } else if (/^a$/i.test(name!) && href && FEED_ADDRESS.test(href)) {
      const at = html.indexOf(tag) + tag.length;
      linked.push([href, line(htmlToText(html.slice(at, at + 200).split(/<\/a>/i)[0]!).text, 100)]);
    }
  }
  for (const [href, title] of linked) add(href, true, title);
  const home = httpUrl('/', base);
  if (home) {
    for (const url of blockFeeds(html, cms, source.url)) add(url, false);
    for (const [path, kind] of CMS_FEED_PATHS[cms!] ?? []) add(home + path, false, undefined, kind);
  }
  const unique = new Map<string, SourceProposal>();
  for (const proposal of found) {
    const key = canonicalUrl(proposal.url);
    if (!unique.has(key)) unique.set(key, proposal);
  }
  return { ...(cms && { cms }), proposals: [...unique.values()].slice(0, 50) };
}
