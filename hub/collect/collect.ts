import type { Cluster } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import {
  canRefreshNow,
  initialPollState,
  isDue,
  markRequested,
  nextPollState,
  type PollOutcome,
} from '../../core/poll/next.ts';
import { groupByHost } from '../../core/poll/plan.ts';
import { pollSource, withPollHints } from '../../core/poll/poll-source.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { evict, type MergeResult, mergeFeed, stillMissing } from '../memory/merge.ts';
import { schoolErrorMessage } from '../memory/school-error.ts';
import type { StateFolder } from '../memory/state.ts';
import type { HubSourceState, HubState, SchoolLists } from '../memory/types.ts';
import { errorMessage } from '../messages.ts';
import { checkVanished } from './check-vanished.ts';
import { fetchDocumentPages } from './document-pages.ts';
import { readSource, UnreadableError } from './read-source.ts';
import type { SourceEvent } from './source-event.ts';
import { type ConfiguredSource, configuredSources, stateKey } from './sources.ts';

/** Hosts polled at the same time. */
export const MAX_CONCURRENT_HOSTS = 16;

/** What one run collected. */
export interface Collection {
  hub: HubState;
  /** Ids of the schools whose lists changed and have to be published. */
  changed: Set<string>;
  /** Sources that were polled. */
  polled: number;
  /** Posts never seen before. */
  added: number;
}

/** One run of the collector: polls the sources that are due and merges their feeds into the schools' lists. */
export class Collector {
  /** Loaded lists, by school. Written and dropped once the school's last source has been polled. */
  private readonly lists = new Map<string, Promise<SchoolLists>>();
  /** Number of sources still to be polled, by school. */
  private readonly remaining = new Map<string, number>();
  /** The states of the polled sources before this run. */
  private readonly before = new Map<ConfiguredSource, HubSourceState>();
  private readonly changed = new Set<string>();
  private readonly counts = { polled: 0, added: 0 };
  private readonly robots: Robots;

  constructor(
    private readonly cluster: Cluster,
    private readonly state: StateFolder,
    /** As read from disk; updated in place. */
    private readonly hub: HubState,
    private readonly client: HttpClient,
    private readonly now: number,
    private readonly report: (event: SourceEvent) => void,
  ) {
    this.robots = new Robots(hub.robots ?? {}, client, now);
  }

