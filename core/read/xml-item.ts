import type { Attachment, Author } from '../feed.ts';
import type { Draft } from '../identity.ts';
import { safeLink } from '../link.ts';
import { attachment, composeItem, count, person } from './compose.ts';
import { filled } from './json.ts';
import { lineOf, proseOf } from './prose.ts';
import type { XmlElement } from './xml.ts';

/**
 * RSS, its modules and Atom are vocabularies for the same things. Which elements name a thing, best first.
 */
const names = (list: string) => list.split(' ');
const GUID = names('guid atom:id id dc:identifier');
const TITLE = names('title atom:title dc:title media:title itunes:title');
const SUMMARY = names(
  'description atom:summary itunes:summary dc:description summary abstract dcterms:abstract media:description itunes:subtitle',
);
const CONTENT = names('content:encoded atom:content html:body html:div body content fullitem');
const PUBLISHED = names(
  'pubdate dc:date atom:published atom:issued atom:created published issued created dcterms:issued dcterms:created dcterms:available',
);
/** `dc:date` says neither that a post was published then nor that it was changed: it is taken for both. */
const MODIFIED = names('atom:updated atom:modified updated modified dcterms:modified dc:date');
const AUTHORS = names('dc:creator author atom:author itunes:author dc:author');

/** The first element of these names that has content. */
export function first(element: XmlElement, wanted: readonly string[]): XmlElement | undefined {
  for (const name of wanted) {
    for (const child of element.children) if (child.name === name && child.end > child.start) return child;
  }
  return undefined;
}

function relation(link: XmlElement): string {
  return link.attribute('rel')?.toLowerCase().replace(/^.*\//, '') ?? 'alternate';
}

/** The address of an `atom:link`; without `rel` it is the alternate (RFC 4287, 4.2.7.2). */
export function atomLink(element: XmlElement, rel: string, url: string): string | undefined {
  const links = element.all('atom:link').filter((link) => relation(link) === rel);
  // Of several alternates the page for people.
  const link = links.find((each) => /html/.test(each.attribute('type') ?? 'html')) ?? links[0];
  return link && safeLink(link.attribute('href'), link.base(url));
}

/** The page of a feed or a post: RSS has its address as text, others as `href`, CDF on the element itself. */
export function pageLink(element: XmlElement, url: string): string | undefined {
  for (const link of element.all('link')) {
    const found = safeLink(link.text().trim() || link.attribute('href'), link.base(url));
    if (found) return found;
  }
  return atomLink(element, 'alternate', url) ?? safeLink(element.attribute('href'), element.base(url));
}

/** A name alone, `mail (name)`, or an Atom person construct (RFC 4287, 3.2). */
export function peopleOf(element: XmlElement, url: string, wanted: readonly string[] = AUTHORS): Author[] {
  for (const name of wanted) {
    const found = element.all(name).flatMap((each) => {
      const part = (...parts: string[]) => first(each, parts)?.text();
      const who = each.children.length
        ? person(
            part('atom:name', 'name', 'itunes:name', 'atom:email', 'itunes:email'),
            part('atom:uri', 'uri', 'atom:url'),
            each.base(url),
          )
        : person(lineOf(each, 200));
      return who ?? [];
    });
    if (found.length) return found;
  }
  return [];
}

function tagsOf(element: XmlElement): string[] {
  const tags: string[] = [];
  for (const part of element.children) {
    switch (part.name) {
      case 'category':
      case 'dc:subject':
        tags.push(lineOf(part, 200) ?? '');
        break;
      case 'media:keywords':
      case 'itunes:keywords':
        tags.push(...part.text().split(','));
        break;
      case 'atom:category':
      case 'media:category':
        tags.push(part.attribute('label') ?? part.attribute('term') ?? part.text());
        break;
      case 'itunes:category':
        tags.push(part.attribute('text') ?? '', ...tagsOf(part));
    }
  }
  return tags;
}

interface Media {
  attachments: Attachment[];
  image?: string;
  thumbnail?: string;
  views?: number;
}

/** `enclosure`, `atom:link` enclosures, Media RSS 1.5.1 with its groups, iTunes' and other pictures. */
export function mediaOf(element: XmlElement, url: string, media: Media = { attachments: [] }): Media {
  for (const part of element.children) {
    const { name } = part;
    if (
      name === 'enclosure' ||
      name === 'media:content' ||
      (name === 'atom:link' && relation(part) === 'enclosure')
    ) {
      const base = part.base(url);
      const found = attachment(part.attribute('url') ?? part.attribute('href'), base, {
        mime_type:
          part.attribute('type') ?? (part.attribute('medium') === 'image' ? 'image/jpeg' : undefined),
        title: lineOf(part.child('media:title')) ?? part.attribute('title'),
        size_in_bytes: count(part.attribute('length') ?? part.attribute('filesize')),
        duration_in_seconds: count(part.attribute('duration')),
        _tct: filled({
          width: count(part.attribute('width')),
          height: count(part.attribute('height')),
          thumbnail: safeLink(part.child('media:thumbnail')?.attribute('url'), base),
          alt: lineOf(part.child('media:description'), 300),
        }),
      });
      if (found) media.attachments.push(found);
      if (found?.mime_type.startsWith('image/')) media.image ??= found.url;
    }
    if (/^media:(?:content|group|community)$/.test(name)) mediaOf(part, url, media);
    else if (/^(?:media:thumbnail|(?:itunes:)?image|thumb(?:nail)?)$/.test(name)) {
      media.thumbnail ??= safeLink(
        part.attribute('url') ?? part.attribute('href') ?? (part.child('url') ?? part).text(),
        part.base(url),
      );
    } else if (name === 'media:statistics') media.views ??= count(part.attribute('views'));
  }
  return media;
}

/** An `item` of RSS or an `entry` of Atom that came from `url`. */
export function readXmlItem(element: XmlElement, url: string): Draft {
  const guid = first(element, GUID);
  const id = guid?.text().trim() || element.attribute('rdf:about')?.trim();
  const permanent =
    guid?.attribute('ispermalink')?.toLowerCase() !== 'false' && /^https?:/i.test(id ?? '') ? id : undefined;
  const group = element.child('media:group') ?? element;
  const summary = first(element, SUMMARY) ?? first(group, SUMMARY);
  const content = first(element, CONTENT);
  const media = mediaOf(element, url);
  const authors = peopleOf(element, url);
  return composeItem({
    guid: id,
    link:
      element.child('feedburner:origlink')?.text() ??
      pageLink(element, url) ??
      permanent ??
      element.child('atom:content')?.attribute('src'),
    base: element.base(url),
    title: lineOf(first(element, TITLE) ?? first(group, TITLE)),
    summary: summary && proseOf(summary, url),
    content: content && proseOf(content, url),
    published: first(element, PUBLISHED)?.text(),
    modified: first(element, MODIFIED)?.text(),
    authors: authors.length ? authors : peopleOf(element.child('atom:source') ?? element, url),
    tags: tagsOf(element),
    language: element.child('dc:language')?.text() ?? element.attribute('xml:lang'),
    image: media.image ?? media.thumbnail,
    attachments: media.attachments,
    views: media.views,
  });
}
