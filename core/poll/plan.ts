/** When several sources are asked, so that neither a server nor a network sees a herd. */
import { hostOf } from '../url.ts';
import { nextPollAt, type PollState } from './next.ts';

/** Between the end of one request to a host and the start of the next (ms). */
export const HOST_SPACING_MS = 1000;

/** The server behind an address, as far as politeness goes: `www.` is the same one. */
export function serverOf(url: string): string {
  return hostOf(url)
    .toLowerCase()
    .replace(/^www\./, '');
}

/**
 * One queue a host, each to be worked off one request after the other, `SPACING` apart; the queues at the same time,
 * so that a dead host holds up only its own.
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

/** Between two sources that were missed (ms); no browser's alarms are finer. */
const CATCH_UP_SPACING_MS = 30_000;

/** A source is missed if it has been due for longer (ms): alarms are punctual to a minute. */
const MISSED_AFTER_MS = 120_000;

/**
 * When to ask which source, soonest first: each when it is due, but those that were missed, because the machine slept,
 * the browser was shut or the network gone, one after the other, the longest due first. Of what `at` says is now, none
 * waits for another; the first that is later is the time to wake at.
 *
 * @param sources all of them, since what was asked last says whose turn it is; those that have stopped are left out
 */
export function planPolls<T extends { state: PollState }>(
  sources: readonly T[],
  now: number,
): { source: T; at: number }[] {
  const past = sources.map(({ state }) => state.checked ?? 0).filter((checked) => checked <= now);
  let turn = Math.max(now, ...past.map((checked) => checked + CATCH_UP_SPACING_MS));
  const polls: { source: T; at: number }[] = [];
  for (const source of [...sources].sort((a, b) => a.state.due - b.state.due)) {
    const { state } = source;
    let at = nextPollAt(state, now);
    if (at === undefined) continue;
    // A due time far ahead that is now comes from a clock that was set back, and not alone.
    if (at === now && state.checked && (state.unreached || Math.abs(now - state.due) > MISSED_AFTER_MS)) {
      at = turn;
      turn += CATCH_UP_SPACING_MS;
    }
    polls.push({ source, at });
  }
  return polls.sort((a, b) => a.at - b.at);
}
