/** What the hub asks of its reader process, and how it is done there. */
import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import { inspectPage, type PageInspection } from '../../core/discover/probe.ts';
import { type Category, readCategories } from '../../core/discover/wordpress.ts';
import type { Feed, ReadContext } from '../../core/model/feed.ts';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { FeedError } from '../../core/read/feed-error.ts';
import { parseJson } from '../../core/read/json/parse-json.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { readForeign } from '../../core/read/read-foreign.ts';
import { addPhotos } from '../page/album/post-photos.ts';
import { pointAt } from '../page/point/point.ts';
import type { PointReading, PointRequest } from '../page/point/types.ts';
import {
  notAPageError,
  openPage,
  type Page,
  PageError,
  readPage,
  refuseChallenge,
} from '../page/read-page.ts';
import { type ShownAsset, ShownAssets } from '../page/shown/assets.ts';
import { rewriteCss } from '../page/shown/rewrite-css.ts';
import { type ShownReading, showPage } from '../page/shown/show-page.ts';
import { listPages, type SitePages } from '../page/site-pages.ts';
import { unreadableMessage } from '../page/unreadable-message.ts';
import { isNestedTooDeeply, MAX_JSON_DEPTH } from './json-depth.ts';
import { convertOldFonts, decodeOldFonts } from './old-fonts.ts';

/**
 * How to read a body: as a feed, as a feed whose posts are albums, as a list page of a time (ms since the epoch), as the
 * page of one album, as a page of a site whose sources are sought, as the categories of a WordPress, as a page that a
 * user points at, as a page or a style sheet to be shown, with the folder of what it loads and the first free number there.
 */
export type ReadAs =
  | 'feed'
  | 'albums'
  | 'site'
  | 'categories'
  | { source: PageSource; kind: ListKind; now: number; isOwnPage?: boolean }
  | { point: PointRequest; now: number }
  | { shown: string }
  | { sheet: string; first: number };

/** A body to read. */
export interface ReadTask {
  body: Uint8Array;
  context: ReadContext;
  as: ReadAs;
}

/** What a page tells about its site, and pages that look like lists. */
export interface SiteReading {
  inspection: PageInspection;
  pages: SitePages;
}

/** The reading as JSON, or why the body cannot be read; see `UnreadableError`. */
export type ReadAnswer = { json: string } | { unreadable: string; code?: string };

/** Time for one body. Large sound feeds take three seconds, and longer on a busy machine. */
export const MAX_READING_MS = 30_000;

/** A small body may expand: each of its links repeats the base. The hub holds several readings at once. */
const MAX_READING_CHARS = MAX_BODY_BYTES;

const TOO_LARGE =
  'Nội dung của nguồn quá lớn nên không được đọc. Hãy báo người quản trị trang nguồn, hoặc dùng một địa chỉ chỉ có các bài mới.';

const TOO_DEEP = `Nguồn là JSON lồng nhau hơn ${MAX_JSON_DEPTH} tầng nên không được đọc. Hãy báo người quản trị trang nguồn.`;

/** Reads the text of a page of a site. @throws PageError for a test of the browser or a login in place of the page */
function readSite(html: string, context: ReadContext): SiteReading {
  refuseChallenge(html);
  return { inspection: inspectPage(html, context), pages: listPages(html, context.url) };
}

/** A style sheet to be shown. */
export interface ShownSheet {
  css: string;
  /** What it loads, by numbers from the given one on. */
  assets: ShownAsset[];
}

/** @throws PageError for anything but a page */
function show(body: Uint8Array, context: ReadContext, folder: string): ShownReading {
  const { page, text } = openPage(body, context);
  const error = notAPageError(text, body);
  if (error) throw error;
  return showPage(page, folder);
}

function showSheet(
  body: Uint8Array,
  { url, contentType }: ReadContext,
  folder: string,
  first: number,
): ShownSheet {
  const assets = new ShownAssets(folder, first);
  return { css: rewriteCss(decodeBytes(body, contentType), url, assets), assets: assets.list };
}

/** What a body can be read as; see `ReadAs`. */
type Reading = Feed | Page | SiteReading | Category[] | PointReading | ShownReading | ShownSheet;

async function read({ context, as, ...task }: ReadTask): Promise<Reading> {
  if (as === 'site' || as === 'categories') {
    const text = decodeOldFonts(decodeBytes(task.body, context.contentType));
    return as === 'site' ? readSite(text, context) : readCategories(text);
  }
  if (typeof as === 'object' && 'sheet' in as) return showSheet(task.body, context, as.sheet, as.first);
  const body = convertOldFonts(task.body, context);
  if (as === 'feed') return readFeed(body, context);
  if (as === 'albums') return readForeign(body, { ...context, addPhotos }, parseJson(body));
  if ('shown' in as) return show(body, context, as.shown);
  if ('point' in as) return pointAt(body, context, as.point, as.now);
  return readPage(body, context, as.source, as.kind, as.now, as.isOwnPage);
}

/** Reads a body. Never rejects: a bug in the readers makes the body unreadable, too. */
export async function answerTask(task: ReadTask): Promise<ReadAnswer> {
  try {
    if (isNestedTooDeeply(task.body)) return { unreadable: TOO_DEEP };
    const json = JSON.stringify(await read(task));
    return json.length > MAX_READING_CHARS ? { unreadable: TOO_LARGE } : { json };
  } catch (error) {
    const code = error instanceof FeedError || error instanceof PageError ? error.code : undefined;
    return { unreadable: unreadableMessage(error), ...(code && { code }) };
  }
}
