import type { Feed, Source } from '../feed.ts';
import { safeLink } from '../link.ts';
import { line } from '../text.ts';
import { decode } from './charset.ts';
import { composeFeed } from './compose.ts';
import { readHtml } from './html.ts';
import { dropMinute, printsMonthForMinute } from './nukeviet.ts';
import { lineOf, proseOf } from './prose.ts';
import { readRhythm } from './rhythm.ts';
import { parseXml, type XmlElement } from './xml.ts';
import { atomLink, first, mediaOf, pageLink, peopleOf, readXmlItem } from './xml-item.ts';

const ROOT = /<(?:[a-z][\w.-]*:)?(?:rss|rdf|feed|channel|entry)(?=[\s>/])/gi;
const ROOTS = /^(?:rss|(?:rdf:)?rdf|channel|(?:atom:)?(?:feed|entry))$/;
const PEOPLE = ['managingeditor', 'webmaster', 'itunes:owner', 'dc:publisher'];

/**
 * The root of the feed in a text, if there is one. Warnings that PHP prints before the prolog are passed over, and what
 * comments say; a page that merely shows a feed's source is no feed.
 */
function feedRoot(text: string): XmlElement | undefined {
  let at = -1;
  for (let from = 0; at < 0; ) {
    ROOT.lastIndex = from;
    const found = ROOT.exec(text)?.index;
    if (found === undefined) return undefined;
    const comment = text.lastIndexOf('<!--', found);
    const end = comment < from ? -1 : text.indexOf('-->', comment);
    if (end > found) from = end + 3;
    else at = found;
  }
  const before = text.slice(0, at).replace(/<!--[\s\S]*?-->/g, '');
  if (/<!doctype html|<html[\s>]|<body[\s>]/i.test(before)) return undefined;
  return parseXml(text.slice(at)).children.find(({ name }) => ROOTS.test(name));
}

async function readChannel(root: XmlElement, url: string): Promise<Feed> {
  const channel = root.child('channel') ?? root;
  const base = channel.base(url);
  // RSS 0.90 and 1.0 have their items beside the channel, 1.1 in `items`.
  const places = new Set([channel, root, channel.child('items'), root.child('items')]);
  const items = root.name.endsWith('entry')
    ? [root]
    : [...places].flatMap(
        (place) => place?.children.filter(({ name }) => /^(?:item|(?:atom:)?entry)$/.test(name)) ?? [],
      );
  const drafts = items.map((item) => readXmlItem(item, url));
  if (printsMonthForMinute(channel, items)) for (const { item } of drafts) dropMinute(item);

  const about = first(channel, [
    'description',
    'atom:subtitle',
    'atom:tagline',
    'dc:description',
    'itunes:summary',
    'itunes:subtitle',
  ]);
  const prose = about && proseOf(about, url);
  const page = prose?.html === undefined ? undefined : readHtml(prose.html, base);
  const image = [channel, root].map((place) => place.child('image')?.child('url')).find(Boolean);
  const pictures = mediaOf(channel, url);
  const icon = safeLink(channel.child('atom:icon')?.text(), base);
  const rhythm = readRhythm(channel);
  const authors = [...peopleOf(channel, url), ...peopleOf(channel, url, PEOPLE)].slice(
    0,
    root === channel ? 9 : 1,
  );
  return composeFeed(
    {
      title: lineOf(first(channel, ['title', 'atom:title', 'dc:title'])),
      home_page_url: pageLink(channel, url),
      feed_url: atomLink(channel, 'self', url),
      next_url: atomLink(channel, 'next', url),
      description: line(page?.text ?? prose?.text, 600),
      icon:
        safeLink((image ?? channel.child('atom:logo'))?.text(), base) ??
        pictures.thumbnail ??
        pictures.image ??
        icon ??
        page?.image,
      favicon: icon,
      language: line(first(channel, ['language', 'dc:language'])?.text() ?? root.attribute('xml:lang'), 35),
      authors: authors.length ? authors : undefined,
      _tct: rhythm && { rhythm },
    },
    drafts,
    url,
  );
}

/**
 * RSS 0.90, 0.91–0.94, 1.0 (RDF), 1.1 and 2.0, Atom 0.3 and 1.0 (RFC 4287), with the modules schools' systems print.
 *
 * @throws {FeedError} for anything else
 */
export async function readXml(body: Uint8Array | string, source: Source): Promise<Feed> {
  const text = typeof body === 'string' ? body : decode(body, source.contentType);
  const root = feedRoot(text);
  if (root) return readChannel(root, source.url);
  const { diagnose } = await import('./diagnose.ts');
  throw diagnose(text, body);
}
