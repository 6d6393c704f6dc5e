import { assignIds, type UnidentifiedItem } from '../identity/assign-ids.ts';
import type { Attachment, Author, Feed, Item } from '../model/feed.ts';
import { JSON_FEED_VERSION, MAX_CHARS, MAX_ENTRIES } from '../model/limits.ts';
import { omitUndefined, omitUndefinedOrEmpty } from '../omit-undefined.ts';
import { line, lines, truncate } from '../text/normalize.ts';
import { parseDate } from '../time/parse-date.ts';
import { hostOf, httpUrl } from '../url.ts';
import { htmlToText } from './html/to-text.ts';
import { attachmentMediaType } from './media-type.ts';
import { parsePerson } from './person.ts';

/** A text as the source gives it: HTML or plain text, and the base of its links. */
export interface HtmlOrText {
  html?: string;
  text?: string;
  base?: string;
}

/** An item in the source's own words; `composeItem` makes the model of it. */
export interface RawItem {
  guid?: string;
  /** Resolved against `base`. */
  link?: string;
  base?: string;
  /** Plain text. */
  title?: string;
  summary?: HtmlOrText;
  content?: HtmlOrText;
  published?: string;
  modified?: string;
  authors?: (Author | undefined)[];
  tags?: (string | undefined)[];
  language?: string;
  /** The best image the source names; else the first one in the prose is taken. */
  image?: string;
  attachments?: (Attachment | undefined)[];
  views?: number;
}

/** A line near the end of a report: "Tin và ảnh: …", "Bài: …". Names the people, where the feed names an account. */
const CREDIT =
  /(?:^|\n)(?:tin|bài|ảnh|tác giả|người viết)(?:[\s,&]+(?:và|bài|ảnh|tin|viết))*\s*:\s*([^\n:]{3,60})(?=\n|$)/iu;

/** @param text what was read of the prose: of a long one only the beginning */
function findCredit(text: string, prose: HtmlOrText | undefined): Author | undefined {
  const html = prose?.html;
  const end = html && html.length > MAX_CHARS.content_text ? htmlToText(html.slice(-600)).text : text;
  const tail = end.slice(-250);
  return tail.includes(':') ? parsePerson(CREDIT.exec(tail)?.[1]) : undefined;
}

/** An attachment if its address is one. */
export function toAttachment(
  url: string | undefined,
  base: string | undefined,
  more: Partial<Attachment> = {},
): Attachment | undefined {
  const link = httpUrl(url, base);
  if (!link) return undefined;
  return {
    url: link,
    ...omitUndefinedOrEmpty({ ...more }),
    mime_type: attachmentMediaType(link, more.mime_type?.trim().toLowerCase()),
  };
}

/** A count of bytes, pixels or seconds as feeds write it. */
export function parseCount(text: string | undefined): number | undefined {
  const value = /^\s*\d{1,15}(?:\.\d+)?\s*$/.test(text ?? '') ? Math.round(Number(text)) : 0;
  return value || undefined;
}

/** Sets `date_published` and `date_modified`; a source with one date only has published it then. */
export function setDates(item: Item, published: string | undefined, modified: string | undefined): void {
  const second = modified ? parseDate(modified) : undefined;
  const first = (published ? parseDate(published) : undefined) ?? second;
  if (first) {
    item.date_published = first.date;
    item._tct = { ...item._tct, precision: first.precision };
  }
  if (second) item.date_modified = second.date;
}

/** Sets `summary`, `content_text` (returned before it is cut), and from links and pictures in the prose `image` and `attachments`. */
export function setTexts(
  item: Item,
  summary: HtmlOrText | undefined,
  content: HtmlOrText | undefined,
): string {
  const read = ({ html, text, base }: HtmlOrText, limit: number) =>
    html === undefined
      ? { text: lines((text ?? '').slice(0, limit * 2)), image: undefined, files: [] }
      : htmlToText(html, base, limit);
  const brief = summary && read(summary, content ? MAX_CHARS.summary : MAX_CHARS.content_text);
  const full = content && read(content, MAX_CHARS.content_text);
  const text = full?.text || brief?.text || '';
  item.content_text = truncate(text, MAX_CHARS.content_text);
  const words = truncate((brief?.text || text).replaceAll('\n', ' '), MAX_CHARS.summary);
  if (words) item.summary = words;
  const image = item.image ?? full?.image ?? brief?.image;
  if (image) item.image = image;
  const known = new Set(item.attachments?.map(({ url }) => url));
  const files = [...(brief?.files ?? []), ...(full?.files ?? [])].filter(
    ({ url }) => !known.has(url) && known.add(url),
  );
  if (files.length) item.attachments = [...(item.attachments ?? []), ...files];
  return text;
}

