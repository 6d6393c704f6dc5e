/** Imports and exports subscriptions as OPML 2.0 (http://opml.org/spec2.opml), the format of other feed readers. */

import type { XmlElement } from '../../core/read/xml/element.ts';
import { parseXml } from '../../core/read/xml/parse.ts';
import { oneLine } from '../../core/text/normalize.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';
import type { ListedSchool } from '../store/schema.ts';

/** A school, or any other site, with its feeds. */
export type Subscription = Omit<ListedSchool, 'id'>;

/** The category that marks feeds of documents; other readers ignore it. */
const DOCUMENTS_CATEGORY = 'tct/documents';

const MAX_NAME_CHARS = 200;

/** Characters that XML 1.0 does not allow, not even escaped. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string) =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ESCAPES[character]!);

function outline(indent: string, attributes: Record<string, string>, children: string[] = []): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const tag = `${indent}<outline${list.join('')}`;
  return children.length ? `${tag}>\n${children.join('\n')}\n${indent}</outline>` : `${tag} />`;
}

/**
 * Writes an OPML file with one folder for each school.
 *
 * @param title of the file
 */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  const folders = subscriptions.map(({ name, home, news, documents }) => {
    const feed = { type: 'rss', text: name, htmlUrl: home };
    return outline('    ', { text: name, htmlUrl: home }, [
      ...news.map((xmlUrl) => outline('      ', { ...feed, xmlUrl })),
      ...documents.map((xmlUrl) => outline('      ', { ...feed, xmlUrl, category: DOCUMENTS_CATEGORY })),
    ]);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title)}</title>
  </head>
  <body>
${folders.join('\n')}
  </body>
</opml>
`;
}

/** The first of several attributes that is not blank. Names are lower-case: readers differ in their capitals. */
function firstAttribute(element: XmlElement | undefined, ...names: string[]): string | undefined {
  return names.map((name) => oneLine(element?.attribute(name) ?? '')).find(Boolean);
}

/**
 * Reads the OPML file of any feed reader. Feeds with the same homepage, or without one on the same host, become one
 * school. Duplicate feeds and feeds without a usable URL are skipped.
 *
 * @throws Error if the text is not OPML
 */
export function readOpml(text: string): Subscription[] {
  const root = parseXml(text).children.find(({ name }) => name === 'opml');
  if (!root) throw new Error('no opml element');
  const byHome = new Map<string, Subscription>();
  const seenUrls = new Set<string>();
  const visit = (feed: XmlElement, folder?: XmlElement): void => {
    const url = httpUrl(firstAttribute(feed, 'xmlurl', 'url'));
    if (url && !seenUrls.has(canonicalUrl(url))) {
      seenUrls.add(canonicalUrl(url));
      // A folder with a homepage is a school; others are merely how the user sorts feeds.
      const school = httpUrl(firstAttribute(folder, 'htmlurl')) ? folder : undefined;
      const { host, origin } = new URL(url);
      const home =
        httpUrl(firstAttribute(school, 'htmlurl')) ??
        httpUrl(firstAttribute(feed, 'htmlurl')) ??
        `${origin}/`;
      const name = firstAttribute(school, 'text', 'title') ?? firstAttribute(feed, 'text', 'title') ?? host;
      const subscription = byHome.get(canonicalUrl(home)) ?? {
        name: name.slice(0, MAX_NAME_CHARS),
        home,
        news: [],
        documents: [],
      };
      const isDocuments = firstAttribute(feed, 'category')?.includes(DOCUMENTS_CATEGORY);
      subscription[isDocuments ? 'documents' : 'news'].push(url);
      byHome.set(canonicalUrl(home), subscription);
    }
    for (const child of feed.all('outline')) visit(child, feed);
  };
  for (const body of root.all('body')) for (const child of body.all('outline')) visit(child);
  return [...byHome.values()];
}
