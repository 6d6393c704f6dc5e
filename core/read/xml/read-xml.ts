import type { Feed, Source } from '../../model/feed.ts';
import { line } from '../../text/normalize.ts';
import { decode } from '../charset.ts';
import { EVERYTHING } from '../fields.ts';
import { readHtml } from '../html/to-text.ts';
import { LONGEST } from '../limits.ts';
import { NotAFeed } from '../not-a-feed.ts';
import { composeFeed, languageTag } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import { ABOUT, addressOf, first, KEEPERS, LANGUAGE, TITLE } from './element-names.ts';
import { feedRoot } from './feed-root.ts';
import { atomLink, pageLink, peopleOf, readXmlItem } from './item.ts';
import { mediaOf } from './media.ts';
import { dropMinute, printsMonthForMinute } from './nukeviet.ts';
import { lineOf, proseOf } from './text-content.ts';
import { readRhythm } from './update-hints.ts';

/** What a channel says of itself beside its title. */
function aboutIt(
  root: XmlElement,
  channel: XmlElement,
  url: string,
): Omit<Feed, 'version' | 'items' | 'title'> {
  const about = first(channel, ABOUT);
  const prose = about && proseOf(about, url);
  const page = prose?.html === undefined ? undefined : readHtml(prose.html, prose.base);
  // RSS 0.90 and 1.0 have the image beside the channel too.
  const image = addressOf(channel.child('image') ?? root.child('image'), url);
  const pictures = mediaOf(channel, url);
  const icon = addressOf(channel.child('atom:icon'), url);
  const authors = peopleOf(channel, url);
  const people = authors.length ? authors : peopleOf(channel, url, KEEPERS);
  return {
    home_page_url: pageLink(channel, url),
    feed_url: atomLink(channel, 'self', url),
    next_url: atomLink(channel, 'next', url),
    description: line(page?.text ?? prose?.text, 600),
    icon:
      image ??
      addressOf(channel.child('atom:logo'), url) ??
      pictures.thumbnail ??
      pictures.image ??
      icon ??
      page?.image,
    favicon: icon,
    language: languageTag(
      first(channel, LANGUAGE)?.text() ?? channel.attribute('xml:lang') ?? root.attribute('xml:lang'),
    ),
    authors: people.length ? people : undefined,
  };
}

async function readChannel(root: XmlElement, url: string): Promise<Feed> {
  const channel = root.child('channel') ?? root;
  // RSS 0.90 and 1.0 have their items beside the channel, 1.1 in `items`.
  const places = new Set([channel, root, channel.child('items'), root.child('items')]);
  const items = root.name.endsWith('entry')
    ? [root]
    : [...places].flatMap(
        (place) => place?.children.filter(({ name }) => /^(?:atom:)?(?:item|entry)$/.test(name)) ?? [],
      );
  const drafts = items.map((item) => readXmlItem(item, url));
  if (printsMonthForMinute(channel, items)) for (const { item } of drafts) dropMinute(item);

  const rhythm = readRhythm(channel);
  return composeFeed(
    {
      title: lineOf(first(channel, TITLE)),
      ...(EVERYTHING && aboutIt(root, channel, url)),
      _tct: rhythm && { rhythm },
    },
    drafts,
    url,
  );
}

/**
 * RSS 0.90, 0.91–0.94, 1.0 (RDF), 1.1 and 2.0, Atom 0.3 and 1.0 (RFC 4287), with the modules schools' systems print.
 *
 * @throws {NotAFeed} for anything else
 */
export async function readXml(body: Uint8Array | string, source: Source): Promise<Feed> {
  if (body.length > LONGEST) throw new NotAFeed('too-large', String(LONGEST / 2 ** 20));
  const text = typeof body === 'string' ? body : decode(body, source.contentType);
  const root = feedRoot(text);
  if (root) return readChannel(root, source.url);
  const { diagnose } = await import('../diagnose.ts');
  throw diagnose(text, body);
}
