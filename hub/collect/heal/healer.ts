import { initialPollState, type PollState } from '../../../core/poll/next.ts';
import { withPollHints } from '../../../core/poll/poll-source.ts';
import { line } from '../../../core/text/normalize.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { canonicalUrl } from '../../../core/url.ts';
import type { HttpClient } from '../../http/client.ts';
import type { Robots } from '../../http/robots.ts';
import type { Adoption, HubSourceState, HubState } from '../../memory/types.ts';
import { type PolledSource, requestSource } from '../request-source.ts';
import type { ConfiguredSource } from '../sources.ts';
import type { TimeBudget } from '../time-budget.ts';
import { entryOf, RETRY_AFTER_MS, sourceToRead } from './adoption.ts';
import { compare } from './compare.ts';
import { type FoundSource, type Homepage, SourceFinder } from './find-source.ts';
import { type RememberedPosts, urlsInUse } from './remembered.ts';

/** The site of a source is searched at most this often. */
const SEARCH_AGAIN_AFTER_MS = DAY_MS;
/** A page that is there but has no posts may only have lost them for a while: its site is searched after this time. */
const EMPTY_FOR_MS = 2 * DAY_MS;
const MAX_TRIED_CHARS = 300;
/** Homepages held at once, for the other sources of their schools. */
const MAX_HOMEPAGES = 16;

/** What a poll needs of the collector. */
export interface PollContext {
  budget: TimeBudget;
  /** Whether a source that is gone for good (410) is asked again. */
  force: boolean;
  remembered: () => Promise<RememberedPosts>;
}

/** A poll of a source or of the one adopted in its place. */
export interface HealedPoll extends PolledSource {
  /** The poll state before it, if not that of the last poll: of another source. */
  before?: PollState;
  adopted?: Adoption | undefined;
  search?: HubSourceState['search'];
  /** See `ListSources`. */
  isAdopted?: boolean;
  isFirst?: boolean;
}

const hasStatus = ({ outcome }: PolledSource, status: number): boolean =>
  'status' in outcome && outcome.status === status;

/** Whether a source answered with something else than a list, or with an empty one. */
const isUnread = ({ outcome }: PolledSource): boolean =>
  'status' in outcome && outcome.status < 300 && outcome.read === false;

/** Whether a body, by its code, is in place of a list only for a while. */
export const isPassing = (code = ''): boolean => /^(?:challenge|database|maintenance|refused)$/.test(code);

/** Whether a source answered, but not with its list: it may have been redesigned or moved. Others are only down. */
const isLost = (polled: PolledSource): boolean =>
  (hasStatus(polled, 404) || hasStatus(polled, 410) || isUnread(polled)) && !isPassing(polled.code);

/**
 * Polls sources, and looks for others on their sites where they have nothing any more. What is found is adopted only if
 * it has enough of the posts that are remembered, see `compare`.
 */
export class Healer {
  private readonly homepages = new Map<string, Promise<Homepage | { refusal: string }>>();
  /** The sources adopted in this run: two sources of a list must not adopt the same. */
  private readonly adopted = new Set<string>();

  constructor(
    private readonly hub: HubState,
    private readonly client: HttpClient,
    private readonly robots: Robots,
    /** ms since the epoch */
    private readonly now: number,
  ) {}

  /** Whether to search the site of a source that is gone for good, and so never due. */
  isSearchDue({ heals }: ConfiguredSource, { poll, search }: HubSourceState): boolean {
    return heals && !!poll.stopped && this.isDayAfter(search?.at);
  }

  /** Polls a source, or the one adopted in its place. After a failure, looks for one to adopt. */
  async poll(source: ConfiguredSource, state: HubSourceState, context: PollContext): Promise<HealedPoll> {
    const { client, robots, now } = this;
    const { budget, force, remembered } = context;
    const { search, returns } = state;
    let { adopted } = state;
    if (adopted?.retry !== undefined && now >= adopted.retry) {
      const own = await this.retry(source, state, budget, await remembered());
      if (own.isFirst) return { ...own, search };
      const { retry: _, ...rest } = adopted;
      adopted = hasStatus(own, 410) ? rest : { ...rest, retry: now + RETRY_AFTER_MS };
    }
    const read = sourceToRead(source, adopted);
    const polled: PolledSource =
      state.poll.stopped && !force
        ? {
            outcome: { status: 410, headers: { get: () => null } },
            ...(state.error && { error: state.error }),
          }
        : await requestSource(read, state, client, robots, budget);
    const kept = { ...polled, adopted, search, isAdopted: !!adopted || !!returns, isFirst: !!returns };
    if (!source.heals || !isLost(polled)) return kept;
    const posts = await remembered();
    // Nothing could be recognised.
    if (!posts.own.length) return { ...kept, search: { at: now, tried: [] } };
    return { ...kept, ...(await this.heal(source, read, state, polled, budget, posts)) };
  }

