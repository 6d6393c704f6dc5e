import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import { documentType } from '../../core/documents/read-document.ts';
import { setDocuments } from '../../core/documents/set-documents.ts';
import type { DocumentFacts, Feed, Item, ReadContext } from '../../core/model/feed.ts';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import { challengeTitle } from '../../core/read/challenge.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { cleaner } from '../../core/read/cleaner.ts';
import { diagnose } from '../../core/read/diagnose.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { toFeed, toItem } from '../../core/read/to-item.ts';
import { httpUrl } from '../../core/url.ts';
import { readGallery } from './album/gallery.ts';
import { nextPartUrl } from './album/next-part.ts';
import { readDocuments } from './document/documents.ts';
import type { FoundItem } from './found-item.ts';
import { HtmlPage } from './html-page.ts';
import { readListItem } from './item.ts';
import { itemsOf } from './list/whole-items.ts';
import { nothingGuessed, nothingMatched, nothingRead, PageError, tooLarge } from './page-error.ts';
import { resolveDates } from './resolve-dates.ts';
import { type Field, Selectors } from './selectors.ts';
import { descendants, type Element, isElement, selfAndAncestors, visibleElements } from './tree.ts';

export { PageError };

/** The content of a page. */
export interface Page {
  feed: Feed;
  /** Absolute http(s) URL of the next page of the list; never the page itself. */
  next?: string;
}

/** Names of the items in a list, for messages. */
const ITEM_NAMES: Record<ListKind, [vi: string, en: string]> = {
  news: ['bài', 'post'],
  documents: ['văn bản', 'document'],
  gallery: ['ảnh hay album', 'photo or album'],
};

