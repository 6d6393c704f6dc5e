import { movedTo } from '../../core/poll/next.ts';
import type { Store } from '../store/schema.ts';
import { type PolledSource, sourcesOf } from './configuration.ts';

/** Consecutive failures before the user is notified of them: most sources that fail recover within hours. */
export const MIN_FAILURES_TO_REPORT = 3;

/**
 * Where a source has moved to, if the user can change its address. A hub's files move with its list of schools, and a
 * policy's hub only with the policy.
 */
export function newAddressOf(store: Store, { url, kind, hub }: PolledSource): string | undefined {
  const poll = store.sources[url]?.poll;
  const to = poll && movedTo(poll);
  if (!hub || !to) return to;
  return kind === 'cluster' && !store.managed?.hub && to.endsWith('/cluster.json') ? to : undefined;
}

/** The sources on which new posts depend: of a hub's lists and the schools' own files there, those that are in use. */
export function neededSources(store: Store): PolledSource[] {
  const sources = sourcesOf(store);
  const lists = new Set(sources.map(({ list }) => list));
  return sources.filter(
    ({ url, kind, school, list }) => kind === 'cluster' || (school ? !list : lists.has(url)),
  );
}

/** The needed sources that are gone (410), keep failing or have moved. */
export function sourcesNeedingAttention(store: Store): PolledSource[] {
  return neededSources(store).filter((source) => {
    const poll = store.sources[source.url]?.poll;
    return poll && (poll.stopped || poll.failures >= MIN_FAILURES_TO_REPORT || newAddressOf(store, source));
  });
}
