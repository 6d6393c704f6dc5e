import { setTimeout as wait } from 'node:timers/promises';
import robotsParser from 'robots-parser';
import type { Cluster, ClusterSchool, ClusterSource, PageSource } from '../core/cluster.ts';
import type { Feed } from '../core/feed.ts';
import { asked, isDue, mayRefresh, next, type Outcome, requestHeaders, unpolled } from '../core/poll/next.ts';
import { byHost, SPACING } from '../core/poll/plan.ts';
import { FeedError } from '../core/read/feed-error.ts';
import { readFeed } from '../core/read/read-feed.ts';
import { PageError, readPage } from './page/read-page.ts';
import { type Change, miss, shelve, stillMissing, trim } from './shelf.ts';
import {
  type HubState,
  KINDS,
  type Kind,
  type Shelves,
  type SourceState,
  type StateFolder,
} from './state.ts';
import { ask, type Client, type Reply } from './transport.ts';
import { whyNot } from './words.ts';

/** Hosts asked at the same time. */
const HOSTS = 16;
/** Pages of vanished posts looked at in one poll of a source. */
const LOOKS = 3;
const DAY = 86_400_000;

/** One source of one school. */
export interface Job {
  school: ClusterSchool;
  kind: Kind;
  source: ClusterSource;
  url: string;
}

/** What happened to a source, for whoever watches. */
export interface Report {
  job: Job;
  phase: 'reading' | 'done';
  /** Of `done`: new posts; nothing new because the source says so; what went wrong, in words. */
  added?: number;
  unchanged?: boolean;
  error?: string;
}

export interface Collection {
  hub: HubState;
  /** Ids of the schools whose sources were read: their lists are to be published. */
  read: Set<string>;
  asked: number;
  failed: number;
  added: number;
}

/** What a source's state goes by: the same address may serve two schools. */
export const stateKey = ({ school, kind, url }: Job): string => `${school.id} ${kind} ${url}`;

export function jobsOf(cluster: Cluster): Job[] {
  return cluster.schools
    .filter(({ active }) => active)
    .flatMap((school) =>
      KINDS.flatMap((kind) => school[kind].map((source): Job => ({ school, kind, source, url: source.url }))),
    );
}

/** Nothing was read: says why, in words. */
class Unread extends Error {}

/** A run of the hub: asks what is due, and puts on the shelves what came. */
export class Collector {
  /** Of schools that are being read: put on the disk as soon as the last of their sources has been. */
  private readonly shelves = new Map<string, Promise<Shelves>>();
  private readonly waiting = new Map<string, number>();
  private readonly read = new Set<string>();
  private hub!: HubState;
  private readonly result = { asked: 0, failed: 0, added: 0 };

  constructor(
    private readonly cluster: Cluster,
    private readonly state: StateFolder,
    private readonly now: number,
    private readonly client: Client,
    private readonly report: (report: Report) => void,
  ) {}

  /**
   * @param force asks also what is not due, but nobody twice in five minutes
   * @throws NewerStateError, WriteError
   */
  async run(force = false): Promise<Collection> {
    this.hub = await this.state.readHub();
    const jobs = jobsOf(this.cluster);
    const states: HubState['sources'] = {};
    for (const job of jobs) {
      const key = stateKey(job);
      const known = this.hub.sources[key] ?? { poll: unpolled(this.now) };
      // Without our memory of the posts, "not modified" would be no answer.
      states[key] = (await this.state.knows(job.school.id)) ? known : { ...known, poll: unpolled(this.now) };
    }
    // Sources that were taken out of the configuration are forgotten.
    this.hub.sources = states;
    const may = force ? mayRefresh : isDue;
    const due = jobs.filter((job) => may(states[stateKey(job)]!.poll, this.now));
    if (due.length) {
      const waiting = Object.fromEntries(
        due.map((job) => [
          stateKey(job),
          { ...states[stateKey(job)]!, poll: asked(states[stateKey(job)]!.poll, this.now) },
        ]),
      );
      await this.state.writeHub({ ...this.hub, sources: { ...states, ...waiting } });
    }
    for (const { school } of due) this.waiting.set(school.id, (this.waiting.get(school.id) ?? 0) + 1);
    const queues = byHost(due);
    await Promise.all(Array.from({ length: HOSTS }, () => this.work(queues)));
    return { hub: this.hub, read: this.read, ...this.result };
  }