/** `vi_VN` is written `vi-VN` (RFC 5646). */
export function languageTag(text: string | undefined): string | undefined {
  return line(text, 35)?.replaceAll('_', '-');
}

/** Sets what nobody needs who only tells what is new. */
function setDetails(item: Item, parts: RawItem, text: string): void {
  const writer = findCredit(text, parts.content ?? parts.summary);
  const authors = writer ? [writer] : parts.authors?.filter((each) => each !== undefined);
  if (authors?.length) item.authors = unique(authors, ({ name }) => name);
  const tags = parts.tags?.map((tag) => line(tag, 200)).filter((tag) => tag !== undefined);
  if (tags?.length) item.tags = [...new Set(tags)].slice(0, MAX_ENTRIES);
  const language = languageTag(parts.language);
  if (language) item.language = language;
  if (parts.views) item._tct = { ...item._tct, views: parts.views };
}

/** One item of a foreign format in the model's terms. */
export function toItem(parts: RawItem): UnidentifiedItem {
  const attachments = parts.attachments?.filter((each) => each !== undefined);
  const item: Item = omitUndefined({
    ...{ id: '', content_text: '' },
    url: httpUrl(parts.link, parts.base),
    title: line(parts.title, MAX_CHARS.title),
    image: httpUrl(parts.image, parts.base),
    attachments: attachments?.length ? unique(attachments, ({ url }) => url) : undefined,
  });
  const text = setTexts(item, parts.summary, parts.content);
  setDates(item, parts.published, parts.modified);
  setDetails(item, parts, text);
  return { guid: line(parts.guid, MAX_CHARS.id), item };
}

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  const known = new Set<string>();
  return values.filter((value) => !known.has(key(value)) && known.add(key(value)));
}

/** An item that says nothing at all is dropped. */
export function hasSubstance({ guid, item }: UnidentifiedItem): boolean {
  return Boolean(guid || item.content_text) || Object.keys(item).length > 2;
}

/** What no title or text of a document is without; most news needs no further look. */
const MAYBE_DOCUMENT = /^\[|(?<!\p{L})số(?!\p{L})|\d\s*[-–/_]\s*\p{L}/iu;

export async function setDocuments(items: readonly Item[]): Promise<void> {
  const likely = items.filter(
    ({ title, summary }) => MAYBE_DOCUMENT.test(title ?? '') || /ký hiệu|ban hành/i.test(summary ?? ''),
  );
  if (!likely.length) return;
  const { titleWithoutNumber, readDocument } = await import('../documents/read-document.ts');
  for (const item of likely) {
    const document = readDocument(item.title ?? '', item.content_text);
    if (!document) continue;
    item._tct = { ...item._tct, document };
    // What is told as a fact is not shown a second time.
    if (item.title && document.number) item.title = titleWithoutNumber(item.title, document.number);
  }
}

const ACCOUNT_NAME = /^(?:admin(?:istrator)?|quản ?trị(?: viên| hệ thống)?|superuser account|host)$/i;

/** The school is no author of its own posts, nor is an account that publishes for everybody. */
function dropAccounts(item: Item, school: string): void {
  const people = item.authors?.filter(({ name }) => !ACCOUNT_NAME.test(name) && name !== school);
  if (people?.length) item.authors = people;
  else if (item.authors) delete item.authors;
}

/** The whole feed: items with nothing in them left out, the rest given their identity. */
export async function toFeed(
  head: Omit<Feed, 'version' | 'items' | 'title'> & { title?: string },
  drafts: UnidentifiedItem[],
  url: string,
): Promise<Feed> {
  const feed: Feed = {
    version: JSON_FEED_VERSION,
    ...omitUndefinedOrEmpty(head),
    title: head.title || hostOf(url),
    items: [],
  };
  for (const { item } of drafts) dropAccounts(item, feed.title);
  feed.items = assignIds(drafts.filter(hasSubstance));
  await setDocuments(feed.items);
  return feed;
}