/** Advice if nothing could be guessed. */
const NOTHING_GUESSED: Record<ListKind, [vi: string, en: string]> = {
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

/** The fields whose selectors find the items. */
const ITEM_FIELDS: Record<ListKind, Field[]> = {
  news: ['item'],
  documents: ['item', 'table'],
  gallery: ['item', 'photos'],
};

/** Whether a body is RSS or Atom. */
function isXmlFeed(text: string): boolean {
  const head = text.slice(0, 5000);
  return /<(?:rss|feed|rdf:RDF)[\s>]/.test(head) && !/<html/i.test(head);
}

/** @throws PageError for a test of the browser or a login in place of the page */
export function refuseChallenge(text: string): void {
  const title = isXmlFeed(text) ? undefined : challengeTitle(text);
  if (title === undefined) return;
  const { vi, en } = feedErrorMessage('challenge', title)!;
  throw new PageError('challenge', vi, en);
}

/** The error for a body that is not an HTML page, such as a feed or a file; undefined if it may be one. */
export function notAPageError(text: string, body: Uint8Array): PageError | undefined {
  if (isXmlFeed(text))
    return new PageError(
      'not-a-page',
      'Đây là nguồn RSS hoặc Atom: hãy bỏ kind "page" để đọc như nguồn tin.',
      'This is an RSS or Atom feed: leave out kind "page" to have it read as one.',
    );
  const { code, detail, isExcerpt } = diagnose(text, body);
  if (/^(?:html|text|xml)$/.test(code)) return undefined;
  const { vi, en } = feedErrorMessage(code, detail)!;
  return new PageError('not-a-page', vi, en, isExcerpt ? feedErrorMessage(code, '')!.vi : vi);
}

/** The error for a page without items. Names the selector at fault, if there is one. */
function noItemsError(page: HtmlPage, selectors: Selectors, kind: ListKind): PageError {
  const counts = selectors.counts(page);
  const itemField = ITEM_FIELDS[kind].find((field) => selectors.selectorOf(field) !== undefined);
  if (!itemField) return nothingGuessed(page.title, NOTHING_GUESSED[kind]);
  const missing = counts.find(({ field, matched }) => field === itemField && matched === 0);
  return missing
    ? nothingMatched(page.title, missing, counts, false)
    : nothingRead(page.title, counts, ITEM_NAMES[kind]);
}

/**
 * Checks that the selectors of title and link match in some item. Both could be guessed, but a selector that never
 * matches is a mistake.
 *
 * @throws PageError
 */
function checkItemSelectors(page: HtmlPage, selectors: Selectors): void {
  const items = selectors.outermost('item', page);
  for (const field of ['title', 'link'] as const) {
    const selector = selectors.selectorOf(field);
    if (items.length && selector !== undefined && !items.some((item) => selectors.first(field, item)))
      throw nothingMatched(page.title, { field, selector }, selectors.counts(page), true);
  }
}

/** The link to the next page: by its selector, else by `rel="next"`. */
function nextPage(page: HtmlPage, selectors: Selectors): { url: string; element: Element } | undefined {
  const withoutFragment = (url: string) => url.replace(/#.*/s, '');
  const links = (element: Element) => [...selfAndAncestors(element), ...visibleElements(element)];
  const candidates =
    selectors.selectorOf('next') !== undefined
      ? selectors.all('next', page).flatMap(links)
      : [...descendants(page.root)].filter(
          (node): node is Element => isElement(node) && /(?:^|\s)next(?:\s|$)/i.test(node.attribs.rel ?? ''),
        );
  for (const element of candidates) {
    const url = page.resolveUrl(element.attribs.href);
    if (url) return withoutFragment(url) === withoutFragment(page.url) ? undefined : { url, element };
  }
  return undefined;
}

/** Sets the facts of a document. Those stated on the page override those read from its title and number. */
function setFacts(item: Item, stated: DocumentFacts): void {
  const fromTitle = item._tct?.document;
  const type = stated.number && documentType(item.title ?? '', stated.number);
  const guessed = { ...(type && { type }), ...fromTitle };
  if (fromTitle || (Object.keys(stated).length && (stated.number || stated.issued)))
    item._tct = { ...item._tct, document: { ...guessed, ...stated } };
}

/** Finds the items of a page, with the facts stated about documents. */
function findItems(page: HtmlPage, selectors: Selectors, kind: ListKind, isOwnPage: boolean): FoundItem[] {
  if (kind === 'gallery') return readGallery(page, selectors, isOwnPage);
  if (kind === 'documents') return readDocuments(page, selectors);
  return itemsOf(page, selectors).map(({ head, whole }) => ({
    ...readListItem(page, selectors, head, whole),
    stated: { facts: {} },
    element: head,
  }));
}

/** A page, and the body that it was parsed from. */
export interface OpenPage {
  page: HtmlPage;
  text: string;
  body: Uint8Array;
}

/** What was read from a page, and where on the page. */
export interface PageReading extends Page {
  /** What each item of the feed was made of. */
  found: Map<Item, FoundItem>;
  /** The link to the next page. */
  nextElement?: Element;
}

/** Parses a page. @throws PageError if it is too large, or a test of the browser or a login in place of the page */
export function openPage(body: Uint8Array, { url, contentType }: ReadContext): OpenPage {
  if (body.length > MAX_BODY_BYTES) throw tooLarge(MAX_BODY_BYTES / 2 ** 20, ['MB', 'MB']);
  const text = decodeBytes(body, contentType);
  // The pictures of a captive portal are not an album.
  refuseChallenge(text);
  return { page: new HtmlPage(text, url), text, body };
}

/**
 * Like `readPage`, and tells where the items stand on the page.
 *
 * @throws PageError
 */
export function readOpenPage(
  { page, text, body }: OpenPage,
  source: PageSource,
  kind: ListKind,
  now: number,
  isOwnPage = false,
): PageReading {
  const selectors = new Selectors(source);
  checkItemSelectors(page, selectors);
  const found = findItems(page, selectors, kind, isOwnPage).filter(({ raw }) => raw.title || raw.image);
  const relative = resolveDates(found, now);
  const byItem = new Map<Item, FoundItem>();
  /** Items whose dates get vaguer. */
  const approximate = new Set<Item>();
  const drafts = found.map((each) => {
    const draft = toItem(each.raw, { cleaner });
    byItem.set(draft.item, each);
    const { precision, getsVaguer } = relative.get(each.raw) ?? {};
    if (getsVaguer) approximate.add(draft.item);
    if (precision && draft.item._tct) draft.item._tct.precision = precision;
    return draft;
  });
  if (!drafts.length) throw notAPageError(text, body) ?? noItemsError(page, selectors, kind);
  const feed = toFeed({ title: page.title, home_page_url: httpUrl(page.url) }, drafts, page.url);
  setDocuments(feed.items);
  for (const item of feed.items) setFacts(item, byItem.get(item)?.stated.facts ?? {});
  const ids = feed.items.filter((item) => approximate.has(item)).map(({ id }) => id);
  if (ids.length) feed._tct = { ...feed._tct, approximate: ids };
  if (isOwnPage) {
    const next = nextPartUrl(page, source.url);
    return { feed, found: byItem, ...(next && { next }) };
  }
  const next = nextPage(page, selectors);
  return { feed, found: byItem, ...(next && { next: next.url, nextElement: next.element }) };
}

/**
 * Reads a list from an HTML page, for sites without a feed: its posts, documents or photos, in the order of the page.
 *
 * @param context URL and `Content-Type` of the response
 * @param source CSS selectors. Missing ones are guessed, except `item` for news.
 * @param now time of the page, ms since the epoch
 * @param isOwnPage whether it is the page of one album, whose URL the source has, or a page that follows it
 * @throws PageError if a selector is wrong, nothing was found, or the body is not an HTML page
 */
export async function readPage(
  body: Uint8Array,
  context: ReadContext,
  source: PageSource,
  kind: ListKind,
  now: number,
  isOwnPage = false,
): Promise<Page> {
  const { feed, next } = readOpenPage(openPage(body, context), source, kind, now, isOwnPage);
  return { feed, ...(next && { next }) };
}
