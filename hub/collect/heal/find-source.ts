/** Looks for a source on a school's site that has the posts of another one. */
import type { ClusterSource, PageSource } from '../../../core/config/cluster.ts';
import { type ProbePorts, tryProposals } from '../../../core/discover/probe.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { serverOf } from '../../../core/poll/plan.ts';
import type { FetchedResponse, FetchResult } from '../../../core/poll/poll-source.ts';
import type { HttpClient } from '../../http/client.ts';
import type { Robots } from '../../http/robots.ts';
import { responseOrRefusal } from '../../read/error-page.ts';
import type { SiteReading } from '../../read/read-task.ts';
import { readFeedSafely, readPageSafely, readSiteSafely } from '../../read/reader.ts';
import { orRefusal } from '../../read/unreadable-error.ts';
import type { ConfiguredSource } from '../sources.ts';
import type { TimeBudget } from '../time-budget.ts';
import type { Comparison } from './compare.ts';

/** Requests of one search, besides the homepage, its `robots.txt` and redirects. */
const MAX_FEEDS = 6;
const MAX_PAGES = 3;
/** Larger responses are not kept for the other sources of a school. */
const MAX_KEPT_BYTES = 1_000_000;

const OTHER_SITE = 'Nó nằm ở một trang web khác, nên không được dùng.';
const NO_TIME = 'Hết thời gian dành cho nguồn này; lần sau sẽ thử lại.';

/** A source, its posts, and how they compare with the remembered ones. */
export interface FoundSource {
  source: ClusterSource;
  feed: Feed;
  comparison: Comparison;
}

/** A homepage and what it tells about its site. */
export interface Homepage {
  response: FetchedResponse;
  site: SiteReading;
  /** What else was fetched of the site in this run, by URL, for its other sources. */
  others: Map<string, FetchResult>;
}

/** One search for a source to read in place of another one. */
export class SourceFinder {
  /** Messages for the webmaster: what was tried, and why it was not adopted. */
  readonly tried: string[] = [];
  private best?: FoundSource;
  private fetched?: Homepage['others'];
  /** The servers of the school's site: of the source, of the homepage, and where the homepage redirects. */
  private readonly servers: Set<string>;

  constructor(
    private readonly source: ConfiguredSource,
    private readonly client: HttpClient,
    private readonly robots: Robots,
    private readonly budget: TimeBudget,
    private readonly compareFeed: (feed: Feed) => Comparison,
    /** Whether a URL is read already, by this source or another one of its list. */
    private readonly isTaken: (url: string) => boolean,
  ) {
    this.servers = new Set([serverOf(source.config.url), serverOf(source.url), serverOf(source.school.home)]);
  }

  /** The source found that has most of the remembered posts, if it has enough. */
  get found(): FoundSource | undefined {
    return this.best;
  }

  /** Looks for the list on a page that was read without its configured selectors. */
  async lookAtPage(response: FetchedResponse): Promise<void> {
    if (!this.servers.has(serverOf(response.url))) return;
    await this.tryPage(this.source.url, response);
  }

  /** Fetches the homepage, as other sources of the school may use it. */
  async openHome(): Promise<Homepage | { refusal: string }> {
    const { home } = this.source.school;
    const response = await this.openPage(home, true);
    if ('refusal' in response) return response;
    const site = await this.readSite(response);
    return 'refusal' in site ? site : { response, site, others: new Map() };
  }

  /** Tries the feeds that a homepage proposes, and where none is good enough, the lists on its pages. */
  async lookAtSite({ response, site, others }: Homepage): Promise<void> {
    const { kind } = this.source;
    this.fetched = others;
    this.servers.add(serverOf(response.url));
    const proposals = site.inspection.proposals.filter(({ url }) => !this.isTaken(url));
    await tryProposals(proposals, kind, this.ports(), {
      max: MAX_FEEDS,
      onTried: (tried) => {
        if ('feed' in tried) this.weigh({ url: tried.url, kind: 'feed' }, tried.feed);
        else this.tried.push(`${tried.url}: ${tried.refusal}`);
      },
    });
    if (this.best) return;
    const { list, named } = site.pages;
    const pages = [...(kind === 'news' && list ? [list] : []), ...named.filter((each) => each.kind === kind)]
      .map(({ url }) => url)
      .filter((url) => !this.isTaken(url));
    if (!pages.length && !proposals.some((each) => each.kind === kind))
      this.tried.push(`${response.url}: Trang chủ không dẫn tới nguồn nào khác.`);
    for (const url of pages.slice(0, MAX_PAGES)) {
      const opened = url === response.url ? response : await this.openPage(url);
      if ('refusal' in opened) this.tried.push(`${url}: ${opened.refusal}`);
      else await this.tryPage(url, opened);
    }
  }

  private readSite(response: FetchedResponse): Promise<SiteReading | { refusal: string }> {
    return orRefusal(this.budget.charge(readSiteSafely(response)));
  }

  private ports(): ProbePorts<string> {
    return {
      open: (url, headers) => this.open(url, headers),
      read: (response) =>
        orRefusal(readFeedSafely(response, this.budget.charge, this.source.kind).then((feed) => ({ feed }))),
    };
  }

  /** Reads a page as a list, by guesses alone. */
  private async tryPage(url: string, response: FetchedResponse): Promise<void> {
    const { kind } = this.source;
    let page: PageSource = { url, kind: 'page', pages: 1 };
    if (kind === 'news') {
      const site = await this.readSite(response);
      if ('pages' in site && site.pages.list) page = { ...site.pages.list, url };
    }
    const read = await orRefusal(readPageSafely(response, page, kind, this.robots.now, this.budget.charge));
    if ('refusal' in read) this.tried.push(`${url}: ${read.refusal}`);
    else this.weigh(page, read.feed);
  }

  private weigh(source: ClusterSource, feed: Feed): void {
    const comparison = this.compareFeed(feed);
    const { held, compared, isEnough } = comparison;
    if (!isEnough)
      this.tried.push(`${source.url}: có ${held} trong ${compared} bài đã biết, chưa đủ để dùng.`);
    else if (!this.best || held > this.best.comparison.held) this.best = { source, feed, comparison };
  }

  private async openPage(url: string, isHome = false): Promise<FetchedResponse | { refusal: string }> {
    const refusal = await this.budget.charge(this.robots.refusal(url));
    return refusal ? { refusal: refusal.message } : this.open(url, { Accept: 'text/html,*/*;q=0.5' }, isHome);
  }

  private async fetchOnce(url: string, headers: Record<string, string>): Promise<FetchResult> {
    const known = this.fetched?.get(url);
    if (known) return known;
    const response = await this.budget.charge(this.client.fetch(url, headers));
    const bytes = 'body' in response ? response.body.length : 0;
    if (bytes <= MAX_KEPT_BYTES) this.fetched?.set(url, response);
    return response;
  }

  /** @param mayMove whether redirects may lead to another site */
  private async open(
    url: string,
    headers: Record<string, string>,
    mayMove = false,
  ): Promise<FetchedResponse | { refusal: string }> {
    if (this.budget.isSpent) return { refusal: NO_TIME };
    if (!this.servers.has(serverOf(url))) return { refusal: OTHER_SITE };
    const response = await responseOrRefusal(await this.fetchOnce(url, headers), this.budget.charge);
    if ('refusal' in response) return response;
    return mayMove || this.servers.has(serverOf(response.url)) ? response : { refusal: OTHER_SITE };
  }
}
