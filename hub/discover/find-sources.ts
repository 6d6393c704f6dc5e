/** Finds the sources of a site from one of its pages: tries what the page suggests, and chooses the best. */
import { LIST_KINDS } from '../../core/config/cluster.ts';
import { knownPages } from '../../core/discover/cms.ts';
import { countNumbered, itemsMissingIn } from '../../core/discover/weigh.ts';
import {
  type Category,
  categoriesOfKind,
  categoriesUrl,
  categoryPostsUrl,
  POSTS_QUERY,
  restRoot,
  restUrl,
} from '../../core/discover/wordpress.ts';
import type { Feed } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';
import { readCategoriesSafely, readSiteSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import { chooseSources } from './choose-sources.ts';
import { kindOfFeed, ownListOf } from './recognize-list.ts';
import { Search } from './search.ts';
import { type SearchPorts, type SiteSources, works } from './types.ts';

/** The sources among a WordPress's categories, whose posts `search` has read as news. */
async function tryCategories(search: Search, root: string, ports: SearchPorts): Promise<void> {
  const url = categoriesUrl(root);
  ports.onTrying?.(url);
  const response = await ports.open(url, false);
  const categories = 'refusal' in response ? response : await orRefusal(readCategoriesSafely(response));
  if ('refusal' in categories) return;
  const posts = search.working('news').flatMap(({ feed }) => feed.items);
  const holdsDocuments = ({ name }: Category) => {
    const own = posts.filter(({ tags }) => tags?.includes(name));
    return own.length > 1 && countNumbered(own) >= own.length / 2;
  };
  for (const kind of ['documents', 'gallery'] as const) {
    const ids = categoriesOfKind(categories, kind, holdsDocuments).map(({ id }) => id);
    if (ids.length)
      await search.try({ url: categoryPostsUrl(root, ids), kind: 'feed' }, kind, { isFeed: false });
  }
}

/** The root of a WordPress's REST API that an HTTP header names. */
function restInHeader({ headers, url }: FetchedResponse): string | undefined {
  const link = /<([^<>]+)>\s*;[^,]*rel="?https:\/\/api\.w\.org\//i.exec(headers.get('link') ?? '')?.[1];
  return link && restRoot(link, url);
}

/** The root of the REST API of which the posts could be read. */
function workingRest(search: Search): string | undefined {
  const urls = search.working('news').map(({ source }) => source.url);
  return urls.find((url) => /wp\/v2\/posts/.test(url))?.replace(/wp\/v2\/posts.*/s, '');
}

/** Tries what WordPress has besides the feeds that its pages suggest. */
async function tryWordPress(search: Search, page: FetchedResponse, ports: SearchPorts): Promise<void> {
  const stated = restInHeader(page);
  if (!workingRest(search) && stated)
    await search.try({ url: restUrl(stated, 'posts', POSTS_QUERY), kind: 'feed' }, 'news', { isFeed: false });
  const rest = workingRest(search);
  if (rest) await tryCategories(search, rest, ports);
}

/** The address is that of a feed. */
async function searchFeed(search: Search, page: FetchedResponse, feed: Feed): Promise<SiteSources> {
  const source = { url: page.url, kind: 'feed' } as const;
  const kind = kindOfFeed(page.url, feed) ?? 'news';
  await search.try(source, kind, { response: page });
  const { home_page_url: home = '' } = feed;
  return {
    home: serverOf(home) === serverOf(page.url) ? home : httpUrl('/', page.url)!,
    title: feed.title,
    tried: search.tried,
    chosen: chooseSources(search.tried),
  };
}

/**
 * Finds the sources of a site from its homepage, or from a list page or a feed of it. Tries at most 8 feeds and 5 pages
 * of each kind.
 *
 * @param page its response
 */
export async function findSources(
  page: FetchedResponse,
  ports: SearchPorts,
): Promise<SiteSources | { refusal: string }> {
  const asFeed = await ports.read({ url: page.url, kind: 'feed' }, 'news', page);
  if (!('refusal' in asFeed)) return searchFeed(new Search(page, ports), page, asFeed);
  const site = await orRefusal(readSiteSafely(page));
  if ('refusal' in site) return site;
  const { cms, title = '', proposals, root = httpUrl('/', page.url)! } = site.inspection;
  const { list, named } = site.pages;
  const search = new Search(page, ports, proposals);
  const own = await ownListOf(page, title, list, ports);
  // A homepage may have a few documents, too, which are only the best if there is no list of them.
  const isOwnList = own?.isNamed && canonicalUrl(page.url) !== canonicalUrl(root);
  if (isOwnList) await search.try(own.source, own.kind, { response: page });

  await search.tryFeeds('news');
  if (list && !isOwnList) {
    const tried = await search.try(list, 'news', { response: page });
    const isSameList =
      own && works(tried) && itemsMissingIn(tried.feed, [own.feed], 'news').length < tried.facts.posts / 2;
    if (isSameList) search.tried.pop();
  }
  if (cms === 'WordPress') await tryWordPress(search, page, ports);
  const pages = [...named, ...knownPages(cms, root)];
  for (const kind of LIST_KINDS) {
    if (kind !== 'news') await search.tryFeeds(kind, 'skip');
    await search.tryPages(
      pages.filter((each) => each.kind === kind).map(({ url }) => url),
      kind,
    );
    if (kind !== 'news') await search.tryFeeds(kind, 'only');
    if (own?.kind === kind && !isOwnList && !search.hasConvincing(kind))
      await search.try(own.source, kind, { response: page });
  }
  for (const source of Object.values(chooseSources(search.tried)).flat()) await search.tryLonger(source);
  return {
    ...(cms && { cms }),
    ...(title && { title }),
    home: isOwnList ? root : page.url,
    tried: search.tried,
    chosen: chooseSources(search.tried),
  };
}
