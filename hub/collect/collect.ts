import type { Cluster, ClusterSource } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import {
  canRefreshNow,
  initialPollState,
  isDue,
  markRequested,
  nextPollState,
} from '../../core/poll/next.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { evict, type ListSources, type MergeResult, mergeFeed, stillMissing } from '../memory/merge.ts';
import type { StateFolder } from '../memory/state.ts';
import type { HubSourceState, HubState, SchoolLists } from '../memory/types.ts';
import { schoolErrorMessage } from '../memory/unexpected-error.ts';
import { afterError } from './after-error.ts';
import { withAnswer } from './answer.ts';
import { forEachByHost } from './for-each-by-host.ts';
import { entryDigest, statesOf } from './heal/adoption.ts';
import { Healer } from './heal/healer.ts';
import { rememberedPosts } from './heal/remembered.ts';
import { addPageFacts, fetchPages, type PagesToFetch, pagesToFetch } from './post-pages.ts';
import { nextReread } from './reread-schedule.ts';
import type { SourceEvent } from './source-event.ts';
import { type ConfiguredSource, configuredSources, label, stateKey } from './sources.ts';
import { Deadline, TIME_LIMITS, TimeBudget } from './time-budget.ts';

/**
 * One run of the collector: polls the sources that are due and merges their feeds into the schools' lists, then fetches
 * posts' own pages. Before, in between and afterwards, the lists can be published.
 */
