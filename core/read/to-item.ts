import { assignIds, type UnidentifiedItem } from '../identity/assign-ids.ts';
import type { Attachment, Author, Feed, Item } from '../model/feed.ts';
import { JSON_FEED_VERSION, MAX_CHARS, MAX_ITEMS } from '../model/limits.ts';
import { MAX_ENTRIES } from '../model/max-entries.ts';
import { newest } from '../model/newest.ts';
import { omitUndefined, omitUndefinedOrEmpty } from '../omit-undefined.ts';
import { line, lines } from '../text/normalize.ts';
import { parseDate } from '../time/parse-date.ts';
import { hostOf, httpUrl } from '../url.ts';
import type { ImageTags } from './html/image-tags.ts';
import { htmlToText } from './html/to-text.ts';
import { attachmentMediaType } from './media-type.ts';
import { normalizeTexts } from './normalize-texts.ts';
import { parsePerson } from './person.ts';
import { isAvatar, isPicture, isThumbnail, type Picture, widestCopy, widthOf } from './pictures.ts';
import { isProtected, withoutProtectedPrefix } from './protected.ts';
import type { Refinements } from './refinements.ts';

/** A text from a source: HTML with the base of its links, or plain text. */
export interface HtmlOrText {
  html?: string;
  text?: string;
  base?: string;
}

/** An item as read from its source. `toItem` converts it to the model. */
export interface RawItem {
  guid?: string;
  /** May be relative to `base`. */
  link?: string;
  base?: string;
  /** Plain text. */
  title?: string;
  summary?: HtmlOrText;
  content?: HtmlOrText;
  published?: string;
  modified?: string;
  /** Whether the source writes the month of numeric dates first; see `writesMonthFirst`. */
  monthFirst?: boolean;
  authors?: (Author | undefined)[];
  tags?: (string | undefined)[];
  language?: string;
  /** The image that the source names. Without one, the first image in the text is used. */
  image?: string;
  /** Pixels, as far as the source states it. */
  imageWidth?: number;
  attachments?: (Attachment | undefined)[];
  views?: number;
}

/**
 * A credit line near the end of a report, "Tin và ảnh: …" or "Bài: …". It names the writers, whereas the feed names
 * only the account that published the report.
 */
const CREDIT =
  /(?:^|\n)(?:tin|bài|ảnh|tác giả|người viết)(?:[\s,&]+(?:và|bài|ảnh|tin|viết))*\s*:\s*([^\n:]{3,60})(?=\n|$)/iu;

/** @param text the text of `prose`; without its end, if it is long */
function findCredit(text: string, prose: HtmlOrText | undefined): Author | undefined {
  const html = prose?.html;
  const end = html && html.length > MAX_CHARS.content_text ? htmlToText(html.slice(-600)).text : text;
  const tail = end.slice(-250);
  return tail.includes(':') ? parsePerson(CREDIT.exec(tail)?.[1]) : undefined;
}

/** An attachment, or undefined if its URL is invalid. */
export function toAttachment(
  url: string | undefined,
  base: string | undefined,
  more: Partial<Attachment> = {},
): Attachment | undefined {
  const link = httpUrl(url, base);
  if (!link) return undefined;
  return {
    url: link,
    ...omitUndefinedOrEmpty(more),
    mime_type: attachmentMediaType(link, more.mime_type),
  };
}

/** Parses a positive number of bytes, pixels, seconds or the like. */
export function parseCount(text: string | undefined): number | undefined {
  const value = /^\s*\d{1,15}(?:\.\d+)?\s*$/.test(text ?? '') ? Math.round(Number(text)) : 0;
  return value || undefined;
}

/** Sets `date_published`, `precision` and `date_modified`. If only the modified date is known, it is both. */
export function setDates(
  item: Item,
  published: string | undefined,
  modified: string | undefined,
  monthFirst?: boolean,
): void {
  const second = modified ? parseDate(modified, monthFirst) : undefined;
  const first = (published ? parseDate(published, monthFirst) : undefined) ?? second;
  if (first) {
    item.date_published = first.date;
    item._tct = { ...item._tct, precision: first.precision };
  }
  if (second) item.date_modified = second.date;
}