  private async work(queues: Job[][]): Promise<void> {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, job] of queue.entries()) {
        if (index) await this.space();
        await this.poll(job);
        await this.putAway(job.school.id);
      }
    }
  }

  /** Memory holds only the schools that are being read. */
  private async putAway(school: string): Promise<void> {
    const waiting = this.waiting.get(school)! - 1;
    this.waiting.set(school, waiting);
    const shelves = this.shelves.get(school);
    if (waiting || !shelves) return;
    this.shelves.delete(school);
    this.read.add(school);
    await this.state.writeShelves(school, await shelves);
  }

  private space(): Promise<void> {
    return wait(this.client.spacing ?? SPACING);
  }

  private async poll(job: Job): Promise<void> {
    this.report({ job, phase: 'reading' });
    const state = this.hub.sources[stateKey(job)]!;
    this.result.asked++;
    const answer =
      (await this.forbidden(job)) ?? (await ask(job.url, requestHeaders(state.poll), this.client));
    let error = typeof answer === 'string' ? answer : whyNot(answer);
    let feed: Feed | undefined;
    let outcome: Outcome = typeof answer === 'string' ? { status: 403, headers: new Headers() } : answer;
    if (typeof answer !== 'string' && 'status' in answer && answer.status < 300) {
      try {
        feed = await this.readAnswer(job, answer);
        outcome = {
          ...answer,
          read: true,
          ...(feed._tct?.rhythm && { rhythm: feed._tct.rhythm }),
          ...newest(feed),
        };
      } catch (thrown) {
        if (!(thrown instanceof FeedError || thrown instanceof PageError || thrown instanceof Unread))
          throw thrown;
        error = thrown.message;
        outcome = { ...answer, read: false };
      }
    }
    const interval = job.source.every === undefined ? undefined : job.source.every * 60_000;
    const poll = next(state.poll, outcome, this.now, { random: Math.random, ...(interval && { interval }) });
    const change = feed || (!error && state.pending) ? await this.keep(job, feed) : undefined;
    if (error) this.result.failed++;
    this.result.added += change?.added ?? 0;
    const posts = feed?.items.length ?? state.posts;
    this.hub.sources[stateKey(job)] = {
      poll,
      ...(error && { error }),
      ...(posts !== undefined && { posts }),
      ...((change ? change.pending : state.pending) && { pending: true }),
    } satisfies SourceState;
    this.report({
      job,
      phase: 'done',
      added: change?.added ?? 0,
      unchanged: !feed && !error,
      ...(error && { error }),
    });
  }

  /** Why a list page may not be read, if its site asks robots not to. */
  private async forbidden({ source }: Job): Promise<string | undefined> {
    if (source.kind !== 'page') return undefined;
    const { origin } = new URL(source.url);
    this.hub.robots ??= {};
    let known = this.hub.robots[origin];
    if (!known || Math.abs(this.now - known.at) > DAY) {
      const url = `${origin}/robots.txt`;
      const answer = await ask(url, { Accept: 'text/plain' }, this.client);
      // None, or none that can be read: nothing is forbidden (RFC 9309, 2.3.1.3).
      const text =
        'body' in answer && answer.status === 200
          ? new TextDecoder().decode(answer.body.subarray(0, 500_000))
          : '';
      known = { at: this.now, text };
      this.hub.robots[origin] = known;
      await this.space();
    }
    return robotsParser(`${origin}/robots.txt`, known.text).isAllowed(source.url, 'tct-hub') === false
      ? 'Tệp robots.txt của trang yêu cầu không đọc địa chỉ này. Hãy xin phép người quản trị trang, hoặc dùng nguồn RSS.'
      : undefined;
  }

  private async readAnswer(job: Job, { body, url: from, headers }: Reply): Promise<Feed> {
    const { source, kind } = job;
    const contentType = headers.get('content-type') ?? undefined;
    const feed =
      source.kind === 'page'
        ? await this.readPages(source, kind, body, from, contentType)
        : await readFeed(body, { url: from, ...(contentType && { contentType }) });
    const known = this.hub.sources[stateKey(job)]?.posts;
    if (!feed.items.length && known) throw new Unread('Nguồn không còn bài nào; danh sách cũ được giữ lại.');
    return feed;
  }

  private async readPages(
    source: PageSource,
    kind: Kind,
    body: Uint8Array,
    url: string,
    contentType: string | undefined,
  ): Promise<Feed> {
    const first = await readPage(body, { url, ...(contentType && { contentType }) }, source, kind);
    const { feed } = first;
    let following = first.next;
    for (let page = 2; page <= source.pages && following; page++) {
      await this.space();
      const answer = await ask(following, {}, this.client);
      // A list that is read in part would make the rest look withdrawn.
      if (!('body' in answer) || answer.status !== 200)
        throw new Unread(`Không đọc được trang ${page} của danh sách: ${whyNot(answer) ?? ''}`);
      const read = await readPage(answer.body, { url: answer.url }, source, kind);
      const ids = new Set(feed.items.map(({ id }) => id));
      feed.items.push(...read.feed.items.filter(({ id }) => !ids.has(id)));
      following = read.next;
    }
    return feed;
  }

  /** Puts a reading, or a "not modified" while posts are missing, on the school's shelf. */
  private async keep({ school, kind, url }: Job, feed: Feed | undefined): Promise<Change> {
    const loading = this.shelves.get(school.id) ?? this.state.readShelves(school.id);
    this.shelves.set(school.id, loading);
    const shelf = (await loading)[kind];
    if (!feed) return stillMissing(shelf, url);
    const change = shelve(shelf, url, school.id, feed, this.now);
    for (const entry of change.doubtful.slice(0, LOOKS)) {
      if (!entry.item.url) continue;
      await this.space();
      const answer = await ask(entry.item.url, {}, this.client, 'HEAD');
      if ('status' in answer && (answer.status === 404 || answer.status === 410)) miss(entry, change);
    }
    trim(shelf, this.cluster.keep);
    return change;
  }
}

function newest({ items }: Feed): { newest?: number } {
  const dates = items.map(({ date_published = '' }) => date_published).sort();
  const last = dates.at(-1);
  return last ? { newest: Date.parse(last) } : {};
}
