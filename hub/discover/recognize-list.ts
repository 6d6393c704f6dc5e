/** Recognises a given address as that of documents or albums. */
import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import { kindOfName } from '../../core/discover/list-names.ts';
import { countNumbered, fits, sourceFacts } from '../../core/discover/weigh.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import type { SearchPorts } from './types.ts';

type OtherKind = Exclude<ListKind, 'news'>;

/** The words of a path, as names. */
function kindOfPath(url: string): OtherKind | undefined {
  const { pathname } = new URL(url);
  return kindOfName(pathname.replace(/\.\w{3,5}$/, '').replaceAll('/', ' / '));
}

/** Of which kind a feed is, by its address, its title and its posts; undefined for news. */
export function kindOfFeed(url: string, feed: Feed): OtherKind | undefined {
  const isDocuments = feed.items.length > 0 && countNumbered(feed.items) >= feed.items.length * 0.8;
  return kindOfPath(url) ?? kindOfName(feed.title) ?? (isDocuments ? 'documents' : undefined);
}

/** What a page is besides a page: a source, what was read of it, and whether its name says so, too. */
export interface OwnList {
  kind: OtherKind;
  source: PageSource;
  feed: Feed;
  isNamed: boolean;
}

/**
 * Recognises a page as a list of documents, by their numbers, or of albums, by its name or address, since other pages
 * have photos, too.
 *
 * @param title of the page
 * @param list the list of links that it looks like, if any
 */
export async function ownListOf(
  page: FetchedResponse,
  title: string,
  list: PageSource | undefined,
  { read, now }: SearchPorts,
): Promise<OwnList | undefined> {
  const named = kindOfPath(page.url) ?? kindOfName(title);
  const self: PageSource = { url: page.url, kind: 'page', pages: 1 };
  const ways: [OtherKind, PageSource][] = [
    ...(named === 'gallery' ? [['gallery', self] as [OtherKind, PageSource]] : []),
    ['documents', self],
    ...(named === 'documents' && list ? [['documents', list] as [OtherKind, PageSource]] : []),
  ];
  for (const [kind, source] of ways) {
    const feed = await read(source, kind, page);
    if ('refusal' in feed) continue;
    const facts = sourceFacts(feed, page.headers, now);
    const isNamed = named === kind;
    const isKind = isNamed ? fits(facts, kind) : facts.numbers >= Math.max(2, facts.posts / 2);
    if (isKind) return { kind, source, feed, isNamed };
  }
  return undefined;
}
