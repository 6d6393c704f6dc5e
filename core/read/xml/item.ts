import type { Draft } from '../../identity/in-feed.ts';
import type { Author } from '../../model/feed.ts';
import { safeLink } from '../../url.ts';
import { EVERYTHING } from '../fields.ts';
import { readHtml } from '../html/to-text.ts';
import { person, persons } from '../person.ts';
import { composeItem, type Parts } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import {
  AUTHORS,
  addressOf,
  CONTENT,
  first,
  GUID,
  LANGUAGE,
  MODIFIED,
  PUBLISHED,
  relation,
  SUMMARY,
  TITLE,
} from './element-names.ts';
import { type Media, mediaOf } from './media.ts';
import { lineOf, proseOf } from './text-content.ts';

/** The address of an `atom:link`; without `rel` it is the alternate (RFC 4287, 4.2.7.2). */
export function atomLink(element: XmlElement, rel: string, url: string): string | undefined {
  const links = element.all('atom:link').filter((link) => relation(link) === rel);
  // Of several alternates the page for people.
  return addressOf(links.find((each) => /html/.test(each.attribute('type') ?? 'html')) ?? links[0], url);
}

/** The page of a feed or a post: RSS has its address as text, others as `href`, CDF on the element itself. */
export function pageLink(element: XmlElement, url: string): string | undefined {
  for (const link of element.all('link')) {
    const found = relation(link) === 'alternate' ? addressOf(link, url) : undefined;
    if (found) return found;
  }
  return atomLink(element, 'alternate', url) ?? safeLink(element.attribute('href'), element.base(url));
}

const NAME = ['atom:name', 'name', 'itunes:name', 'atom:email', 'email', 'itunes:email'];
const HOME = ['atom:uri', 'uri', 'atom:url', 'url', 'atom:homepage'];

/** A name alone, `mail (name)`, or an Atom person construct (RFC 4287, 3.2). */
export function peopleOf(element: XmlElement, url: string, wanted: readonly string[] = AUTHORS): Author[] {
  for (const name of wanted) {
    const found = element.all(name).flatMap((each) => {
      if (!each.children.length) return persons(lineOf(each, 500));
      const named = lineOf(first(each, NAME), 200) ?? readHtml(each.markup()).text;
      return person(named, addressOf(first(each, HOME), url)) ?? [];
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
        tags.push(part.attribute('label') || part.attribute('term') || part.text());
        break;
      case 'itunes:category':
        tags.push(part.attribute('text') ?? '', ...tagsOf(part));
        break;
      case 'media:group':
        tags.push(...tagsOf(part));
    }
  }
  return tags;
}

function moreOf(element: XmlElement, url: string, { views }: Media): Parts {
  const authors = peopleOf(element, url);
  return {
    authors: authors.length ? authors : peopleOf(element.child('atom:source') ?? element, url),
    tags: tagsOf(element),
    language: first(element, LANGUAGE)?.text() ?? element.attribute('xml:lang'),
    views,
  };
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
    modified: first(element, MODIFIED)?.text() ?? element.attribute('lastmod'),
    image: media.image ?? media.thumbnail,
    attachments: media.attachments,
    ...(EVERYTHING && moreOf(element, url, media)),
  });
}
