import { type Draft, identify } from '../identity/in-feed.ts';
import type { Attachment, Author, Feed, Item } from '../model/feed.ts';
import { defined } from '../omit-undefined.ts';
import { cut, line, lines } from '../text/normalize.ts';
import { parseDate } from '../time/parse-date.ts';
import { hostOf, safeLink } from '../url.ts';
import { EVERYTHING } from './fields.ts';
import { readHtml } from './html/to-text.ts';
import { filled } from './json/values.ts';
import { typeOf } from './media-type.ts';
import { person } from './person.ts';
import type { Prose } from './xml/text-content.ts';

/** An item in the source's own words; `composeItem` makes the model of it. */
export interface Parts {
  guid?: string;
  /** Resolved against `base`. */
  link?: string;
  base?: string;
  /** Plain text. */
  title?: string;
  summary?: Prose;
  content?: Prose;
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

/** Longer than any address, so that nothing that tells posts apart is cut. */
const GUID = 9000;
const SUMMARY = 600;
const CONTENT = 2000;
const TAGS = 100;

/** A line near the end of a report: "Tin và ảnh: …", "Bài: …". Names the people, where the feed names an account. */
const CREDIT =
  /(?:^|\n)(?:tin|bài|ảnh|tác giả|người viết)(?:[\s,&]+(?:và|bài|ảnh|tin|viết))*\s*:\s*([^\n:]{3,60})(?=\n|$)/iu;

/** @param text what was read of the prose: of a long one only the beginning */
function credit(text: string, prose: Prose | undefined): Author | undefined {
  const html = prose?.html;
  const end = html && html.length > CONTENT ? readHtml(html.slice(-600)).text : text;
  const tail = end.slice(-250);
  return tail.includes(':') ? person(CREDIT.exec(tail)?.[1]) : undefined;
}

/** An attachment if its address is one. */
export function attachment(
  url: string | undefined,
  base: string | undefined,
  more: Partial<Attachment> = {},
): Attachment | undefined {
  const link = safeLink(url, base);
  if (!link) return undefined;
  return {
    url: link,
    ...filled({ ...more }),
    mime_type: typeOf(link, more.mime_type?.trim().toLowerCase()),
  };
}

/** A count of bytes, pixels or seconds as feeds write it. */
export function count(text: string | undefined): number | undefined {
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
export function setProse(item: Item, summary: Prose | undefined, content: Prose | undefined): string {
  const read = ({ html, text, base }: Prose, limit: number) =>
    html === undefined
      ? { text: lines((text ?? '').slice(0, limit * 2)), image: undefined, files: [] }
      : readHtml(html, base, limit);
  const brief = summary && read(summary, content ? SUMMARY : CONTENT);
  const full = content && read(content, CONTENT);
  const text = full?.text || brief?.text || '';
  item.content_text = cut(text, CONTENT);
  const words = cut((brief?.text || text).replaceAll('\n', ' '), SUMMARY);
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
function setMore(item: Item, parts: Parts, text: string): void {
  const writer = credit(text, parts.content ?? parts.summary);
  const authors = writer ? [writer] : parts.authors?.filter((each) => each !== undefined);
  if (authors?.length) item.authors = unique(authors, ({ name }) => name);
  const tags = parts.tags?.map((tag) => line(tag, 200)).filter((tag) => tag !== undefined);
  if (tags?.length) item.tags = [...new Set(tags)].slice(0, TAGS);
  const language = languageTag(parts.language);
  if (language) item.language = language;
  if (parts.views) item._tct = { ...item._tct, views: parts.views };
}

/** One item of a foreign format in the model's terms. */
export function composeItem(parts: Parts): Draft {
  const attachments = parts.attachments?.filter((each) => each !== undefined);
  const item: Item = defined({
    ...{ id: '', content_text: '' },
    url: safeLink(parts.link, parts.base),
    title: line(parts.title),
    image: safeLink(parts.image, parts.base),
    attachments: attachments?.length ? unique(attachments, ({ url }) => url) : undefined,
  });
  const text = setProse(item, parts.summary, parts.content);
  setDates(item, parts.published, parts.modified);
  if (EVERYTHING) setMore(item, parts, text);
  return { guid: line(parts.guid, GUID), item };
}

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  const known = new Set<string>();
  return values.filter((value) => !known.has(key(value)) && known.add(key(value)));
}

/** An item that says nothing at all is dropped. */
export function hasSubstance({ guid, item }: Draft): boolean {
  return Boolean(guid || item.content_text) || Object.keys(item).length > 2;
}

/** What no title or text of a document is without; most news needs no further look. */
const DOCUMENT = /^\[|(?<!\p{L})số(?!\p{L})|\d\s*[-–/_]\s*\p{L}/iu;

export async function setDocuments(items: readonly Item[]): Promise<void> {
  const likely = items.filter(
    ({ title, summary }) => DOCUMENT.test(title ?? '') || /ký hiệu|ban hành/i.test(summary ?? ''),
  );
  if (!likely.length) return;
  const { nameOf, readDocument } = await import('../documents/read-document.ts');
  for (const item of likely) {
    const document = readDocument(item.title ?? '', item.content_text);
    if (!document) continue;
    item._tct = { ...item._tct, document };
    // What is told as a fact is not shown a second time.
    if (item.title && document.number) item.title = nameOf(item.title, document.number);
  }
}

const ACCOUNT = /^(?:admin(?:istrator)?|quản ?trị(?: viên| hệ thống)?|superuser account|host)$/i;

/** The school is no author of its own posts, nor is an account that publishes for everybody. */
function dropAccounts(item: Item, school: string): void {
  const people = item.authors?.filter(({ name }) => !ACCOUNT.test(name) && name !== school);
  if (people?.length) item.authors = people;
  else if (item.authors) delete item.authors;
}

/** The whole feed: items with nothing in them left out, the rest given their identity. */
export async function composeFeed(
  head: Omit<Feed, 'version' | 'items' | 'title'> & { title?: string },
  drafts: Draft[],
  url: string,
): Promise<Feed> {
  const feed: Feed = {
    version: 'https://jsonfeed.org/version/1.1',
    ...filled(head),
    title: head.title || hostOf(url),
    items: [],
  };
  if (EVERYTHING) for (const { item } of drafts) dropAccounts(item, feed.title);
  feed.items = identify(drafts.filter(hasSubstance));
  await setDocuments(feed.items);
  return feed;
}
