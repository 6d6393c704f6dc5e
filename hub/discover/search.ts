import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { SourceProposal } from '../../core/discover/from-html.ts';
import { isConvincing, sourceFacts } from '../../core/discover/weigh.ts';
import { DEFAULT_POSTS, MAX_POSTS } from '../../core/discover/wordpress.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { canonicalUrl } from '../../core/url.ts';
import { readSiteSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import { type ReadSource, type SearchPorts, type TriedSource, type WorkingSource, works } from './types.ts';

/** Feeds and pages tried of a kind. */
const MAX_FEEDS = 8;
const MAX_PAGES = 5;
/** Pages tried beside a first page that has a list itself. */
const MIN_PAGES = 2;

/**
 * Equal for addresses of the same posts in other formats, and of WordPress's REST API with and without permalinks. The
 * first that works is enough.
 */
const formatless = (url: string) =>
  canonicalUrl(url)
    .replace(/(?:\/wp-json|(?:\/index\.php)?\/?\?rest_route=)\/wp\/v2\/(\w+)[?&]/, '/wp-json/wp/v2/$1?')
    .replace(/(?<=[/=])(?:atom|rss2?|rdf)(?:\.xml)?\b\/?/gi, '')
    .replace(/[&?](?:type|feed)=(?=&|$)/i, '')
    .replace(/\/+$/, '');

/** Tries the sources of one site, one after the other. */
export class Search {
  readonly tried: TriedSource[] = [];
  /** `formatless` addresses of the feeds that could be read. */
  private readonly known = new Set<string>();
  /** A response that is no feed. */
  private unreadable: FetchedResponse | undefined;
  private hasReadIndex = false;

  /** @param page where the search begins. @param proposals of feeds, best first */
  constructor(
    private readonly page: FetchedResponse,
    private readonly ports: SearchPorts,
    private readonly proposals: SourceProposal[] = [],
  ) {}

  working(kind: ListKind): WorkingSource[] {
    return this.tried.filter(works).filter((each) => each.kind === kind);
  }

  hasConvincing(kind: ListKind): boolean {
    return this.working(kind).some(({ facts }) => isConvincing(facts, kind));
  }

  /** Whether the first page itself is all that convinces: it may show only the latest of a list. */
  private hasFirstPageAlone(kind: ListKind): boolean {
    const first = canonicalUrl(this.page.url);
    return this.working(kind).every(
      ({ source, facts }) => !isConvincing(facts, kind) || canonicalUrl(source.url) === first,
    );
  }

  /** Tries a source. @param response if it was fetched already */
  async try(
    source: ClusterSource,
    kind: ListKind,
    { isFeed = true, response }: { isFeed?: boolean; response?: FetchedResponse } = {},
  ): Promise<TriedSource> {
    this.ports.onTrying?.(source.url);
    const tried = { source, kind, ...(await this.outcome(source, kind, isFeed, response)) };
    this.tried.push(tried);
    this.ports.onTried?.(tried);
    return tried;
  }

  private async outcome(
    source: ClusterSource,
    kind: ListKind,
    isFeed: boolean,
    known: FetchedResponse | undefined,
  ): Promise<ReadSource | { refusal: string }> {
    this.unreadable = undefined;
    const response = known ?? (await this.ports.open(source.url, isFeed));
    if ('refusal' in response) return response;
    // Systems answer unknown addresses with a redirect to the homepage.
    if (!known && canonicalUrl(response.url) === canonicalUrl(this.page.url) && source.url !== response.url)
      return { refusal: 'Địa chỉ này dẫn về trang đã đọc.' };
    const feed = await this.ports.read(source, kind, response);
    if ('refusal' in feed) {
      this.unreadable = response;
      return feed;
    }
    if (!feed.items.length) return { refusal: 'Không có bài nào.' };
    const total = Number(response.headers.get('x-wp-total')) || undefined;
    return { feed, facts: sourceFacts(feed, response.headers, this.ports.now), ...(total && { total }) };
  }

  /**
   * Tries the feeds of one kind, each in one format.
   *
   * @param fallbacks `skip` them, try them `only`, or try them after the others; while nothing convinces
   */
  async tryFeeds(kind: ListKind, fallbacks?: 'skip' | 'only'): Promise<void> {
    let count = 0;
    // The list grows when one of them turns out to be a page of links to feeds.
    for (const { url, kind: proposed, declared, isFallback } of this.proposals) {
      if (proposed !== kind || (fallbacks && (fallbacks === 'only') !== !!isFallback)) continue;
      if (count >= MAX_FEEDS || this.known.has(formatless(url))) continue;
      if (isFallback && this.hasConvincing(kind)) continue;
      count++;
      const tried = await this.try({ url, kind: 'feed' }, kind, { isFeed: declared });
      if (works(tried)) this.known.add(formatless(url));
      else if (declared && this.unreadable) await this.readIndex(this.unreadable);
    }
  }

  /** Adds the feeds that a page lists: “RSS” often leads to a page of them. */
  private async readIndex(page: FetchedResponse): Promise<void> {
    if (this.hasReadIndex) return;
    const site = await orRefusal(readSiteSafely(page));
    if ('refusal' in site) return;
    const asked = new Set(this.proposals.map(({ url }) => canonicalUrl(url)));
    const listed = site.inspection.proposals.filter(
      ({ url, declared }) =>
        declared && !asked.has(canonicalUrl(url)) && canonicalUrl(url) !== canonicalUrl(page.url),
    );
    this.hasReadIndex = listed.length > 0;
    this.proposals.push(...listed);
  }

  /** Tries pages of one kind until one convinces; some even if the first page does. */
  async tryPages(urls: readonly string[], kind: ListKind): Promise<void> {
    for (const [index, url] of urls.slice(0, MAX_PAGES).entries()) {
      if (this.hasConvincing(kind) && (index >= MIN_PAGES || !this.hasFirstPageAlone(kind))) break;
      if (kind === 'news') await this.tryNewsPage(url);
      else {
        const tried = await this.try({ url, kind: 'page', pages: 1 }, kind, { isFeed: false });
        // A list of documents without labels needs the selector of its items.
        if (!works(tried) && this.unreadable && kind === 'documents')
          await this.tryListOn(this.unreadable, url, kind);
      }
    }
  }

  private async tryNewsPage(url: string): Promise<void> {
    this.ports.onTrying?.(url);
    const response = await this.ports.open(url, false);
    if (!('refusal' in response)) await this.tryListOn(response, url, 'news');
  }

  /** Tries the list of links that a page looks like, if any. */
  private async tryListOn(response: FetchedResponse, url: string, kind: ListKind): Promise<void> {
    const site = await orRefusal(readSiteSafely(response));
    if (!('refusal' in site) && site.pages.list)
      await this.try({ ...site.pages.list, url }, kind, { response });
  }

  /** A source that asks for as many posts as WordPress gives, if the site has more than were asked for. */
  async tryLonger(known: WorkingSource): Promise<void> {
    const { source, kind, total = 0 } = known;
    const url = source.url.replace(`per_page=${DEFAULT_POSTS}`, `per_page=${MAX_POSTS}`);
    if (total <= DEFAULT_POSTS || url === source.url) return;
    const tried = await this.try({ url, kind: 'feed' }, kind, { isFeed: false });
    if (works(tried)) this.tried.splice(this.tried.indexOf(known), 1);
  }
}