  /**
   * @param force polls sources that are not due as well, but none twice within five minutes
   * @throws NewerStateError, WriteError
   */
  async run(force: boolean): Promise<Collection> {
    const { hub } = this;
    const sources = configuredSources(this.cluster);
    const states: HubState['sources'] = {};
    for (const source of sources) {
      const key = stateKey(source);
      const known = hub.sources[key] ?? { poll: initialPollState(this.now) };
      // Without the stored posts a 304 would leave the list empty: poll unconditionally.
      states[key] = (await this.state.hasSchool(source.school.id))
        ? known
        : { ...known, poll: initialPollState(this.now) };
    }
    // Drops the states of sources no longer configured.
    hub.sources = states;
    const may = force ? canRefreshNow : isDue;
    const due = sources.filter((source) => may(states[stateKey(source)]!.poll, this.now));
    if (due.length) await this.saveRequested(due);
    for (const source of due) {
      this.remaining.set(source.school.id, (this.remaining.get(source.school.id) ?? 0) + 1);
      this.report({ phase: 'waiting', source });
    }
    const queues = groupByHost(due);
    await Promise.all(Array.from({ length: MAX_CONCURRENT_HOSTS }, () => this.work(queues)));
    hub.robots = this.robots.texts;
    return { hub, changed: this.changed, ...this.counts };
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

  private async work(queues: ConfiguredSource[][]): Promise<void> {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const source of queue) {
        const { school } = source;
        this.before.set(source, this.hub.sources[stateKey(source)]!);
        await this.contain([source], () => this.poll(source));
        const polled = [...this.before.keys()].filter((each) => each.school === school);
        await this.contain(polled, () => this.writeIfLast(school.id));
      }
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
        const before = this.before.get(source)!;
        const unread = { status: 200, headers: { get: () => null }, read: false };
        this.hub.sources[stateKey(source)] = {
          ...before,
          poll: nextPollState(before.poll, unread, this.now, { random: Math.random }),
          error,
        };
        this.report({ phase: 'done', source, added: 0, unchanged: false, error });
      }
    }
  }

  /** Writes a school's lists after its last source, so that memory holds only the schools being polled. */
  private async writeIfLast(school: string): Promise<void> {
    const remaining = this.remaining.get(school)! - 1;
    this.remaining.set(school, remaining);
    const lists = this.lists.get(school);
    if (remaining || !lists) return;
    this.lists.delete(school);
    await this.state.writeSchool(school, await lists);
  }

  private async poll(source: ConfiguredSource): Promise<void> {
    this.report({ phase: 'reading', source });
    const key = stateKey(source);
    const state = this.hub.sources[key]!;
    this.counts.polled++;
    const { outcome, feed, error } = await this.request(source, state);
    const change = feed || (!error && state.pending) ? await this.merge(source, feed) : undefined;
    const interval = source.config.every === undefined ? undefined : source.config.every * MINUTE_MS;
    const poll = nextPollState(state.poll, outcome, this.now, {
      random: Math.random,
      ...(interval && { interval }),
    });
    const posts = feed?.items.length ?? state.posts;
    this.hub.sources[key] = {
      poll,
      ...(error && { error }),
      ...(posts !== undefined && { posts }),
      ...((change ? change.pending : state.pending) && { pending: true }),
    };
    const { added = 0, edited = 0 } = change ?? {};
    if (added || edited) this.changed.add(source.school.id);
    this.counts.added += added;
    this.report({ phase: 'done', source, added, unchanged: !feed && !error, ...(error && { error }) });
  }

  /** Polls a source. Returns the outcome, with the feed or an error message; neither after a 304. */
  private async request(
    { config, kind, url }: ConfiguredSource,
    { poll, posts }: HubSourceState,
  ): Promise<{ outcome: PollOutcome; feed?: Feed; error?: string }> {
    const refusal = config.kind === 'page' ? await this.robots.refusal(url) : undefined;
    if (refusal) return { outcome: refusal.outcome, error: refusal.message };
    const { outcome, content, unreadable } = await pollSource<Feed, string>(poll, {
      fetch: (headers) => this.client.fetch(url, headers),
      read: async (response) => {
        try {
          const feed = await readSource(config, kind, response, this.client, this.robots);
          return !feed.items.length && posts
            ? { unreadable: 'Nguồn không còn bài nào; danh sách cũ được giữ lại.' }
            : withPollHints(feed);
        } catch (error) {
          if (!(error instanceof UnreadableError)) throw error;
          return { unreadable: error.message };
        }
      },
    });
    const error = unreadable ?? errorMessage(outcome);
    return { outcome, ...(content && { feed: content }), ...(error && { error }) };
  }

  /** Merges a feed into the school's list. Without one (304), finishes what the last poll left pending. */
  private async merge({ school, kind, url }: ConfiguredSource, feed: Feed | undefined): Promise<MergeResult> {
    const loading = this.lists.get(school.id) ?? this.state.readSchool(school.id);
    this.lists.set(school.id, loading);
    const list = (await loading)[kind];
    const others = school[kind].map((source) => source.url).filter((other) => other !== url);
    const { keep } = this.cluster;
    // A list from before it had a limit, or from a configuration with another one.
    evict(list, keep, school[kind].length);
    const change = feed
      ? mergeFeed(list, { url, others }, school.id, feed, this.now, keep)
      : stillMissing(list, url);
    if (kind === 'documents') {
      const { read, left } = await fetchDocumentPages(list, url, this.client, this.robots);
      change.edited += read;
      if (left) change.pending = true;
    }
    await checkVanished(change, this.client);
    evict(list, keep, school[kind].length);
    return change;
  }
}
