import type { Attachment } from '../../model/feed.ts';
import { MAX_CHARS } from '../../model/limits.ts';
import { omitUndefinedOrEmpty } from '../../omit-undefined.ts';
import { mediaTypeOfUrl, UNKNOWN_TYPE } from '../media-type.ts';
import { copyKey, isAvatar, isPicture, namedWidth, type Picture, widest, widestCopy } from '../pictures.ts';
import { parseCount, toAttachment } from '../to-item.ts';
import type { XmlElement } from './element.ts';
import { elementUrl, linkRelation } from './element-names.ts';
import { textLine } from './text-content.ts';

/** The files and images of an item or channel. */
export interface Media {
  attachments: Attachment[];
  image?: Picture;
  thumbnail?: Picture;
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

function isPictureElement(part: XmlElement): boolean {
  return PICTURE_ELEMENTS.has(part.name) || (part.name === 'itunes:link' && linkRelation(part) === 'image');
}

/** Films and their players. */
const FILM_URL = /\.(?:flv|webm|mov|m3u8|swf|avi|wmv|ogv|m4v)\b|\/(?:embed|v|player)\/|watch\?/i;

/** The media type that an element states. What has a size but neither type, length nor duration is an image. */
function statedType(part: XmlElement, url: string | undefined): string | undefined {
  const type = part.attribute('type')?.trim().toLowerCase();
  const medium = part.attribute('medium');
  if (type?.includes('/') && type !== UNKNOWN_TYPE) return type;
  if (medium === 'image' || type?.startsWith('image')) return 'image/jpeg';
  if (!url || medium || mediaTypeOfUrl(url) || FILM_URL.test(url) || part.child('media:player'))
    return undefined;
  const has = (name: string) => parseCount(part.attribute(name)) !== undefined;
  const hasSize = has('width') || has('height');
  return hasSize && !['length', 'filesize', 'duration'].some(has) ? 'image/jpeg' : undefined;
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
  const address = part.attribute('url') ?? part.attribute('href') ?? part.attribute('src');
  return toAttachment(address, base, {
    mime_type: statedType(part, address),
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
const toPicture = ({ url, _tct }: Attachment): Picture => ({ url, width: _tct?.width });

/** Whether a file is an avatar, as WordPress.com's feeds have before the picture, or a single pixel. */
function isDecoration(file: Attachment): boolean {
  const { width = 2, height = 2 } = file._tct ?? {};
  return isPhoto(file) && (isAvatar(file.url) || (width === 1 && height === 1));
}

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
  if (sizes.some(({ url }) => url === media.image?.url)) media.image = toPicture(largest!);
}

/** Merges the copies of an image that are named with their sizes: the widest, with the narrowest as its thumbnail. */
function mergeCopies(media: Media): void {
  const copies = new Map<string, Picture[]>();
  for (const file of media.attachments.filter(isPhoto)) {
    const key = copyKey(file.url);
    const known = copies.get(key);
    if (known) known.push(toPicture(file));
    else copies.set(key, [toPicture(file)]);
  }
  const narrow = new Set<string>();
  for (const each of copies.values()) {
    const best = widest(each)!;
    const sized = new Set(each.map(({ url }) => url).filter((url) => namedWidth(url) !== undefined));
    // Two of one width are two photos.
    if (new Set([...sized].map(namedWidth)).size < sized.size) continue;
    const smaller = [...sized].filter((url) => url !== best.url);
    for (const url of smaller) narrow.add(url);
    const file = smaller[0] && media.attachments.find(({ url }) => url === best.url);
    if (file) file._tct = { thumbnail: smaller[0]!, ...file._tct };
    if (media.image && each.some(({ url }) => url === media.image?.url)) media.image = best;
  }
  media.attachments = media.attachments.filter(({ url }) => !narrow.has(url));
}

/** The wider of two thumbnails of a post, by their stated widths. */
function widerThumbnail(known: Picture | undefined, part: XmlElement, url: string): Picture | undefined {
  const found = elementUrl(part, url);
  if (!found || !isPicture(found)) return known;
  const picture = { url: found, width: parseCount(part.attribute('width')) };
  return known && !((picture.width ?? 0) > (known.width ?? Infinity)) ? known : picture;
}

function collectMedia(element: XmlElement, url: string, media: Media): void {
  for (const part of element.children) {
    if (isFile(part)) {
      const file = mediaAttachment(part, url);
      if (file && !isDecoration(file)) {
        media.attachments.push(file);
        if (isPhoto(file)) media.image ??= toPicture(file);
      }
    }
    const before = media.attachments.length;
    if (MEDIA_CONTAINERS.has(part.name)) collectMedia(part, url, media);
    if (part.name === 'media:group') mergeSizes(media, before);
    else if (isPictureElement(part)) media.thumbnail = widerThumbnail(media.thumbnail, part, url);
    else if (part.name === 'media:statistics') media.views ??= parseCount(part.attribute('views'));
  }
}

/** Reads enclosures of RSS and Atom, Media RSS 1.5.1 with its groups, and images of iTunes and others. */
export function readMedia(element: XmlElement, url: string): Media {
  const media: Media = { attachments: [] };
  collectMedia(element, url, media);
  mergeCopies(media);
  if (media.image && media.thumbnail) media.image = widestCopy(media.image, [media.thumbnail]);
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
  if (photo && !more.length && media.thumbnail && media.thumbnail.url !== photo.url)
    photo._tct = { thumbnail: media.thumbnail.url, ...photo._tct };
}
