import type { Feed } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import {
  canRefreshNow,
  initialPollState,
  MIN_WAIT_MS,
  markRequested,
  nextPollState,
  type PollOutcome,
  type PollState,
  requestHeaders,
} from '../../core/poll/next.ts';
import { planPolls, serverOf } from '../../core/poll/plan.ts';
import { NotAFeedError } from '../../core/read/not-a-feed.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { type FetchedResponse, fetchFeed } from '../net/fetch-feed.ts';
import type { HostQueue } from '../net/host-queue.ts';
import { readResponse } from '../net/read-response.ts';
import { hubUrl, type PolledSource, permissionFor, sourcesOf } from '../schools/configuration.ts';
import { parseHub } from '../schools/parse-hub.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Hub, SourceState, Store } from '../store/schema.ts';
import { ingest } from './ingest.ts';
import { isComplete } from './is-complete.ts';
import { isNetworkOutage } from './network-outage.ts';
import { sha256 } from './sha256.ts';

export interface PollerPorts {
  now: () => number;
  /** 0 up to 1, for jitter. */
  random: () => number;
  hostQueue: HostQueue;
  /** Whether a permission (a match pattern) is given. */
  granted: (pattern: string) => Promise<boolean>;
  /** What the background calls itself, where the browser lets it. */
  agent: string;
  read: () => Promise<Store>;
  change: (edit: (store: Store) => Store) => Promise<Store>;
}

/** A source, when to ask it, and whether we may. */
interface PollJob {
  source: PolledSource;
  url: string;
  state: PollState;
  granted: boolean;
}

/** What an answer came to. */
interface PollResult {
  outcome: PollOutcome;
  feed?: Feed;
  hub?: Hub;
  instead?: { code: string; detail: string };
  digest?: string;
}

/** When an address was last touched, as far as its state tells: its answer, or the request that nobody lived to end. */
const touched = ({ checked = 0, earliest }: PollState, now: number): number =>
  Math.max(0, ...[checked, earliest - MIN_WAIT_MS].filter((at) => at <= now));

function newest({ items }: Feed): number | undefined {
  return (
    Math.max(0, ...items.map(({ date_published }) => Date.parse(date_published ?? '') || 0)) || undefined
  );
}

/** Headers without the validators, of an answer that does not hold what they vouch for. */
function bare(headers: Headers): Headers {
  const others = new Headers(headers);
  others.delete('etag');
  others.delete('last-modified');
  return others;
}

/** Asks the sources that are due, and puts what came into the store. All it knows is in the store: it may die any time. */
export class Poller {
  readonly #world: PollerPorts;
  #running?: Promise<number> | undefined;

  constructor(world: PollerPorts) {
    this.#world = world;
  }

  /** Asks what is due, until nothing is. Who comes while it is at it waits for the same end. */
  poll(): Promise<number> {
    this.#running ??= this.#untilDone().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /**
   * Asks now, because the user wishes so, whom one may ask again, of all that is on or of these addresses.
   *
   * @returns how many were asked
   */
  async refresh(urls?: readonly string[]): Promise<number> {
    while (this.#running) await this.#running.catch(() => {});
    this.#running = this.#round((jobs, now) =>
      jobs.filter(({ url, state }) => (!urls || urls.includes(url)) && canRefreshNow(state, now)),
    ).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** When to wake next (ms since the epoch), if nothing happens before; undefined if there is nothing to wake for. */
  async wakeAt(): Promise<number | undefined> {
    const now = this.#world.now();
    const store = await this.#world.read();
    const { paused } = store.settings;
    if (isPaused(store, now)) return paused === true ? undefined : paused;
    return planPolls(
      (await this.#jobs(store, now)).filter(({ granted }) => granted),
      now,
    )[0]?.at;
  }

  async #untilDone(): Promise<number> {
    let total = 0;
    // A hub's list of schools brings sources that have never been asked.
    for (let asked = -1; asked; ) {
      asked = await this.#round((jobs, now, store) =>
        isPaused(store, now)
          ? []
          : planPolls(jobs, now)
              .filter(({ at }) => at <= now)
              .map(({ source }) => source),
      );
      total += asked;
    }
    return total;
  }

  async #jobs(store: Store, now: number): Promise<(PollJob & { pattern: string })[]> {
    return Promise.all(
      sourcesOf(store).map(async (source) => {
        const { url, hub } = source;
        const pattern = permissionFor(url);
        const state = store.sources[url]?.poll ?? initialPollState(now);
        return { source, url, state, pattern, granted: !!hub || (await this.#world.granted(pattern)) };
      }),
    );
  }

  async #round(choose: (jobs: PollJob[], now: number, store: Store) => PollJob[]): Promise<number> {
    const { now, read, change } = this.#world;
    const at = now();
    const store = await read();
    const jobs = await this.#jobs(store, at);
    const denied = [...new Set(jobs.flatMap(({ granted, pattern }) => (granted ? [] : [pattern])))];
    const may = jobs.filter(({ granted }) => granted);
    const due = choose(may, at, store);
    if (!due.length && denied.join() === store.denied.join()) return 0;
    await change((store) => ({
      ...store,
      denied,
      sources: {
        ...store.sources,
        ...Object.fromEntries(
          due.map(({ url, state, source: { school } }): [string, SourceState] => [
            url,
            omitUndefined({
              school,
              ...store.sources[url],
              poll: markRequested(store.sources[url]?.poll ?? state, at),
            }),
          ]),
        ),
      },
    }));
    const silent: PollJob[] = [];
    await Promise.all(
      due.map((job) => {
        const neighbours = may.filter(({ url }) => serverOf(url) === serverOf(job.url));
        const last = Math.max(...neighbours.map(({ state }) => touched(state, at)));
        return this.#world.hostQueue.run(
          job.url,
          async () => {
            const reading = await this.#ask(job);
            if ('failure' in reading.outcome && reading.outcome.failure === 'reset') silent.push(job);
            else await this.#keep(job, reading);
          },
          last,
        );
      }),
    );
    if (silent.length) await this.#judge(silent, may, at);
    return due.length;
  }

