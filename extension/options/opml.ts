/** Subscriptions as other feed readers write and read them: OPML 2.0 (http://opml.org/spec2.opml). */

import type { XmlElement } from '../../core/read/xml/element.ts';
import { parseXml } from '../../core/read/xml/parse.ts';
import { oneLine } from '../../core/text/normalize.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';
import type { Listed } from '../store/schema.ts';

/** A school, or any site, with its feeds. */
export type Subscription = Omit<Listed, 'id'>;

/** The category that tells documents from news; other readers pass it over. */
const DOCUMENTS = 'tct/documents';

/** What XML 1.0 cannot hold, even escaped. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

function outline(indent: string, given: Record<string, string>, children: string[] = []): string {
  const attributes = Object.entries(given).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `${indent}<outline${attributes.join('')}`;
  return children.length ? `${open}>\n${children.join('\n')}\n${indent}</outline>` : `${open} />`;
}

/**
 * The file: a folder a school, its feeds in it.
 *
 * @param title what the file calls itself
 */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  const folders = subscriptions.map(({ name, home, news, documents }) => {
    const feed = { type: 'rss', text: name, htmlUrl: home };
    return outline('    ', { text: name, htmlUrl: home }, [
      ...news.map((xmlUrl) => outline('      ', { ...feed, xmlUrl })),
      ...documents.map((xmlUrl) => outline('      ', { ...feed, xmlUrl, category: DOCUMENTS })),
    ]);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(title)}</title>
  </head>
  <body>
${folders.join('\n')}
  </body>
</opml>
`;
}

/** The first of several attributes that says anything; readers disagree on names, and the scanner on capitals. */
function given(outline: XmlElement | undefined, ...names: string[]): string | undefined {
  return names.map((name) => oneLine(outline?.attribute(name) ?? '')).find(Boolean);
}

/**
 * The subscriptions of any reader's file. Feeds of one homepage, or without one of the same host, are one school; a
 * feed that is there twice counts once; what has no usable address is passed over.
 *
 * @throws Error where the text is no OPML
 */
export function readOpml(text: string): Subscription[] {
  const root = parseXml(text).children.find(({ name }) => name === 'opml');
  if (!root) throw new Error('no opml element');
  const found = new Map<string, Subscription>();
  const seen = new Set<string>();
  const visit = (feed: XmlElement, folder?: XmlElement): void => {
    const url = httpUrl(given(feed, 'xmlurl', 'url'));
    if (url && !seen.has(canonicalUrl(url))) {
      seen.add(canonicalUrl(url));
      // A folder that has a homepage is a school; one without is a reader's own order.
      const school = httpUrl(given(folder, 'htmlurl')) ? folder : undefined;
      const { host, origin } = new URL(url);
      const home = httpUrl(given(school, 'htmlurl')) ?? httpUrl(given(feed, 'htmlurl')) ?? `${origin}/`;
      const name = (given(school, 'text', 'title') ?? given(feed, 'text', 'title') ?? host).slice(0, 200);
      const of = found.get(canonicalUrl(home)) ?? { name, home, news: [], documents: [] };
      of[given(feed, 'category')?.includes(DOCUMENTS) ? 'documents' : 'news'].push(url);
      found.set(canonicalUrl(home), of);
    }
    for (const child of feed.all('outline')) visit(child, feed);
  };
  for (const body of root.all('body')) for (const child of body.all('outline')) visit(child);
  return [...found.values()];
}