/** For wider pictures no wider copy is searched. */
const LARGE_PICTURE_PX = 1600;

/** The URL of a post's picture: the named one, else the first in its texts, in its widest copy. */
function choosePicture(
  named: Picture | undefined,
  texts: (ImageTags | undefined)[],
  attachments: readonly Attachment[] = [],
): string | undefined {
  // A file is what its source calls it, whatever its name.
  const isFile = attachments.some(({ url }) => url === named?.url);
  const isNamed = named && (isFile ? !isAvatar(named.url) : isPicture(named.url));
  const found = isNamed ? named : texts.map((images) => images?.first).find(Boolean);
  // A named copy of unknown size is the original. The first in a text is already its widest there.
  const isSmall =
    found && (found === named ? (widthOf(found) ?? Infinity) < LARGE_PICTURE_PX : isThumbnail(found));
  if (!isSmall) return found?.url;
  const photos = attachments
    .filter(({ mime_type }) => mime_type.startsWith('image/'))
    .map(({ url, _tct }) => ({ url, width: _tct?.width }));
  return texts.reduce((best, images) => images?.widestCopy(best) ?? best, widestCopy(found, photos)).url;
}

/**
 * Sets `summary` and `content_text`, and from their images and links `image` and `attachments`. Of a post that can only
 * be read with a password, the title alone is left.
 *
 * @param imageWidth of the item's image, in pixels
 * @returns the text before truncation
 */
export function setTexts(
  item: Item,
  summary: HtmlOrText | undefined,
  content: HtmlOrText | undefined,
  { cleaner, addPhotos }: Refinements = {},
  imageWidth?: number,
): string {
  const read = ({ html, text, base }: HtmlOrText, limit: number) => {
    const found =
      html === undefined
        ? { text: lines((text ?? '').slice(0, limit * 2)), images: undefined, files: [] }
        : htmlToText(html, base, limit, cleaner);
    if (cleaner) found.text = cleaner.clean(found.text, item.title);
    return found;
  };
  const brief = summary && read(summary, content ? MAX_CHARS.summary : MAX_CHARS.content_text);
  const full = content && read(content, MAX_CHARS.content_text);
  const text = full?.text || brief?.text || '';
  if (item.title && isProtected(item.title, text, [summary, content])) {
    item.title = withoutProtectedPrefix(item.title);
    return setTexts(item, undefined, undefined, {}, imageWidth);
  }
  item.content_text = text.length > MAX_CHARS.content_text ? lines(text, MAX_CHARS.content_text) : text;
  // Without line breaks a normalized text is a normalized line.
  const words = line((brief?.text || text).replaceAll('\n', ' '), MAX_CHARS.summary);
  if (words) item.summary = words;
  const named = item.image ? { url: item.image, width: imageWidth } : undefined;
  const image = choosePicture(named, [full?.images, brief?.images], item.attachments);
  if (image) item.image = image;
  else delete item.image;
  const known = new Set(item.attachments?.map(({ url }) => url));
  const files = [...(brief?.files ?? []), ...(full?.files ?? [])].filter(
    ({ url }) => !known.has(url) && known.add(url),
  );
  if (files.length) item.attachments = [...(item.attachments ?? []), ...files];
  addPhotos?.(item, summary, content);
  return text;
}

/** A language tag with hyphens (RFC 5646): `vi_VN` becomes `vi-VN`. */
export function languageTag(text: string | undefined): string | undefined {
  return line(text?.replaceAll('_', '-'), 35);
}

/** Joomla's root of all categories and its mark of the front page's posts, and the categories of uncategorized posts. */
const NO_TAG = /^(?:root|featured|uncategori[sz]ed|chưa (?:được )?phân loại)$/i;

/** Normalized tags, each once. */
export function toTags(texts: readonly (string | undefined)[]): string[] {
  const tags = texts
    .map((tag) => line(tag, 200))
    .filter((tag): tag is string => tag !== undefined && !NO_TAG.test(tag));
  return [...new Set(tags)].slice(0, MAX_ENTRIES);
}

