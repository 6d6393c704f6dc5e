import { DAY_MS } from '../../core/time/duration.ts';
import type { Store } from '../store/schema.ts';
import { hubUrl, schoolsOf, sourcesOf } from './configuration.ts';

/** How long the state of a source that is no longer polled is kept (ms): back within it, it is not asked too soon. */
const FORGET_AFTER_MS = 30 * DAY_MS;

/** Keeps `since` in step with the schools that are on: whoever is switched on subscribes now. Forgets old sources and policies. */
export function subscribe(store: Store, now: number): Store {
  const since: Store['since'] = {};
  for (const { id, on } of schoolsOf(store)) if (on) since[id] = store.since[id] ?? now;
  const polled = new Set(sourcesOf(store).map(({ url }) => url));
  const sources = Object.fromEntries(
    Object.entries(store.sources).filter(
      ([url, { poll }]) => polled.has(url) || now - (poll.checked ?? poll.earliest) < FORGET_AFTER_MS,
    ),
  );
  const { policyHub, ...others } = store;
  const preset = store.managed?.hub && policyHub?.url === hubUrl(store) && { policyHub };
  return { ...others, ...preset, since, sources };
}