  /** Reads the configured source again, in place of which another one was adopted. */
  private async retry(
    source: ConfiguredSource,
    state: HubSourceState,
    budget: TimeBudget,
    posts: RememberedPosts,
  ): Promise<HealedPoll> {
    const before = initialPollState(this.now);
    const polled = await requestSource(source, { poll: before }, this.client, this.robots, budget);
    const { feed, error } = polled;
    return feed && !error && this.compareWith(posts, state)(feed).isEnough
      ? { ...polled, before, isAdopted: true, isFirst: true }
      : polled;
  }

  private compareWith({ own, others }: RememberedPosts, { poll }: HubSourceState) {
    const lastRead = poll.succeeded ?? Math.max(...own.map(({ seen }) => seen));
    return (feed: NonNullable<PolledSource['feed']>) => compare(feed, own, others, lastRead);
  }

  /** Looks for a source to adopt: first on the page that was read, then on the site if that is due. */
  private async heal(
    source: ConfiguredSource,
    read: ConfiguredSource,
    state: HubSourceState,
    polled: PolledSource,
    budget: TimeBudget,
    posts: RememberedPosts,
  ): Promise<Partial<HealedPoll>> {
    const finder = new SourceFinder(
      read,
      this.client,
      this.robots,
      budget,
      this.compareWith(posts, state),
      (url) => this.isTaken(source, url),
    );
    const { page } = polled;
    const isPage = read.config.kind === 'page';
    if (page && isPage) await finder.lookAtPage(page);
    let search = state.search;
    if (!finder.found && this.isSiteDue(read, state, polled)) {
      const home = await this.homepage(source, finder);
      if ('refusal' in home) finder.tried.push(`${source.school.home}: ${home.refusal}`);
      else await finder.lookAtSite(home);
      // A feed that has become a page is read as one only if the site has no feed.
      if (page && !isPage && !finder.found) await finder.lookAtPage(page);
      const tried = finder.tried.map((message) => line(message, MAX_TRIED_CHARS)!);
      search = { at: this.now, tried: [...new Set(tried)] };
    }
    const { found } = finder;
    if (!found || this.adopted.has(this.nameOf(source, found.source.url))) return { search };
    const isGone = state.adopted ? state.adopted.retry === undefined : hasStatus(polled, 410);
    return { ...this.adopt(source, found, isGone), search };
  }

  /**
   * Whether to search the site: not after a first failure, which may be a hiccup, unless the source is gone for good;
   * not until its page has been there without posts for two days; and once a day.
   */
  private isSiteDue({ config }: ConfiguredSource, state: HubSourceState, { outcome, page }: PolledSource) {
    const { poll, search } = state;
    const status = 'status' in outcome ? outcome.status : 0;
    if (!this.isDayAfter(search?.at)) return false;
    if (status === 410) return true;
    const isEmpty = status < 300 && (config.kind === 'page' || !page);
    return poll.failures > 0 && !(isEmpty && this.now - (poll.succeeded ?? 0) < EMPTY_FOR_MS);
  }

  private isDayAfter(at: number | undefined): boolean {
    return at === undefined || Math.abs(this.now - at) >= SEARCH_AGAIN_AFTER_MS;
  }

  /** A school's homepage, fetched once for all its sources. */
  private homepage(
    { school }: ConfiguredSource,
    finder: SourceFinder,
  ): Promise<Homepage | { refusal: string }> {
    const known = this.homepages.get(school.home);
    if (known) return known;
    const [oldest] = this.homepages.keys();
    if (oldest !== undefined && this.homepages.size >= MAX_HOMEPAGES) this.homepages.delete(oldest);
    const homepage = finder.openHome();
    this.homepages.set(school.home, homepage);
    return homepage;
  }

  private readonly nameOf = ({ school, kind }: ConfiguredSource, url: string) =>
    `${school.id} ${kind} ${canonicalUrl(url)}`;

  private isTaken(source: ConfiguredSource, url: string): boolean {
    const taken = urlsInUse(source, this.hub).map(canonicalUrl);
    return taken.includes(canonicalUrl(url)) || this.adopted.has(this.nameOf(source, url));
  }

  private adopt(
    source: ConfiguredSource,
    { source: found, feed }: FoundSource,
    isGone: boolean,
  ): Partial<HealedPoll> {
    this.adopted.add(this.nameOf(source, found.url));
    const { now } = this;
    const { updateHints } = withPollHints(feed, now);
    const headers = { get: () => null };
    return {
      outcome: { status: 200, headers, read: true, ...(updateHints && { rhythm: updateHints }) },
      feed,
      error: undefined,
      code: undefined,
      isHalfRead: false,
      before: initialPollState(now),
      adopted: {
        source: found,
        since: now,
        instead: entryOf(source),
        ...(!isGone && { retry: now + RETRY_AFTER_MS }),
      },
      isAdopted: true,
      isFirst: true,
    };
  }
}
