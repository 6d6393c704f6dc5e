import type { Feed } from '../../model/feed.ts';
import { MAX_BODY_BYTES } from '../../model/limits.ts';
import { line } from '../../text/normalize.ts';
import { writesMonthFirst } from '../../time/parse-date.ts';
import { decodeBytes } from '../charset.ts';
import { diagnose } from '../diagnose.ts';
import { htmlToText } from '../html/to-text.ts';
import { NotAFeedError } from '../not-a-feed.ts';
import type { RefinedContext } from '../refinements.ts';
import { languageTag, toFeed } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import {
  CHANNEL_CONTACTS,
  CHANNEL_DESCRIPTION,
  elementUrl,
  firstWithContent,
  LANGUAGE,
  TITLE,
} from './element-names.ts';
import { findFeedRoot } from './feed-root.ts';
import { atomLink, pageLink, peopleOf, readXmlItem, writtenDates } from './item.ts';
import { readMedia } from './media.ts';
import { dropMinute, printsMonthForMinute } from './nukeviet.ts';
import { textContent, textLine } from './text-content.ts';
import { readUpdateHints } from './update-hints.ts';

/** The feed's own fields, except the title. */
function channelDetails(
  root: XmlElement,
  channel: XmlElement,
  url: string,
): Omit<Feed, 'version' | 'items' | 'title'> {
  const about = firstWithContent(channel, CHANNEL_DESCRIPTION);
  const prose = about && textContent(about, url);
  const page = prose?.html === undefined ? undefined : htmlToText(prose.html, prose.base);
  // RSS 0.90 and 1.0 may have the image beside the channel.
  const image = elementUrl(channel.child('image') ?? root.child('image'), url);
  const pictures = readMedia(channel, url);
  const icon = elementUrl(channel.child('atom:icon'), url);
  const authors = peopleOf(channel, url);
  const people = authors.length ? authors : peopleOf(channel, url, CHANNEL_CONTACTS);
  return {
    home_page_url: pageLink(channel, url),
    feed_url: atomLink(channel, 'self', url),
    next_url: atomLink(channel, 'next', url),
    description: line(page?.text ?? prose?.text, 600),
    icon:
      image ??
      elementUrl(channel.child('atom:logo'), url) ??
      pictures.thumbnail?.url ??
      pictures.image?.url ??
      icon ??
      page?.images.first?.url,
    favicon: icon,
    language: languageTag(
      firstWithContent(channel, LANGUAGE)?.text() ??
        channel.attribute('xml:lang') ??
        root.attribute('xml:lang'),
    ),
    authors: people.length ? people : undefined,
  };
}

function readChannel(root: XmlElement, source: RefinedContext): Feed {
  const { url } = source;
  const channel = root.child('channel') ?? root;
  // RSS 0.90 and 1.0 have their items beside the channel, 1.1 in `items`.
  const parents = new Set([channel, root, channel.child('items'), root.child('items')]);
  const items = root.name.endsWith('entry')
    ? [root]
    : [...parents].flatMap(
        (parent) => parent?.children.filter(({ name }) => /^(?:atom:)?(?:item|entry)$/.test(name)) ?? [],
      );
  const monthFirst = writesMonthFirst(items.flatMap(writtenDates));
  const drafts = items.map((item) => readXmlItem(item, url, monthFirst, source));
  if (printsMonthForMinute(channel, items)) for (const { item } of drafts) dropMinute(item);

  const rhythm = readUpdateHints(channel);
  return toFeed(
    {
      title: textLine(firstWithContent(channel, TITLE)),
      ...channelDetails(root, channel, url),
      _tct: rhythm && { rhythm },
    },
    drafts,
    url,
  );
}

/**
 * Reads RSS 0.90, 0.91–0.94, 1.0 (RDF), 1.1 and 2.0, Atom 0.3 and 1.0 (RFC 4287), with the modules that schools' CMSs
 * use.
 *
 * @throws {NotAFeedError} for anything else, or a body that is too large
 */
export function readXml(body: Uint8Array | string, source: RefinedContext): Feed {
  if (body.length > MAX_BODY_BYTES) throw new NotAFeedError('too-large', String(MAX_BODY_BYTES / 2 ** 20));
  const text = typeof body === 'string' ? body : decodeBytes(body, source.contentType);
  const root = findFeedRoot(text);
  if (root) return readChannel(root, source);
  throw diagnose(text, body);
}
