import { initialPollState, type PollState, withInterval } from '../../core/poll/next.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { Store } from '../store/schema.ts';
import type { PolledSource } from './configuration.ts';

/** The interval of a source in ms, if one was chosen. */
export const intervalOf = ({ every }: PolledSource): number | undefined => every && every * MINUTE_MS;

/** The poll state of a source. An interval that was chosen since its last poll holds from then on. */
export function pollStateOf({ sources }: Store, source: PolledSource, now: number): PollState {
  const state = sources[source.url];
  if (!state) return initialPollState(now);
  return state.every === source.every ? state.poll : withInterval(state.poll, intervalOf(source));
}

/** The states of sources, with some that are due as soon as their servers allow it. */
export function makeDue(
  sources: Store['sources'],
  due: readonly PolledSource[],
  now: number,
): Store['sources'] {
  const changed = { ...sources };
  for (const { url, every } of due) {
    const state = sources[url];
    // Without one it is due anyway.
    if (!state) continue;
    const poll = { ...state.poll, due: Math.max(now, state.poll.earliest) };
    changed[url] = { ...state, ...(every !== undefined && { every }), poll };
  }
  return changed;
}
