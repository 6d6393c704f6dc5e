import { omitUndefined } from '../../core/omit-undefined.ts';
import {
  canRefreshNow,
  initialPollState,
  MIN_WAIT_MS,
  markRequested,
  nextPollState,
  type PollOutcome,
  type PollState,
} from '../../core/poll/next.ts';
import { planPolls, serverOf } from '../../core/poll/plan.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { HostQueue } from '../net/host-queue.ts';
import { hubUrl, type PolledSource, permissionFor, sourcesOf } from '../schools/configuration.ts';
import { isPaused } from '../store/is-paused.ts';
import type { SourceState, Store } from '../store/schema.ts';
import { ingest } from './ingest.ts';
import { isClockRight } from './is-clock-right.ts';
import { isNetworkOutage } from './network-outage.ts';
import { type RequestPorts, requestSource, type SourceResult } from './request-source.ts';

export interface PollerPorts extends RequestPorts {
  /** Returns a number from 0 up to 1, for jitter. */
  random: () => number;
  hostQueue: HostQueue;
  change: (edit: (store: Store) => Store) => Promise<Store>;
}

/** A source with its poll state and whether we may read its host. */
interface PollJob {
  source: PolledSource;
  url: string;
  state: PollState;
  granted: boolean;
}

/** Time of the last request, answered or interrupted. */
const lastRequestAt = ({ checked = 0, earliest }: PollState, now: number): number =>
  Math.max(0, ...[checked, earliest - MIN_WAIT_MS].filter((at) => at <= now));

/** How a poll counts whose result could not be read, merged or stored: as the source's failure, not as that of the round. */
const failureOf = (error: unknown): PollOutcome =>
  // The stack, or what JSON can hold.
  error instanceof RangeError
    ? { failure: 'too-large' }
    : { status: 200, headers: new Headers(), read: false };

/** Marks sources as requested: if the background dies, a restart does not request them again at once. */
function markAllRequested(store: Store, jobs: readonly PollJob[], at: number): Store['sources'] {
  const sources = { ...store.sources };
  for (const { url, state, source } of jobs) {
    const known = sources[url];
    const poll = markRequested(known?.poll ?? state, at);
    sources[url] = omitUndefined({ school: source.school, ...known, poll });
  }
  return sources;
}

/** Polls the sources that are due and stores the results. All its state is in the store, as it may be stopped at any time. */
export class Poller {
  readonly #ports: PollerPorts;
  #running?: Promise<number> | undefined;

  constructor(ports: PollerPorts) {
    this.#ports = ports;
  }

