import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import { readDocument } from '../../core/documents/read-document.ts';
import type { DocumentFacts, Feed, Item, ReadContext } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { diagnose } from '../../core/read/diagnose.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { type RawItem, toFeed, toItem } from '../../core/read/to-item.ts';
import { httpUrl } from '../../core/url.ts';
import { readDocuments } from './documents.ts';
import { readGallery } from './gallery.ts';
import { type Element, HtmlPage, isElement, lineage, seen, within } from './html-page.ts';
import { readItem } from './item.ts';
import { nothingGuessed, nothingMatched, nothingRead, PageError, tooLarge } from './page-error.ts';
import { type Field, Selectors } from './selectors.ts';
import type { FoundDocument } from './tables.ts';

export { PageError };

export interface Page {
  feed: Feed;
  /** The address of the next page of the list: absolute, http(s), not this one. */
  next?: string;
}

/** As for feeds (MB). */
const LONGEST = 32;

const WANTED: Record<ListKind, [vi: string, en: string]> = {
  news: ['bài', 'post'],
  documents: ['văn bản', 'document'],
  gallery: ['ảnh hay album', 'photo or album'],
};

const UNGUESSED: Record<ListKind, [vi: string, en: string]> = {
  news: [
    'Nguồn dạng trang cần bộ chọn item: phần tử chứa một bài.',
    'A page source needs the selector item: the element that holds one post.',
  ],
  documents: [
    'Không tìm thấy bảng văn bản nào, tức bảng có các cột như “Số ký hiệu”, “Ngày ban hành”, “Trích yếu”. Hãy đặt bộ chọn table hoặc item.',
    'There is no table of documents, with columns such as “Số ký hiệu”, “Ngày ban hành”, “Trích yếu”. Set the selector table or item.',
  ],
  gallery: [
    'Không tìm thấy phần nào có từ hai ảnh trở lên. Hãy đặt bộ chọn photos hoặc item.',
    'No part of the page holds two photos or more. Set the selector photos or item.',
  ],
};

/** The selectors that hold the list, and those without whose matches there is no item. */
const HOLDERS: Record<ListKind, Field[]> = {
  news: ['item'],
  documents: ['item', 'table'],
  gallery: ['item', 'photos'],
};

/** What a body was that no page is: a feed, a file, the page of a dead database. */
function notAPage(text: string, body: Uint8Array): PageError | undefined {
  const head = text.slice(0, 5000);
  if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(head) && !/<html/i.test(head))
    return new PageError(
      'not-a-page',
      'Đây là nguồn RSS hoặc Atom: hãy bỏ kind "page" để đọc như nguồn tin.',
      'This is an RSS or Atom feed: leave out kind "page" to have it read as one.',
    );
  const { code, detail } = diagnose(text, body);
  if (/^(?:html|text|xml)$/.test(code)) return undefined;
  const { vi, en } = feedErrorMessage(code, detail)!;
  return new PageError('not-a-page', vi, en);
}

function whyNothing(page: HtmlPage, selectors: Selectors, kind: ListKind): PageError {
  const counts = selectors.counts(page);
  const given = HOLDERS[kind].find((field) => selectors.written(field) !== undefined);
  if (!given) return nothingGuessed(page.title, UNGUESSED[kind]);
  const missing = counts.find(({ field, matched }) => field === given && matched === 0);
  return missing
    ? nothingMatched(page.title, missing, counts, false)
    : nothingRead(page.title, counts, WANTED[kind]);
}

/** A title or link selector that finds nothing in any item is wrong, though both could be guessed. */
function checkItems(page: HtmlPage, selectors: Selectors): void {
  const items = selectors.outermost('item', page);
  for (const field of ['title', 'link'] as const) {
    const selector = selectors.written(field);
    if (items.length && selector !== undefined && !items.some((item) => selectors.first(field, item)))
      throw nothingMatched(page.title, { field, selector }, selectors.counts(page), true);
  }
}

/** The next page: by its selector, else by what HTML and WordPress call such a link. */
function nextOf(page: HtmlPage, selectors: Selectors): string | undefined {
  const bare = (url: string) => url.replace(/#.*/s, '');
  const links = (element: Element) => [...lineage(element), ...seen(element)];
  const candidates =
    selectors.written('next') !== undefined
      ? selectors.all('next', page).flatMap(links)
      : [...within(page.root)].filter(
          (node): node is Element => isElement(node) && /(?:^|\s)next(?:\s|$)/i.test(node.attribs.rel ?? ''),
        );
  const next = candidates.map(({ attribs }) => page.address(attribs.href)).find(Boolean);
  return next && bare(next) !== bare(page.url) ? next : undefined;
}

/** What a page states of a document stands above what its title tells. */
function setFacts(item: Item, stated: DocumentFacts): void {
  const told = item._tct?.document;
  const guessed = { ...(stated.number && readDocument(stated.number)), ...told };
  if (told || (Object.keys(stated).length && (stated.number || stated.issued)))
    item._tct = { ...item._tct, document: { ...guessed, ...stated } };
}

/** The news, documents or albums of a page as `Parts`, and what a document's form states beside. */
function find(page: HtmlPage, selectors: Selectors, kind: ListKind): FoundDocument[] {
  const bare = (parts: RawItem): FoundDocument => ({ parts, stated: { facts: {} } });
  if (kind === 'gallery') return readGallery(page, selectors).map(bare);
  if (kind === 'documents') return readDocuments(page, selectors);
  return selectors.outermost('item', page).map((item) => bare(readItem(page, selectors, item)));
}

/**
 * A list on a page of a site without a feed: its posts, its documents or its photos, in the order of the page.
 *
 * @param body the answer's bytes
 * @param source the address that answered, and its `Content-Type`
 * @param given CSS selectors; one that is missing is guessed, but for `item` of news
 * @throws PageError that tells the webmaster which selector is wrong, or that this is no page
 */
export async function readPage(
  body: Uint8Array,
  source: ReadContext,
  given: PageSource,
  kind: ListKind,
): Promise<Page> {
  if (body.length > LONGEST * 1024 * 1024) throw tooLarge(LONGEST, ['MB', 'MB']);
  const selectors = new Selectors(given);
  const text = decodeBytes(body, source.contentType);
  const page = new HtmlPage(text, source.url);
  checkItems(page, selectors);
  const stated = new Map<Item, DocumentFacts>();
  const drafts = find(page, selectors, kind)
    .filter(({ parts }) => parts.title || parts.image)
    .map(({ parts, stated: { facts, published } }) => {
      const draft = toItem({ ...parts, published: published ?? parts.published ?? facts.issued });
      stated.set(draft.item, facts);
      return draft;
    });
  if (!drafts.length) throw notAPage(text, body) ?? whyNothing(page, selectors, kind);
  const feed = await toFeed({ title: page.title, home_page_url: httpUrl(source.url) }, drafts, source.url);
  for (const item of feed.items) setFacts(item, stated.get(item) ?? {});
  const next = nextOf(page, selectors);
  return { feed, ...(next && { next }) };
}
