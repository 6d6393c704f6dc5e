import type { UnidentifiedItem } from '../../identity/assign-ids.ts';
import type { Author } from '../../model/feed.ts';
import { httpUrl } from '../../url.ts';
import { htmlToText } from '../html/to-text.ts';
import { parsePeople, parsePerson } from '../person.ts';
import type { Refinements } from '../refinements.ts';
import { type RawItem, toItem } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import {
  AUTHORS,
  CONTENT,
  elementUrl,
  firstWithContent,
  GUID,
  LANGUAGE,
  linkRelation,
  MODIFIED,
  PUBLISHED,
  SUMMARY,
  TITLE,
} from './element-names.ts';
import { type Media, readMedia } from './media.ts';
import { textContent, textLine } from './text-content.ts';

/** The URL of the `atom:link` with a relation. Links without `rel` are alternates (RFC 4287, section 4.2.7.2). */
export function atomLink(element: XmlElement, rel: string, url: string): string | undefined {
  const links = element.all('atom:link').filter((link) => linkRelation(link) === rel);
  // Of several alternates, prefer the HTML page.
  return elementUrl(links.find((each) => /html/.test(each.attribute('type') ?? 'html')) ?? links[0], url);
}

/**
 * The URL of a feed's or post's page. In RSS it is the link's text, in Atom its `href`, in CDF an attribute of the
 * element.
 */
export function pageLink(element: XmlElement, url: string): string | undefined {
  for (const link of element.all('link')) {
    const found = linkRelation(link) === 'alternate' ? elementUrl(link, url) : undefined;
    if (found) return found;
  }
  return atomLink(element, 'alternate', url) ?? httpUrl(element.attribute('href'), element.base(url));
}

const PERSON_NAME = ['atom:name', 'name', 'itunes:name', 'atom:email', 'email', 'itunes:email'];
const PERSON_HOME = ['atom:uri', 'uri', 'atom:url', 'url', 'atom:homepage'];

/** The people named in an element: as a name, as `mail (name)`, or as an Atom person (RFC 4287, section 3.2). */
export function peopleOf(element: XmlElement, url: string, wanted: readonly string[] = AUTHORS): Author[] {
  for (const name of wanted) {
    const found = element.all(name).flatMap((each) => {
      if (!each.children.length) return parsePeople(textLine(each, 500));
      const named = textLine(firstWithContent(each, PERSON_NAME), 200) ?? htmlToText(each.markup()).text;
      return parsePerson(named, elementUrl(firstWithContent(each, PERSON_HOME), url)) ?? [];
    });
    if (found.length) return found;
  }
  return [];
}

function* tagsOf(element: XmlElement): Generator<string, void> {
  for (const part of element.children) {
    switch (part.name) {
      case 'category':
      case 'dc:subject':
        yield textLine(part, 200) ?? '';
        break;
      case 'media:keywords':
      case 'itunes:keywords':
        yield* part.text().split(',');
        break;
      case 'atom:category':
      case 'media:category':
        yield part.attribute('label') || part.attribute('term') || part.text();
        break;
      case 'itunes:category':
        yield part.attribute('text') ?? '';
        yield* tagsOf(part);
        break;
      case 'media:group':
        yield* tagsOf(part);
    }
  }
}

function itemDetails(element: XmlElement, url: string, { views }: Media): RawItem {
  const authors = peopleOf(element, url);
  return {
    authors: authors.length ? authors : peopleOf(element.child('atom:source') ?? element, url),
    tags: [...tagsOf(element)],
    language: firstWithContent(element, LANGUAGE)?.text() ?? element.attribute('xml:lang'),
    views,
  };
}

/** The dates of publication and modification, as written. */
export function writtenDates(element: XmlElement): [published?: string, modified?: string] {
  return [
    firstWithContent(element, PUBLISHED)?.text(),
    firstWithContent(element, MODIFIED)?.text() ?? element.attribute('lastmod'),
  ];
}

/**
 * Reads an `item` of RSS or an `entry` of Atom.
 *
 * @param url of the document
 * @param monthFirst whether its dates write the month first
 */
export function readXmlItem(
  element: XmlElement,
  url: string,
  monthFirst = false,
  refinements?: Refinements,
): UnidentifiedItem {
  const guid = firstWithContent(element, GUID);
  const id = guid?.text().trim() || element.attribute('rdf:about')?.trim();
  const permanent =
    guid?.attribute('ispermalink')?.toLowerCase() !== 'false' && /^https?:/i.test(id ?? '') ? id : undefined;
  const group = element.child('media:group') ?? element;
  const summary = firstWithContent(element, SUMMARY) ?? firstWithContent(group, SUMMARY);
  const content = firstWithContent(element, CONTENT);
  const media = readMedia(element, url);
  const named = media.image ?? media.thumbnail;
  const [published, modified] = writtenDates(element);
  const parts = {
    guid: id,
    link:
      element.child('feedburner:origlink')?.text() ??
      pageLink(element, url) ??
      permanent ??
      element.child('atom:content')?.attribute('src'),
    base: element.base(url),
    title: textLine(firstWithContent(element, TITLE) ?? firstWithContent(group, TITLE)),
    summary: summary && textContent(summary, url),
    content: content && textContent(content, url),
    published,
    modified,
    monthFirst,
    image: named?.url,
    imageWidth: named?.width,
    attachments: media.attachments,
    ...itemDetails(element, url, media),
  };
  return toItem(parts, refinements);
}
