import { LIST_KINDS, type ListKind, type PageSource } from '../../core/config/cluster.ts';
import type { ReadContext } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { guessList, namedPages } from './guess-list.ts';
import { HtmlPage } from './html-page.ts';
import { PageError } from './page-error.ts';

/** Pages of a site that look like lists, by kind. */
export type ListPages = Record<ListKind, PageSource[]>;

/** Finds list pages from one page of a site, which may be a list itself. */
export function listPages(body: Uint8Array, { url, contentType }: ReadContext): ListPages {
  const found = Object.fromEntries(LIST_KINDS.map((kind) => [kind, [] as PageSource[]])) as ListPages;
  try {
    const html = new HtmlPage(decodeBytes(body, contentType), url);
    const item = guessList(html);
    if (item) found.news.push({ url, kind: 'page', item, pages: 1 });
    for (const { kind, url } of namedPages(html)) found[kind].push({ url, kind: 'page', pages: 1 });
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
  }
  return found;
}