  /** Those that did not answer, when all who did have been noted. */
  async #judge(silent: readonly PollJob[], jobs: readonly PollJob[], at: number): Promise<void> {
    const { sources } = await this.#world.read();
    const unanswered = new Set(silent.map(({ url }) => url));
    for (const job of silent) {
      const others = jobs
        .filter(({ url }) => serverOf(url) !== serverOf(job.url))
        .map(({ url, state }) =>
          unanswered.has(url) ? { ...state, unreached: 'dns' as const } : (sources[url]?.poll ?? state),
        );
      const failure = isNetworkOutage(job.state, others, at) ? 'dns' : 'reset';
      await this.#keep(job, { outcome: { failure } });
    }
  }

  async #ask({ url, state, source }: PollJob): Promise<PollResult> {
    const { granted, agent, read } = this.#world;
    const headers = requestHeaders(state);
    // A hub that has not granted us more than everybody is asked with no header that it would have to allow first;
    // the browser's own cache sends its validators and takes its 304.
    const foreign = source.hub && !(await granted(permissionFor(url)));
    const sent: Record<string, string> = foreign
      ? { Accept: headers.Accept! }
      : { ...headers, 'User-Agent': agent };
    const answer = await fetchFeed(url, sent);
    if ('failure' in answer || answer.status >= 300) return { outcome: answer };
    const digest = foreign ? { digest: await sha256(answer.body) } : {};
    if (foreign) {
      const known = (await read()).sources[url];
      if (known?.digest === digest.digest && known?.poll.succeeded)
        return { outcome: { ...answer, status: 304 }, ...digest };
    }
    try {
      return { ...(await this.#read(source, answer)), ...digest };
    } catch (error) {
      if (!(error instanceof NotAFeedError)) throw error;
      const { code, detail } = error;
      return { outcome: { ...answer, read: false }, instead: { code, detail } };
    }
  }

  /** @throws NotAFeed */
  async #read({ kind }: PolledSource, answer: FetchedResponse): Promise<PollResult> {
    const { body, url, headers } = answer;
    if (kind === 'cluster') {
      const hub = parseHub(body, url);
      return { outcome: { ...answer, read: !!hub }, hub };
    }
    const feed = await readResponse(answer);
    const whole = isComplete(body);
    // The post that the cut went through may have lost what it is known by.
    if (!whole) feed.items.pop();
    return {
      feed,
      outcome: {
        ...answer,
        headers: whole ? headers : bare(headers),
        read: true,
        rhythm: feed._tct?.rhythm,
        newest: newest(feed),
      },
    };
  }

  /** One write for the posts, the validators that vouch for them, and when to come back. */
  #keep({ source, url }: PollJob, { outcome, feed, hub, instead, digest }: PollResult): Promise<Store> {
    const { now, random, change } = this.#world;
    const at = now();
    return change((store) => {
      const before = store.sources[url];
      // Nobody wants it any more.
      if (!before || !sourcesOf(store).some((other) => other.url === url)) return store;
      const interval = source.every && source.every * MINUTE_MS;
      const poll = nextPollState(before.poll, outcome, at, { random, interval });
      const succeeded = poll.succeeded === at && !poll.problem;
      const { offline: _, ...rest } = feed ? ingest(store, source, feed, at) : store;
      const { school } = source;
      const state: SourceState = omitUndefined({
        school,
        poll,
        posts: feed?.items.length ?? before.posts,
        since: school && succeeded ? store.since[school] : before.since,
        // What could not be read is not taken for known the next time.
        digest: (succeeded && digest) || before.digest,
        instead,
      });
      return {
        ...rest,
        ...(hub && { [store.managed?.hub ? 'policyHub' : 'hub']: { ...hub, url: hubUrl(store) } }),
        ...(poll.unreached && { offline: true }),
        sources: { ...store.sources, [url]: state },
      };
    });
  }
}
