import { omitUndefined } from '../../core/omit-undefined.ts';
import {
  canRefreshNow,
  isDue,
  MIN_WAIT_MS,
  markRequested,
  type PollOutcome,
  type PollState,
} from '../../core/poll/next.ts';
import { planPolls, serverOf } from '../../core/poll/plan.ts';
import type { HostQueue } from '../net/host-queue.ts';
import { type PolledSource, permissionFor, sourcesOf } from '../schools/configuration.ts';
import { pollStateOf } from '../schools/poll-state-of.ts';
import { isPaused } from '../store/is-paused.ts';
import { isQuotaError } from '../store/is-quota-error.ts';
import type { Store } from '../store/schema.ts';
import { type BlamePorts, blame, isUndecided, type UndecidedPoll } from './blame.ts';
import { type RequestPorts, requestSource, type SourceResult } from './request-source.ts';
import { withResult } from './with-result.ts';

export interface PollerPorts extends RequestPorts, Pick<BlamePorts, 'redirects'> {
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

/** Whether a file of a hub rarely tells anything new: its list of schools, and what its list of posts has as well. */
const isRare = ({ source: { kind, list }, state: { succeeded, failures } }: PollJob): boolean =>
  !!list || (kind === 'cluster' && !!succeeded && !failures);

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
   * Polls at the user's request; skips sources that were polled too recently, and files of a hub that rarely tell anything
   * new, unless they are due.
   *
   * @param urls the sources to poll; all that are on if missing
   * @returns the number of sources polled
   */
  async refresh(urls?: readonly string[]): Promise<number> {
    while (this.#running) await this.#running.catch(() => {});
    this.#running = this.#round((jobs, now) =>
      jobs.filter(
        (job) =>
          (urls ? urls.includes(job.url) : isDue(job.state, now) || !isRare(job)) &&
          canRefreshNow(job.state, now),
      ),
    ).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** When to wake next (ms since the epoch); undefined if there is nothing to wake for. */
  async wakeAt(store: Store): Promise<number | undefined> {
    const now = this.#ports.now();
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
        const state = pollStateOf(store, source, now);
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
    const undecided: UndecidedPoll[] = [];
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
            if (isUndecided(result)) undecided.push({ url: job.url, state: job.state, result });
            else await this.#store(job.url, result);
          },
          lastByServer.get(serverOf(job.url)),
        ),
      ),
    );
    if (undecided.length) await this.#storeUndecided(undecided, allowed, at);
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

  /** Stores last what may be due to the network: the responses of other servers tell. */
  async #storeUndecided(
    undecided: readonly UndecidedPoll[],
    jobs: readonly PollJob[],
    startedAt: number,
  ): Promise<void> {
    const { read, redirects } = this.#ports;
    const { sources } = await read();
    const known = jobs.map(({ url, state }) => {
      const { poll = state, instead } = sources[url] ?? {};
      return { url, state: poll, ...(instead && { instead }) };
    });
    const results = await blame(undecided, { sources: known, startedAt, redirects });
    for (const [index, { url }] of undecided.entries()) await this.#store(url, results[index]!);
  }

  /**
   * Stores the result of a poll, or only that the source failed if the result cannot be merged or has no room. If the
   * write fails for another reason, that is no fault of the source: it stays as requested, and is asked again soon.
   */
  async #store(url: string, result: SourceResult): Promise<void> {
    const { now, random, change } = this.#ports;
    const merge = (store: Store, result: SourceResult) => withResult(store, url, result, now(), random);
    let isMerged = false;
    try {
      await change((store) => {
        const merged = merge(store, result);
        isMerged = true;
        return merged;
      });
    } catch (error) {
      console.error(url, error);
      const hasNoRoom = isQuotaError(error);
      if (isMerged && !hasNoRoom) return;
      const outcome: PollOutcome = hasNoRoom ? { failure: 'too-large' } : failureOf(error);
      await change((store) => merge(store, { outcome }));
    }
  }
}
