/** Imports and exports subscriptions as OPML 2.0 (http://opml.org/spec2.opml), the format of other feed readers. */

import { type Outline, readOutlines } from '../../core/read/xml/opml.ts';
import { line } from '../../core/text/normalize.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';
import { withoutFeedScheme } from '../schools/addresses.ts';
import { httpAddress, MAX_NAME_CHARS } from '../store/fields.ts';
import type { ListedSchool } from '../store/schema.ts';
import { MAX_FEEDS } from '../store/school-schema.ts';

/** A school, or any other site, with its feeds. */
export type Subscription = Omit<ListedSchool, 'id'> & { home: string };

/** What an OPML file contains. */
export interface OpmlContent {
  subscriptions: Subscription[];
  /** The names of feeds without a usable URL. */
  invalid: string[];
  /** The names of feeds beyond the limits. */
  beyond: string[];
}

/** The category that marks feeds of documents; other readers ignore it. */
const DOCUMENTS_CATEGORY = 'tct/documents';

/** Sites read from one file, for the user to choose from. */
export const MAX_SITES = 20_000;
/** Outlines between two reports of progress. */
const PROGRESS_STEP = 200;

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
export function writeOpml(title: string, subscriptions: readonly Omit<ListedSchool, 'id'>[]): string {
  const folders = subscriptions.map(({ name, home, news, documents }) => {
    const site = { text: name, ...(home && { htmlUrl: home }) };
    const feed = { type: 'rss', ...site };
    return outline('    ', site, [
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

const usableUrl = (address: string | undefined) =>
  httpAddress(httpUrl(address && withoutFeedScheme(address)));

/** A subscription to one feed of an outline. A folder with a homepage is a school; others only sort feeds. */
function toSubscription(url: string, feed: Outline, folder: Outline | undefined): Subscription {
  const school = usableUrl(folder?.home) ? folder : undefined;
  const { host, origin } = new URL(url);
  const home = usableUrl(school?.home) ?? usableUrl(feed.home) ?? `${origin}/`;
  const name = school?.name ?? feed.name ?? host;
  return { name: line(name, MAX_NAME_CHARS) ?? host, home, news: [], documents: [] };
}

/**
 * Reads the OPML file of any feed reader. Feeds with the same homepage, or without one on the same host, become one
 * school. Duplicate feeds are skipped.
 *
 * @param onProgress receives the part that has been read, 0 to 1
 * @throws Error if the text is not OPML
 */
export function readOpml(text: string, onProgress?: (part: number) => void): OpmlContent {
  const byHome = new Map<string, Subscription>();
  const seenUrls = new Set<string>();
  const invalid: string[] = [];
  const beyond: string[] = [];
  const outlines = onProgress ? text.split(/<outline\b/i).length : 0;
  let visited = 0;
  const add = (url: string, feed: Outline, folder: Outline | undefined): void => {
    const fresh = toSubscription(url, feed, folder);
    const key = canonicalUrl(fresh.home);
    const subscription = byHome.get(key) ?? fresh;
    const isDocuments = feed.category?.includes(DOCUMENTS_CATEGORY);
    const feeds = subscription[isDocuments ? 'documents' : 'news'];
    if (feeds.length >= MAX_FEEDS || (subscription === fresh && byHome.size >= MAX_SITES))
      return void beyond.push(fresh.name);
    feeds.push(url);
    byHome.set(key, subscription);
  };
  readOutlines(text, (feed, folder) => {
    const url = usableUrl(feed.feed);
    if (feed.feed && !url) invalid.push(feed.name ?? feed.feed);
    if (url && !seenUrls.has(canonicalUrl(url))) {
      seenUrls.add(canonicalUrl(url));
      add(url, feed, folder);
    }
    if (++visited % PROGRESS_STEP === 0) onProgress?.(Math.min(1, visited / outlines));
  });
  return { subscriptions: [...byHome.values()], invalid, beyond };
}
