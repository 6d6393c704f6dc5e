import type { Attachment } from '../../model/feed.ts';
import { MAX_CHARS } from '../../model/limits.ts';
import { omitUndefinedOrEmpty } from '../../omit-undefined.ts';
import { parseCount, toAttachment } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import { elementUrl, linkRelation } from './element-names.ts';
import { textLine } from './text-content.ts';

/** The files and images of an item or channel. */
export interface Media {
  attachments: Attachment[];
  image?: string;
  thumbnail?: string;
  views?: number;
}

/**
 * Whether an element is an enclosure of RSS or Atom, external Atom content (RFC 4287, section 4.1.3.2) or Media RSS
 * content.
 */
function isFile(part: XmlElement): boolean {
  switch (part.name) {
    case 'enclosure':
    case 'media:content':
      return true;
    case 'atom:link':
      return linkRelation(part) === 'enclosure';
    case 'atom:content':
      return part.attribute('src') !== undefined && !/^text|html/.test(part.attribute('type') ?? 'text');
    default:
      return false;
  }
}

const PICTURE_ELEMENTS = new Set(['media:thumbnail', 'image', 'itunes:image', 'thumbnail', 'thumb', 'logo']);
const MEDIA_CONTAINERS = new Set(['media:content', 'media:group', 'media:community']);

function isPicture(part: XmlElement): boolean {
  return PICTURE_ELEMENTS.has(part.name) || (part.name === 'itunes:link' && linkRelation(part) === 'image');
}

/** Parses a duration in seconds or as `1:02:03`. */
function parseDuration(text: string | undefined): number | undefined {
  const parts = text?.trim().split(':', 4) ?? [];
  return parseCount(String(parts.reduce((sum, part) => sum * 60 + Number(part), 0)));
}

function mediaDetails(part: XmlElement, url: string): Attachment['_tct'] {
  return {
    height: parseCount(part.attribute('height')),
    thumbnail: elementUrl(part.child('media:thumbnail'), url),
    alt: textLine(part.child('media:description'), MAX_CHARS.alt),
  };
}

function mediaAttachment(part: XmlElement, url: string): Attachment | undefined {
  const base = part.base(url);
  return toAttachment(part.attribute('url') ?? part.attribute('href') ?? part.attribute('src'), base, {
    mime_type: part.attribute('type') ?? (part.attribute('medium') === 'image' ? 'image/jpeg' : undefined),
    title: textLine(part.child('media:title')) ?? part.attribute('title'),
    size_in_bytes: parseCount(part.attribute('length') ?? part.attribute('filesize')),
    _tct: omitUndefinedOrEmpty({
      width: parseCount(part.attribute('width')),
      ...mediaDetails(part, url),
    }),
    duration_in_seconds: parseDuration(part.attribute('duration')),
  });
}

const isPhoto = ({ mime_type }: Attachment) => mime_type.startsWith('image/');

/**
 * Merges the images of a `media:group` if they have different widths, which means that they are one image in several
 * sizes. The result is the largest, with the smallest as its thumbnail.
 */
function mergeSizes(media: Media, from: number): void {
  const group = media.attachments.slice(from);
  const sizes = group.filter(isPhoto).sort((a, b) => (b._tct?.width ?? 0) - (a._tct?.width ?? 0));
  const [largest] = sizes;
  if (sizes.length < 2 || new Set(sizes.map(({ _tct }) => _tct?.width)).size < sizes.length) return;
  const others = new Set(sizes.slice(1));
  largest!._tct = { thumbnail: sizes.at(-1)!.url, ...largest!._tct };
  media.attachments = [...media.attachments.slice(0, from), ...group.filter((each) => !others.has(each))];
  if (sizes.some(({ url }) => url === media.image)) media.image = largest!.url;
}

function collectMedia(element: XmlElement, url: string, media: Media): void {
  for (const part of element.children) {
    if (isFile(part)) {
      const file = mediaAttachment(part, url);
      if (file) media.attachments.push(file);
      if (file && isPhoto(file)) media.image ??= file.url;
    }
    const before = media.attachments.length;
    if (MEDIA_CONTAINERS.has(part.name)) collectMedia(part, url, media);
    if (part.name === 'media:group') mergeSizes(media, before);
    else if (isPicture(part)) media.thumbnail ??= elementUrl(part, url);
    else if (part.name === 'media:statistics') media.views ??= parseCount(part.attribute('views'));
  }
}

/** Reads enclosures of RSS and Atom, Media RSS 1.5.1 with its groups, and images of iTunes and others. */
export function readMedia(element: XmlElement, url: string): Media {
  const media: Media = { attachments: [] };
  collectMedia(element, url, media);
  addItemDetails(element, media);
  return media;
}

/** Adds an item's duration and thumbnail to its file, if it has only one. */
function addItemDetails(element: XmlElement, media: Media): void {
  const [only, ...others] = media.attachments;
  const seconds = only && !others.length && parseDuration(element.child('itunes:duration')?.text());
  if (seconds) only.duration_in_seconds ??= seconds;
  const [photo, ...more] = media.attachments.filter(isPhoto);
  // If there is only one photo, the post's thumbnail is its thumbnail.
  if (photo && !more.length && media.thumbnail && media.thumbnail !== photo.url)
    photo._tct = { thumbnail: media.thumbnail, ...photo._tct };
}