  /** Polls until nothing is due. Concurrent calls share one promise. */
  poll(): Promise<number> {
    this.#running ??= this.#untilDone().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /**
   * Polls at the user's request; skips sources that were polled too recently.
   *
   * @param urls the sources to poll; all that are on if missing
   * @returns the number of sources polled
   */
  async refresh(urls?: readonly string[]): Promise<number> {
    while (this.#running) await this.#running.catch(() => {});
    this.#running = this.#round((jobs, now) =>
      jobs.filter(({ url, state }) => (!urls || urls.includes(url)) && canRefreshNow(state, now)),
    ).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** When to wake next (ms since the epoch); undefined if there is nothing to wake for. */
  async wakeAt(): Promise<number | undefined> {
    const now = this.#ports.now();
    const store = await this.#ports.read();
    const { paused } = store.settings;
    if (isPaused(store, now)) return paused === true ? undefined : paused;
    return planPolls(
      (await this.#jobs(store, now)).filter(({ granted }) => granted),
      now,
    )[0]?.at;
  }

  async #untilDone(): Promise<number> {
    let total = 0;
    // A hub's list of schools brings sources that were never polled.
    for (let polled = -1; polled; ) {
      polled = await this.#round((jobs, now, store) =>
        isPaused(store, now)
          ? []
          : planPolls(jobs, now)
              .filter(({ at }) => at <= now)
              .map(({ source }) => source),
      );
      total += polled;
    }
    return total;
  }

  async #jobs(store: Store, now: number): Promise<(PollJob & { pattern: string })[]> {
    return Promise.all(
      sourcesOf(store).map(async (source) => {
        const { url, hub } = source;
        const pattern = permissionFor(url);
        const state = store.sources[url]?.poll ?? initialPollState(now);
        return { source, url, state, pattern, granted: !!hub || (await this.#ports.hasPermission(pattern)) };
      }),
    );
  }

  async #round(choose: (jobs: PollJob[], now: number, store: Store) => PollJob[]): Promise<number> {
    const { now, read, change } = this.#ports;
    const at = now();
    const store = await read();
    const jobs = await this.#jobs(store, at);
    const denied = [...new Set(jobs.flatMap(({ granted, pattern }) => (granted ? [] : [pattern])))];
    const allowed = jobs.filter(({ granted }) => granted);
    const due = choose(allowed, at, store);
    if (!due.length && denied.join() === store.denied.join()) return 0;
    await change((store) => ({ ...store, denied, sources: markAllRequested(store, due, at) }));
    const unanswered: PollJob[] = [];
    const lastByServer = new Map<string, number>();
    for (const { url, state } of allowed) {
      const server = serverOf(url);
      lastByServer.set(server, Math.max(lastByServer.get(server) ?? 0, lastRequestAt(state, at)));
    }
    await Promise.all(
      due.map((job) =>
        this.#ports.hostQueue.run(
          job.url,
          async () => {
            const result = await this.#request(job);
            if ('failure' in result.outcome && result.outcome.failure === 'reset') unanswered.push(job);
            else await this.#store(job, result);
          },
          lastByServer.get(serverOf(job.url)),
        ),
      ),
    );
    if (unanswered.length) await this.#storeUnanswered(unanswered, allowed, at);
    return due.length;
  }

  async #request({ source, state }: PollJob): Promise<SourceResult> {
    try {
      return await requestSource(source, state, this.#ports);
    } catch (error) {
      console.error(source.url, error);
      return { outcome: failureOf(error) };
    }
  }

  /** Stores requests without a response last: the responses of other servers distinguish an outage from a dead server. */
  async #storeUnanswered(
    unanswered: readonly PollJob[],
    jobs: readonly PollJob[],
    at: number,
  ): Promise<void> {
    const { sources } = await this.#ports.read();
    const urls = new Set(unanswered.map(({ url }) => url));
    for (const job of unanswered) {
      const others = jobs
        .filter(({ url }) => serverOf(url) !== serverOf(job.url))
        .map(({ url, state }) =>
          urls.has(url) ? { ...state, unreached: 'dns' as const } : (sources[url]?.poll ?? state),
        );
      const failure = isNetworkOutage(job.state, others, at) ? 'dns' : 'reset';
      await this.#store(job, { outcome: { failure } });
    }
  }

  /** Stores the result of a poll; if that fails, for example because storage is full, only the failure of the source. */
  async #store(job: PollJob, result: SourceResult): Promise<void> {
    try {
      await this.#storeResult(job, result);
    } catch (error) {
      console.error(job.url, error);
      await this.#storeResult(job, { outcome: { failure: 'too-large' } });
    }
  }

  /** Stores posts, their validators and the time of the next poll in a single write. */
  #storeResult(
    { source, url }: PollJob,
    { outcome, feed, hub, instead, digest }: SourceResult,
  ): Promise<Store> {
    const { now, random, change } = this.#ports;
    const at = now();
    return change((store) => {
      const before = store.sources[url];
      // The user unsubscribed during the poll.
      if (!before || !sourcesOf(store).some((other) => other.url === url)) return store;
      const interval = source.every && source.every * MINUTE_MS;
      const poll = nextPollState(before.poll, outcome, at, { random, interval });
      const succeeded = poll.succeeded === at && !poll.problem;
      const { offline: _, ...rest } = feed
        ? ingest(store, source, feed, at, isClockRight(outcome, at))
        : store;
      const { school } = source;
      const state: SourceState = omitUndefined({
        school,
        poll,
        posts: feed?.items.length ?? before.posts,
        since: school && succeeded ? store.since[school] : before.since,
        // A body that could not be read must not count as known the next time.
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
