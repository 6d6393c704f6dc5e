import type { PageSource } from '../../core/config/cluster.ts';
import { HtmlPage } from './html-page.ts';
import { guessList } from './list/guess-list.ts';
import { namedPages } from './named-pages.ts';
import { PageError } from './page-error.ts';

/** The lists that a page of a site leads to. */
export interface SitePages {
  /** The page itself as a list of posts, if it looks like one. */
  list?: PageSource;
  /** Pages that it links to by the name of a list, in its order. */
  named: ReturnType<typeof namedPages>;
}

/** Finds list pages from one page of a site, which may be a list itself. */
export function listPages(html: string, url: string): SitePages {
  try {
    const page = new HtmlPage(html, url);
    const item = guessList(page);
    return {
      ...(item && { list: { url, kind: 'page', item, pages: 1 } }),
      named: namedPages(page),
    };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { named: [] };
  }
}
