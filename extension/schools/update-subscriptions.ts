import { DAY_MS } from '../../core/time/duration.ts';
import type { Store } from '../store/schema.ts';
import { hubUrl, type PolledSource, schoolsOf, sourcesOf } from './configuration.ts';
import { makeDue } from './poll-state-of.ts';
import { shareState } from './same-posts.ts';

/** How long the state of an unused source is stored, so that switching it back on does not poll it too soon. */
const FORGET_AFTER_MS = 30 * DAY_MS;

/**
 * Updates subscriptions after a change of the configuration: schools that were switched on are subscribed to from now
 * on; the state of sources unused for long and of a policy's former hub is dropped. Copies of a post share its state.
 */
export function updateSubscriptions(edited: Store, now: number): Store {
  const store = shareState(edited);
  const since: Store['since'] = {};
  /** The hub's files of schools that were switched on: its list may lack what they published before. */
  const unread: PolledSource[] = [];
  for (const { id, on, sources } of schoolsOf(store)) {
    if (!on) continue;
    since[id] = store.since[id] ?? now;
    if (store.since[id] === undefined) unread.push(...sources.filter(({ list }) => list));
  }
  const polled = new Set(sourcesOf(store).map(({ url }) => url));
  const sources = Object.fromEntries(
    Object.entries(makeDue(store.sources, unread, now)).filter(
      ([url, { poll }]) => polled.has(url) || now - (poll.checked ?? poll.earliest) < FORGET_AFTER_MS,
    ),
  );
  const { policyHub, ...others } = store;
  const currentPolicyHub = store.managed?.hub && policyHub?.url === hubUrl(store) && { policyHub };
  return { ...others, ...currentPolicyHub, since, sources };
}
