/** Whose fault it is that nothing new arrives, if it is not that of a school's own source. */
import type { PollProblem, Unreached } from '../../core/poll/next.ts';
import type { Store } from '../store/schema.ts';
import { type PolledSource, sourcesOf } from './configuration.ts';
import { MIN_FAILURES_TO_REPORT, neededSources, newAddressOf } from './sources-needing-attention.ts';

/** Whether a request got no response. */
export const isSilence = (kind: PollProblem['kind'] | Unreached | undefined): boolean =>
  kind === 'reset' || kind === 'timeout';

/** What is wrong with the network here, as the last polls found it; undefined if they found nothing wrong. */
export function networkFault(store: Store): Unreached | undefined {
  if (!store.offline) return undefined;
  const faults = new Set(sourcesOf(store).map(({ url }) => store.sources[url]?.poll.unreached));
  return (['login', 'dns'] as const).find((fault) => faults.has(fault)) ?? 'offline';
}

/**
 * What is wrong with the hub. `silent`: it does not answer; `challenge`: it tests the browser or wants a login;
 * `unreadable`: no list of posts can be read; `partial`: some cannot; `schools`: only the list of schools cannot; `moved`:
 * it has a new address.
 */
export type HubFault = 'silent' | 'challenge' | 'unreadable' | 'partial' | 'schools' | 'moved';

export function hubFault(store: Store): HubFault | undefined {
  const ofHub = neededSources(store).filter(({ hub }) => hub);
  const stateOf = ({ url }: PolledSource) => store.sources[url];
  const isFailing = (source: PolledSource, failures: number) => {
    const poll = stateOf(source)?.poll;
    return !!poll && (poll.stopped || poll.failures >= failures);
  };
  const posts = ofHub.filter(({ kind }) => kind !== 'cluster');
  // All schools depend on it, so its first failure matters.
  if (posts.length && posts.every((source) => isFailing(source, 1))) {
    const states = posts.map(stateOf);
    if (states.every((state) => state?.instead?.code === 'challenge')) return 'challenge';
    return states.every((state) => isSilence(state?.poll.problem?.kind)) ? 'silent' : 'unreadable';
  }
  if (posts.some((source) => isFailing(source, MIN_FAILURES_TO_REPORT))) return 'partial';
  const cluster = ofHub.find(({ kind }) => kind === 'cluster');
  if (!cluster) return undefined;
  if (isFailing(cluster, MIN_FAILURES_TO_REPORT)) return 'schools';
  return newAddressOf(store, cluster) ? 'moved' : undefined;
}
