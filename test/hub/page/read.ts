import type { ListKind, PageSource } from '../../../core/config/cluster.ts';
import type { Item } from '../../../core/model/feed.ts';
import { type Page, PageError, readPage } from '../../../hub/page/read-page.ts';
import { bytes } from '../../fixture.ts';
import type { Site } from '../../sites/site.ts';

const HOME = 'http://truong.example/tin/';

/** CSS selectors of a page source. */
export type SelectorFields = Partial<Omit<PageSource, 'url' | 'kind'>>;

const source = (url: string, chosen: SelectorFields): PageSource => ({
  kind: 'page',
  url,
  pages: 1,
  ...chosen,
});

/**
 * Reads a page from its HTML.
 *
 * @param now time of the page, ms since the epoch
 */
export function page(
  html: string | Uint8Array,
  chosen: SelectorFields = {},
  kind: ListKind = 'news',
  url = HOME,
  now = Date.now(),
): Promise<Page> {
  const body = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return readPage(body, { url }, source(url, chosen), kind, now);
}

/** The first item of a page with a list of one item. */
export async function newsItem(
  inner: string,
  chosen: SelectorFields = {},
  kind: ListKind = 'news',
): Promise<Item> {
  const { feed } = await page(
    `<body><ul><li class=post>${inner}</li></ul>`,
    { item: 'li.post', ...chosen },
    kind,
  );
  return feed.items[0]!;
}

/** Reads a recorded page, at the URL it was recorded from. */
export async function recorded(
  name: string,
  path: string,
  chosen: SelectorFields,
  kind: ListKind,
): Promise<Page> {
  const url = `http://127.0.0.1:${name.startsWith('nukeviet') ? 8802 : 8801}${path}`;
  return readPage(
    await bytes(name),
    { url, contentType: 'text/html; charset=utf-8' },
    source(url, chosen),
    kind,
    Date.now(),
  );
}

/** Reads a page of a running sample site. */
export async function served(
  site: Site,
  path: string,
  chosen: SelectorFields,
  kind: ListKind,
): Promise<Page> {
  const answer = await fetch(site.url(path));
  const body = new Uint8Array(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type') ?? undefined;
  return readPage(
    body,
    { url: site.url(path), contentType },
    source(site.url(path), chosen),
    kind,
    Date.now(),
  );
}

/** The error of a page that cannot be read. */
export async function failure(read: Promise<Page>): Promise<PageError> {
  const outcome = await read.catch((error: unknown) => error);
  if (outcome instanceof PageError) return outcome;
  throw outcome instanceof Error ? outcome : new Error('The page was read without an error.');
}