export class Collector {
  /** Loaded lists, by school. Written and dropped once the school's last source has been polled. */
  private readonly lists = new Map<string, Promise<SchoolLists>>();
  /** Number of sources still to be polled, by school. */
  private readonly remaining = new Map<string, number>();
  /** The states of the polled sources before this run. */
  private readonly before = new Map<ConfiguredSource, HubSourceState>();
  private readonly pages: PagesToFetch[] = [];
  /** Ids of the schools whose lists changed and have to be published. */
  private changed = new Set<string>();
  /** Number of sources that were polled, and of posts never seen before. */
  readonly counts = { polled: 0, added: 0 };
  private readonly robots: Robots;
  private readonly healer: Healer;
  private force = false;
  private readonly deadline: Deadline;
  /** Settles when no lists are being changed. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly state: StateFolder,
    /** As read from disk; updated in place. */
    private readonly hub: HubState,
    private readonly client: HttpClient,
    private readonly now: number,
    private readonly report: (event: SourceEvent) => void,
    private readonly limits = TIME_LIMITS,
  ) {
    this.deadline = new Deadline(limits.runMs);
    this.robots = new Robots(hub.robots ?? {}, client, now);
    this.healer = new Healer(hub, client, this.robots, now);
  }

  /**
   * Polls the lists of the sources that are due.
   *
   * @param force polls sources that are not due as well, but none twice within five minutes
   * @param only polls no other sources than these
   * @throws NewerStateError, WriteError
   */
  async pollLists(force: boolean, only = (_: ConfiguredSource) => true): Promise<void> {
    const { hub } = this;
    this.force = force;
    const sources = configuredSources(this.cluster);
    const states = statesOf(sources, hub, this.now);
    // Without the stored posts a 304 would leave the list empty: poll unconditionally.
    for (const source of sources)
      if (!(await this.state.hasSchool(source.school.id)))
        states[stateKey(source)]!.poll = initialPollState(this.now);
    // Drops the states of sources no longer configured.
    hub.sources = states;
    const may = force ? canRefreshNow : isDue;
    const due = sources.filter((source) => {
      const state = states[stateKey(source)]!;
      return only(source) && (may(state.poll, this.now) || this.healer.isSearchDue(source, state));
    });
    if (due.length) await this.saveRequested(due);
    for (const source of due) {
      this.remaining.set(source.school.id, (this.remaining.get(source.school.id) ?? 0) + 1);
      this.report({ phase: 'waiting', source });
    }
    // Sources that an earlier run did not reach come first.
    const dueSince = (source: ConfiguredSource) => states[stateKey(source)]!.poll.due;
    due.sort((a, b) => dueSince(a) - dueSince(b));
    await forEachByHost(due, async (source) => {
      if (!this.deadline.isPast) {
        this.before.set(source, states[stateKey(source)]!);
        await this.contain([source], () => this.poll(source));
      }
      await this.inTurn(() => this.writeIfLast(source.school.id));
    });
    hub.robots = this.robots.texts;
    const left = due.length - this.counts.polled;
    if (left)
      this.state.warnings.push(
        `Sau ${this.limits.runMs / MINUTE_MS} phút còn ${left} nguồn chưa hỏi, vì các trang khác trả lời chậm. Lần sau sẽ hỏi chúng trước.`,
      );
  }

  /**
   * Fetches the pages that the lists gave cause to, and adds what they tell to the lists. Pages of slow servers are left
   * for the next poll.
   *
   * @throws NewerStateError, WriteError
   */
  async fetchPages(): Promise<void> {
    await forEachByHost(this.pages, async (pages) => {
      if (!this.deadline.isPast) await this.contain([pages.source], () => this.fetchPagesOf(pages));
    });
    this.hub.robots = this.robots.texts;
  }

  /**
   * Does some work, such as publishing, while no lists are changed and all that was collected is in the state files.
   *
   * @param work is called with the ids of the schools whose lists changed since the last time
   * @throws NewerStateError, WriteError
   */
  whilePaused(work: (changed: ReadonlySet<string>) => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      for (const school of [...this.lists.keys()]) await this.write(school);
      const { changed } = this;
      this.changed = new Set();
      await work(changed);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  /** Saved before polling, so that a crash neither repeats the request at once nor skips publishing. */
  private async saveRequested(due: readonly ConfiguredSource[]): Promise<void> {
    const { published: _, ...hub } = this.hub;
    const sources = { ...hub.sources };
    for (const source of due) {
      const state = sources[stateKey(source)]!;
      sources[stateKey(source)] = { ...state, poll: markRequested(state.poll, this.now) };
    }
    await this.state.writeHub({ ...hub, sources });
  }

  /**
   * Does a part of the work on some sources of a school. An unexpected error costs only these: they count as failed and
   * keep what they had before this run, validators included, so that their posts are read again.
   *
   * @throws NewerStateError, WriteError
   */
  private async contain(sources: readonly ConfiguredSource[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const error = schoolErrorMessage(thrown);
      for (const source of sources) {
        const { code: _, ...before } = this.before.get(source)!;
        this.hub.sources[stateKey(source)] = { ...before, poll: afterError(before.poll, this.now), error };
        this.report({ phase: 'done', source, added: 0, unchanged: false, error });
      }
    }
  }

  /** Writes a school's lists after its last source, so that memory holds only the schools being polled. */
  private async writeIfLast(school: string): Promise<void> {
    const remaining = this.remaining.get(school)! - 1;
    this.remaining.set(school, remaining);
    if (!remaining && this.lists.has(school)) await this.write(school);
  }

  private async write(school: string): Promise<void> {
    const polled = [...this.before.keys()].filter((source) => source.school.id === school);
    const lists = this.lists.get(school)!;
    this.lists.delete(school);
    await this.contain(polled, async () => this.state.writeSchool(school, await lists));
  }

  private async poll(source: ConfiguredSource): Promise<void> {
    this.report({ phase: 'reading', source });
    const key = stateKey(source);
    const state = this.hub.sources[key]!;
    this.counts.polled++;
    const budget = new TimeBudget(this.limits.sourceMs);
    const polled = await this.healer.poll(source, state, {
      budget,
      force: this.force,
      remembered: () =>
        this.inTurn(async () => {
          const lists = await (this.lists.get(source.school.id) ?? this.state.readSchool(source.school.id));
          return rememberedPosts(source, lists[source.kind], this.hub);
        }),
    });
    const { outcome, feed, error, code, isHalfRead, adopted, search } = polled;
    const pagesAreDue = source.kind === 'documents' && (state.reread ?? 0) <= this.now;
    const { change, reread = state.reread } =
      feed || (!error && (state.pending || pagesAreDue))
        ? await this.inTurn(() =>
            this.merge(source, adopted?.source ?? source.config, feed, budget, {
              ...polled,
              former: state.former,
            }),
          )
        : {};
    const interval = source.config.every === undefined ? undefined : source.config.every * MINUTE_MS;
    const poll = nextPollState(polled.before ?? state.poll, outcome, this.now, {
      random: Math.random,
      ...(interval && { interval }),
    });
    const posts = (isHalfRead ? state.posts : undefined) ?? feed?.items.length ?? state.posts;
    this.hub.sources[key] = {
      poll,
      ...(error && { error }),
      ...(code && { code }),
      ...(posts !== undefined && { posts }),
      ...((change ? change.pending : state.pending) && { pending: true }),
      ...(reread !== undefined && { reread }),
      ...(adopted && { adopted }),
      ...(search && { search }),
      ...(!feed && state.returns && { returns: true }),
      ...(!feed && state.former && { former: state.former }),
      config: entryDigest(source),
      answers: withAnswer(state.answers, polled.answer),
    };
    if (adopted && adopted.since !== state.adopted?.since)
      this.state.warnings.push(
        `${label(source)}: nguồn trong cấu hình không còn tin; đã tự chuyển sang ${adopted.source.url}. Xem status.html để sửa cấu hình.`,
      );
    const { added = 0, edited = 0 } = change ?? {};
    if (added || edited) this.changed.add(source.school.id);
    this.counts.added += added;
    this.report({ phase: 'done', source, added, unchanged: !feed && !error, ...(error && { error }) });
  }

  /**
   * Merges a feed into the school's list. Without one (304), finishes what the last poll left pending.
   *
   * @param config the source's configuration, or what is read in its place
   * @returns the change, and when posts' own pages are to be read again
   */
  private async merge(
    source: ConfiguredSource,
    config: ClusterSource,
    feed: Feed | undefined,
    budget: TimeBudget,
    reading: Omit<ListSources, 'url' | 'others' | 'kind'>,
  ): Promise<{ change?: MergeResult; reread?: number }> {
    const { school, kind, url } = source;
    const loading = this.lists.get(school.id) ?? this.state.readSchool(school.id);
    this.lists.set(school.id, loading);
    const list = (await loading)[kind];
    const others = school[kind].map((source) => source.url).filter((other) => other !== url);
    const { keep } = this.cluster;
    // A list from before it had a limit, or from a configuration with another one.
    evict(list, keep, school[kind].length);
    const change = feed
      ? mergeFeed(list, { ...reading, url, others, kind }, school.id, feed, this.now, keep)
      : stillMissing(list, url);
    const pages = pagesToFetch(source, config, list, change, budget, this.now);
    if (pages) this.pages.push(pages);
    if (pages?.posts.length) change.pending = true;
    evict(list, keep, school[kind].length);
    return { change, ...(kind === 'documents' && { reread: nextReread(list, url, this.now) }) };
  }

  private async fetchPagesOf(pages: PagesToFetch): Promise<void> {
    const { school, kind, url } = pages.source;
    const fetched = await fetchPages(pages, this.client, this.robots, this.now);
    const state = this.hub.sources[stateKey(pages.source)]!;
    if (fetched.note) state.note = fetched.note;
    if (!fetched.details.size && !fetched.rereads.size && !fetched.vanished.size) return;
    await this.inTurn(async () => {
      const lists = await this.state.readSchool(school.id);
      const { edited, pending } = addPageFacts(lists[kind], pages, fetched);
      await this.state.writeSchool(school.id, lists);
      if (edited) this.changed.add(school.id);
      if (pending) state.pending = true;
      else delete state.pending;
      if (kind === 'documents') state.reread = nextReread(lists[kind], url, this.now);
    });
  }
}