/** Sets authors, tags, language and views. */
function setDetails(item: Item, parts: RawItem, text: string): void {
  const writer = findCredit(text, parts.content ?? parts.summary);
  const authors = writer ? [writer] : parts.authors?.filter((each) => each !== undefined);
  if (authors?.length) item.authors = uniqueBy(authors, ({ name }) => name);
  const tags = toTags(parts.tags ?? []);
  if (tags.length) item.tags = tags;
  const language = languageTag(parts.language);
  if (language) item.language = language;
  if (parts.views) item._tct = { ...item._tct, views: parts.views };
}

/** Adds the guid. Without one, an item may be identified by its text, which is the same whether it is cleaned or not. */
export function identify(
  item: Item,
  guid: string | undefined,
  summary: HtmlOrText | undefined,
  content: HtmlOrText | undefined,
  refinements: Refinements = {},
): UnidentifiedItem {
  const id = line(guid, MAX_CHARS.id);
  if (id || !refinements.cleaner) return { guid: id, item };
  return {
    item,
    text() {
      const uncleaned: Item = { id: '', content_text: '' };
      setTexts(uncleaned, summary, content);
      return uncleaned.content_text;
    },
  };
}

/** Converts an item of any source to the model. Its id is set later, by `assignIds`. */
export function toItem(parts: RawItem, refinements?: Refinements): UnidentifiedItem {
  const attachments = parts.attachments?.filter((each) => each !== undefined);
  const item: Item = omitUndefined({
    id: '',
    content_text: '',
    url: httpUrl(parts.link, parts.base),
    title: line(parts.title, MAX_CHARS.title),
    image: httpUrl(parts.image, parts.base) ?? photoAmong(attachments),
    attachments: attachments?.length ? uniqueBy(attachments, ({ url }) => url) : undefined,
  });
  const text = setTexts(item, parts.summary, parts.content, refinements, parts.imageWidth);
  setDates(item, parts.published, parts.modified, parts.monthFirst);
  setDetails(item, parts, text);
  return identify(item, parts.guid, parts.summary, parts.content, refinements);
}

/** The URL of the first image among the attachments. */
export function photoAmong(attachments: readonly Attachment[] | undefined): string | undefined {
  return attachments?.find(({ mime_type }) => mime_type.startsWith('image/'))?.url;
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  const known = new Set<string>();
  return values.filter((value) => !known.has(key(value)) && known.add(key(value)));
}

/** Whether an item has any content. Items without are dropped. */
function hasSubstance({ guid, item }: UnidentifiedItem): boolean {
  return Boolean(guid || item.content_text) || Object.keys(item).length > 2;
}

const ACCOUNT_NAME = /^(?:admin(?:istrator)?|quản ?trị(?: viên| hệ thống)?|superuser account|host)$/i;

/** Removes authors that are the school itself or a shared account, such as "admin". */
function dropAccounts(item: Item, school: string): void {
  const people = item.authors?.filter(({ name }) => !ACCOUNT_NAME.test(name) && name !== school);
  if (people?.length) item.authors = people;
  else if (item.authors) delete item.authors;
}

/**
 * Normalizes a feed of any reader, and sets its items: without empty ones and the oldest beyond `MAX_ITEMS`, with ids.
 */
export function finishFeed(feed: Feed, drafts: readonly UnidentifiedItem[]): Feed {
  const kept = newest(drafts.filter(hasSubstance), MAX_ITEMS, ({ item }) => item.date_published);
  feed.items = kept.map(({ item }) => item);
  normalizeTexts(feed);
  // Nothing may be left of a text of unprintable characters.
  feed.items = assignIds(kept.filter(hasSubstance));
  return feed;
}

/** Makes a feed of its items. */
export function toFeed(
  head: Omit<Feed, 'version' | 'items' | 'title'> & { title?: string },
  drafts: UnidentifiedItem[],
  url: string,
): Feed {
  const title = line(head.title) ?? hostOf(url);
  for (const { item } of drafts) dropAccounts(item, title);
  return finishFeed({ version: JSON_FEED_VERSION, ...omitUndefinedOrEmpty(head), title, items: [] }, drafts);
}
