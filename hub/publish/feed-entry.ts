/** What Atom and RSS say of an item: one description, in the generator's terms, for both formats. */
import type { ListKind } from '../../core/config/cluster.ts';
import type { Attachment, Feed, Item } from '../../core/model/feed.ts';
import { widthInUrl } from '../../core/model/image-copies.ts';
import { isPhoto } from '../../core/model/is-photo.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { attachmentMediaType, isImageUrl } from '../../core/read/media-type.ts';
import { isFarAhead } from '../../core/time/mistyped.ts';
import { formatVietnamTime, VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';
import { httpUrl } from '../../core/url.ts';
import { itemLink, itemTitle } from './item-text.ts';

/** The newest page of a list. */
export interface NewestPage {
  kind: ListKind;
  /** Name of the school or cluster. */
  owner: string;
  /** Public URL of the list's folder, ending in a slash; undefined if the hub has no configured address. */
  folder?: string;
  /** Identifies the list among all of all hubs. */
  id: string;
  /** The owner's homepage; of a cluster without an address, that of its first school. */
  home: string;
  feed: Feed;
  /** By item: the date by which the list sorts it, RFC 3339 or only the day. Of an undated post, when it was first seen. */
  dates: readonly string[];
  /** ms since the epoch */
  now: number;
  /** Size of a file of the hub's, if the URL is that of one. */
  bytesOf: (url: string) => number | undefined;
}

/**
 * An instant that the generator writes as Vietnam's time, with its offset. Many blocks show the day as it stands in the
 * text, and midnight in Vietnam, which stands for “some time of that day”, is still the day before in UTC.
 */
export class VietnamDate extends Date {
  override toISOString(): string {
    return formatVietnamTime(this.getTime());
  }

  /** RFC 822. */
  override toUTCString(): string {
    return new Date(this.getTime() + VIETNAM_OFFSET_MS).toUTCString().replace('GMT', '+0700');
  }
}

/** @param text RFC 3339, or only a day */
const vietnamDate = (text: string) => new VietnamDate(text.length > 10 ? text : `${text}T00:00:00+07:00`);

/** A file or picture to be enclosed. */
interface Enclosure {
  url: string;
  type: string;
  /** Bytes. */
  length?: number;
}

interface MediaContent {
  url: string;
  type: string;
  medium: 'image';
  fileSize?: number;
  width?: number;
  height?: number;
  title?: { value: string; type: 'plain' };
  description?: { value: string; type: 'plain' };
  thumbnails?: { url: string }[];
}

/** An item as both formats describe it. Texts are plain. */
export interface FeedEntry {
  id: string;
  title: string;
  link?: string;
  summary?: string;
  /** The school, then the people that the source names. */
  authors: { name: string; url?: string }[];
  categories: { name: string; scheme?: string }[];
  /** Absent if it is not known, or so far ahead that it must be mistyped. */
  published?: VietnamDate;
  updated: VietnamDate;
  /** Most important first. */
  enclosures: Enclosure[];
  media?: { thumbnails?: { url: string }[]; contents: MediaContent[] };
}

/** A picture's type. Without an extension it is most likely a JPEG, and blocks only look for `image/`. */
const pictureType = (url: string) => (isImageUrl(url) ? attachmentMediaType(url) : 'image/jpeg');

/** `27/07/2022` of a day. */
const shortDay = (day: string) => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');

/** The summary; of a document without one, its number and day of issue. */
function summaryOf({ title = '', summary, content_text, _tct }: Item): string | undefined {
  const { number, issued } = _tct?.document ?? {};
  const facts = [
    number && !title.includes(number) && `Số ${number}`,
    issued && `ban hành ngày ${shortDay(issued)}`,
  ];
  return summary || content_text || facts.filter(Boolean).join(', ').replace(/^b/, 'B') || undefined;
}

/** The size of a photo; of a copy in its place, that of the copy. */
function sizeOf({ url, _tct: { width, height } = {} }: Attachment): { width?: number; height?: number } {
  const copyWidth = widthInUrl(url);
  if (!width || !height || !copyWidth) return omitUndefined({ width, height });
  return { width: copyWidth, height: Math.round((height * copyWidth) / width) };
}

/** The pictures of an item as Media RSS, the photos of an album with their captions. */
function mediaOf({ image, attachments = [] }: Item, { bytesOf }: NewestPage): FeedEntry['media'] {
  const picture = httpUrl(image);
  const photos = attachments.filter((file) => isPhoto(file) && httpUrl(file.url));
  const contents = photos.map((photo): MediaContent => {
    const { url, mime_type, size_in_bytes, title, _tct: { alt, thumbnail } = {} } = photo;
    const small = httpUrl(thumbnail);
    return {
      url,
      type: mime_type,
      medium: 'image',
      ...omitUndefined({ fileSize: size_in_bytes ?? bytesOf(url) }),
      ...sizeOf(photo),
      ...(title && { title: { value: title, type: 'plain' } }),
      ...(alt && alt !== title && { description: { value: alt, type: 'plain' } }),
      ...(small && { thumbnails: [{ url: small }] }),
    };
  });
  const isAmongThem =
    picture && photos.some(({ url, _tct }) => url === picture || _tct?.thumbnail === picture);
  if (picture && !isAmongThem)
    contents.unshift({
      url: picture,
      type: pictureType(picture),
      medium: 'image',
      ...omitUndefined({ fileSize: bytesOf(picture), width: widthInUrl(picture) }),
    });
  if (!contents.length) return undefined;
  return { ...(picture && { thumbnails: [{ url: picture }] }), contents };
}

/** The files of an item, and one picture: before the files, except among documents, whose files are what matters. */
function enclosuresOf({ image, attachments = [] }: Item, { kind, bytesOf }: NewestPage): Enclosure[] {
  const files = attachments.filter(({ url }) => httpUrl(url));
  const enclosed = ({ url, mime_type, size_in_bytes }: Attachment): Enclosure => ({
    url,
    type: mime_type,
    ...omitUndefined({ length: size_in_bytes ?? bytesOf(url) }),
  });
  const others = files.filter((file) => !isPhoto(file)).map(enclosed);
  if (kind === 'documents' && others.length) return others;
  const picture = httpUrl(image);
  const photo = files.find(isPhoto);
  const first =
    photo && (kind === 'gallery' || !picture)
      ? enclosed(photo)
      : picture && enclosed({ url: picture, mime_type: pictureType(picture) });
  return first ? [first, ...others] : others;
}

function toEntry(item: Item, date: string, page: NewestPage): FeedEntry {
  const { kind, feed, now } = page;
  const { id, date_published, date_modified, authors = [], tags = [], _tct } = item;
  const { issued, type, field } = _tct?.document ?? {};
  const school = feed._tct?.schools?.[_tct?.school ?? ''];
  const publication = date_published ?? issued;
  // A list sorts a post with a mistyped date by when it was first seen.
  const isMistyped = date !== issued && isFarAhead(publication ?? '', Date.parse(date));
  const isModified = date_modified && date_modified > date && Date.parse(date_modified) <= now;
  const words = [...new Set([...tags, type, field])].flatMap((name) => (name ? [{ name }] : []));
  return {
    id,
    title: itemTitle(item, kind),
    authors: [
      ...(school ? [{ name: school.name, ...(school.home && { url: school.home }) }] : []),
      ...authors,
    ],
    categories: [
      ...(school ? [{ name: school.name, ...(school.home && { scheme: school.home }) }] : []),
      ...words,
    ],
    updated: vietnamDate(isModified ? date_modified : date),
    enclosures: enclosuresOf(item, page),
    ...omitUndefined({
      link: itemLink(item),
      summary: summaryOf(item),
      published: publication && !isMistyped ? vietnamDate(publication) : undefined,
      media: mediaOf(item, page),
    }),
  };
}

export const feedEntries = (page: NewestPage): FeedEntry[] =>
  page.feed.items.map((item, index) => toEntry(item, page.dates[index]!, page));

/** When the newest entry was updated; undefined without entries. */
export function lastUpdated(entries: readonly FeedEntry[]): VietnamDate | undefined {
  const newest = entries.reduce((max, { updated }) => Math.max(max, updated.getTime()), -Infinity);
  return entries.length ? new VietnamDate(newest) : undefined;
}

/** Characters that XML 1.0 allows nowhere, not even as references, and halves of surrogate pairs. */
const NOT_IN_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The generator's XML without characters that make it ill-formed, and without the line breaks that it puts around
 * CDATA: blocks that trim no text would have them in their links.
 */
export function tidyXml(xml: string): string {
  const text = xml
    .replace(NOT_IN_XML, '')
    .replace(/>\s+<!\[CDATA\[/g, '><![CDATA[')
    .replace(/\]\]>\s+<\//g, ']]></');
  return text.endsWith('\n') ? text : `${text}\n`;
}
