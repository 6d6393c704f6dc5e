/** The elements of RSS, its modules and Atom for each field of the model, best first. */
import { httpUrl } from '../../url.ts';
import type { XmlElement } from './element.ts';

const splitNames = /* @__NO_SIDE_EFFECTS__ */ (list: string) => list.split(' ');

export const GUID = splitNames('guid atom:id id dc:identifier');
export const TITLE = splitNames('title atom:title dc:title media:title itunes:title');
export const SUMMARY = splitNames(
  'description atom:summary itunes:summary dc:description summary abstract dc:abstract media:description itunes:subtitle',
);
export const CONTENT = splitNames(
  'content:encoded atom:content html:body html:div body content fullitem content:items',
);
/** Atom 0.3's `info` is last because it usually explains feeds in general. */
export const CHANNEL_DESCRIPTION = /* @__PURE__ */ splitNames(
  'description atom:subtitle atom:tagline subtitle tagline',
).concat(SUMMARY, 'content:encoded', 'atom:info');
export const PUBLISHED = splitNames(
  'pubdate dc:date atom:published atom:issued atom:created published issued created dc:issued dc:created dc:available',
);
/** `dc:date` is ambiguous: it is taken as published and as modified. */
export const MODIFIED = splitNames('atom:updated atom:modified updated modified dc:modified dc:date');
export const LANGUAGE = splitNames('language dc:language');
export const AUTHORS = splitNames('dc:creator author atom:author itunes:author dc:author');
/** For a channel that names no author. */
export const CHANNEL_CONTACTS = splitNames('managingeditor webmaster itunes:owner dc:publisher');

/** The first non-blank child with one of these names; earlier names win. */
export function firstWithContent(element: XmlElement, wanted: readonly string[]): XmlElement | undefined {
  for (const name of wanted) {
    for (const child of element.children) if (child.name === name && !child.isBlank) return child;
  }
  return undefined;
}

/**
 * The URL in an element: its text, for an RSS image its child `url`, for Atom, CDF, iTunes, Media RSS and RDF an
 * attribute.
 *
 * @param url of the document
 */
export function elementUrl(element: XmlElement | undefined, url: string): string | undefined {
  if (!element) return undefined;
  const given = element.attribute('href') || element.attribute('url') || element.attribute('rdf:resource');
  const words = element.children.length ? element.child('url')?.text() : element.text();
  return httpUrl(given || words, element.base(url));
}

/** The relation of an `atom:link` (RFC 4287, section 4.2.7.2). */
export function linkRelation(link: XmlElement): string {
  return link.attribute('rel')?.trim().toLowerCase().replace(/^.*\//, '') || 'alternate';
}
