/** When to poll several sources, so that neither a server nor the network is flooded. */
import { hostOf } from '../url.ts';
import { nextPollAt, type PollState } from './next.ts';

/** Time between the end of a request to a host and the start of the next. */
export const HOST_SPACING_MS = 1000;

/** The host of a URL without `www.`, in lower case. Requests to the same server are spaced. */
export function serverOf(url: string): string {
  return hostOf(url)
    .toLowerCase()
    .replace(/^www\./, '');
}

/**
 * Groups sources into one queue per host. Process a queue one request at a time, `HOST_SPACING_MS` apart, and the
 * queues in parallel, so that a dead host delays only its own sources.
 */
export function groupByHost<T extends { url: string }>(sources: readonly T[]): T[][] {
  const queues = new Map<string, T[]>();
  for (const source of sources) {
    const host = serverOf(source.url);
    const queue = queues.get(host);
    if (queue) queue.push(source);
    else queues.set(host, [source]);
  }
  return [...queues.values()];
}

/** Time between two overdue sources. Browser alarms are no finer. */
const CATCH_UP_SPACING_MS = 30_000;

/** A source is overdue if it has been due for longer. Browser alarms are accurate to a minute. */
const MISSED_AFTER_MS = 120_000;

/**
 * When to poll each source, soonest first. Sources are polled when they are due; overdue ones (the machine slept, the
 * browser was closed, the network was down) one after the other, the longest overdue first. Poll the sources whose `at`
 * is now, and call this again at the first later time.
 *
 * @param sources all sources, because overdue ones are spaced from the last poll of any source
 */
export function planPolls<T extends { state: PollState }>(
  sources: readonly T[],
  now: number,
): { source: T; at: number }[] {
  const past = sources.map(({ state }) => state.checked ?? 0).filter((checked) => checked <= now);
  let nextFree = Math.max(now, ...past.map((checked) => checked + CATCH_UP_SPACING_MS));
  const polls: { source: T; at: number }[] = [];
  for (const source of [...sources].sort((a, b) => a.state.due - b.state.due)) {
    const { state } = source;
    let at = nextPollAt(state, now);
    if (at === undefined) continue;
    // A due time far ahead means that the clock was set back, which affects all sources at once.
    if (at === now && state.checked && (state.unreached || Math.abs(now - state.due) > MISSED_AFTER_MS)) {
      at = nextFree;
      nextFree += CATCH_UP_SPACING_MS;
    }
    polls.push({ source, at });
  }
  return polls.sort((a, b) => a.at - b.at);
}
