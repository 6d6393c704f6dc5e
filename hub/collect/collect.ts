import type { Cluster, ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import {
  canRefreshNow,
  initialPollState,
  isDue,
  markRequested,
  nextPollState,
  type PollOutcome,
  requestHeaders,
} from '../../core/poll/next.ts';
import { groupByHost } from '../../core/poll/plan.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { Report } from '../cli/progress.ts';
import type { HttpClient, HubResponse } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { evict, type MergeResult, markMissing, mergeFeed, stillMissing } from '../memory/merge.ts';
import type { HubSourceState, HubState, SchoolLists, StateFolder } from '../memory/state.ts';
import { errorMessage } from '../messages.ts';
import { fetchDocumentPages } from './document-pages.ts';
import { readSource, UnreadableError } from './read-source.ts';
import { type ConfiguredSource, configuredSources, stateKey } from './sources.ts';

/** Hosts asked at the same time. */
export const MAX_CONCURRENT_HOSTS = 16;
/** Pages of vanished posts looked at in one poll of a source. */
const MAX_CHECKS_PER_POLL = 3;

export interface Collection {
  hub: HubState;
  /** Ids of the schools of which anything has changed: their lists are to be published. */
  changed: Set<string>;
  asked: number;
  added: number;
}

/** A run of the hub: asks what is due, and puts on the shelves what came. */
export class Collector {
  /** Of schools that are being read: put on the disk as soon as the last of their sources has been. */
  private readonly shelves = new Map<string, Promise<SchoolLists>>();
  private readonly waiting = new Map<string, number>();
  private readonly changed = new Set<string>();
  private readonly counts = { asked: 0, added: 0 };
  private readonly robots: Robots;

  constructor(
    private readonly cluster: Cluster,
    private readonly state: StateFolder,
    /** As it was read; written to. */
    private readonly hub: HubState,
    private readonly network: HttpClient,
    private readonly now: number,
    private readonly report: (report: Report) => void,
  ) {
    this.robots = new Robots(hub.robots ?? {}, network, now);
  }

  /**
   * @param force asks also what is not due, but nobody twice in five minutes
   * @throws NewerStateError, WriteError
   */
  async run(force: boolean): Promise<Collection> {
    const { hub } = this;
    const jobs = configuredSources(this.cluster);
    const states: HubState['sources'] = {};
    for (const job of jobs) {
      const key = stateKey(job);
      const known = hub.sources[key] ?? { poll: initialPollState(this.now) };
      // Without our memory of the posts, "not modified" would be no answer.
      states[key] = (await this.state.knows(job.school.id))
        ? known
        : { ...known, poll: initialPollState(this.now) };
    }
    // Sources that were taken out of the configuration are forgotten.
    hub.sources = states;
    const may = force ? canRefreshNow : isDue;
    const due = jobs.filter((job) => may(states[stateKey(job)]!.poll, this.now));
    if (due.length) await this.writeAsked(due);
    for (const job of due) {
      this.waiting.set(job.school.id, (this.waiting.get(job.school.id) ?? 0) + 1);
      this.report({ phase: 'waiting', job });
    }
    const queues = groupByHost(due);
    await Promise.all(Array.from({ length: MAX_CONCURRENT_HOSTS }, () => this.work(queues)));
    hub.robots = this.robots.texts;
    return { hub, changed: this.changed, ...this.counts };
  }

  /** Before anybody is asked: who dies of an answer does not ask again at once, and publishes everything anew. */
  private async writeAsked(due: readonly ConfiguredSource[]): Promise<void> {
    const { published: _, ...hub } = this.hub;
    const sources = { ...hub.sources };
    for (const job of due) {
      const state = sources[stateKey(job)]!;
      sources[stateKey(job)] = { ...state, poll: markRequested(state.poll, this.now) };
    }
    await this.state.writeHub({ ...hub, sources });
  }

  private async work(queues: ConfiguredSource[][]): Promise<void> {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const job of queue) {
        await this.poll(job);
        await this.putAway(job.school.id);
      }
  }

  /** Memory holds only the schools that are being read. */
  private async putAway(school: string): Promise<void> {
    const waiting = this.waiting.get(school)! - 1;
    this.waiting.set(school, waiting);
    const shelves = this.shelves.get(school);
    if (waiting || !shelves) return;
    this.shelves.delete(school);
    await this.state.writeSchool(school, await shelves);
  }

  private async poll(job: ConfiguredSource): Promise<void> {
    this.report({ phase: 'reading', job });
    const key = stateKey(job);
    const state = this.hub.sources[key]!;
    this.counts.asked++;
    const { outcome, feed, error } = await this.ask(job, state);
    const change = feed || (!error && state.pending) ? await this.keep(job, feed) : undefined;
    const interval = job.source.every === undefined ? undefined : job.source.every * MINUTE_MS;
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
    if (added || edited) this.changed.add(job.school.id);
    this.counts.added += added;
    this.report({ phase: 'done', job, added, unchanged: !feed && !error, ...(error && { error }) });
  }

  /** How a poll ended, and the feed or in words why there is none; neither where it was not modified. */
  private async ask(
    { source, kind, url }: ConfiguredSource,
    { poll, posts }: HubSourceState,
  ): Promise<{ outcome: PollOutcome; feed?: Feed; error?: string }> {
    const refusal = source.kind === 'page' ? await this.robots.refusal(url) : undefined;
    if (refusal) return { outcome: refusal.outcome, error: refusal.words };
    const answer = await this.network.fetch(url, requestHeaders(poll));
    const error = errorMessage(answer);
    if (error !== undefined || !('body' in answer) || answer.status === 304)
      return { outcome: answer, ...(error && { error }) };
    try {
      const feed = await this.read(source, kind, answer);
      if (!feed.items.length && posts)
        throw new UnreadableError('Nguồn không còn bài nào; danh sách cũ được giữ lại.');
      const rhythm = feed._tct?.rhythm;
      return { outcome: { ...answer, read: true, ...(rhythm && { rhythm }), ...newestDate(feed) }, feed };
    } catch (thrown) {
      if (!(thrown instanceof UnreadableError)) throw thrown;
      return { outcome: { ...answer, read: false }, error: thrown.message };
    }
  }

  private read(source: ClusterSource, kind: ListKind, answer: HubResponse): Promise<Feed> {
    return readSource(source, kind, answer, this.network, this.robots);
  }

  /** Puts a reading, or a "not modified" while something was left to this poll, on the school's shelf. */
  private async keep({ school, kind, url }: ConfiguredSource, feed: Feed | undefined): Promise<MergeResult> {
    const loading = this.shelves.get(school.id) ?? this.state.readSchool(school.id);
    this.shelves.set(school.id, loading);
    const shelf = (await loading)[kind];
    const others = school[kind].map((source) => source.url).filter((other) => other !== url);
    const change = feed
      ? mergeFeed(shelf, { url, others }, school.id, feed, this.now)
      : stillMissing(shelf, url);
    if (kind === 'documents') {
      const { read, left } = await fetchDocumentPages(shelf, url, this.network, this.robots);
      change.edited += read;
      if (left) change.pending = true;
    }
    for (const entry of change.doubtful.slice(0, MAX_CHECKS_PER_POLL)) {
      entry.place = -1;
      if (!entry.item.url) continue;
      // Not HEAD, which sites of ASP.NET answer with 404.
      const answer = await this.network.fetch(entry.item.url, {});
      if ('status' in answer && (answer.status === 404 || answer.status === 410)) markMissing(entry, change);
    }
    evict(shelf, this.cluster.keep);
    return change;
  }
}

function newestDate({ items }: Feed): { newest?: number } {
  const last = items.reduce(
    (newest, { date_published = '' }) => (date_published > newest ? date_published : newest),
    '',
  );
  return last ? { newest: Date.parse(last) } : {};
}
