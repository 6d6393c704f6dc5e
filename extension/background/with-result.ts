import type { Feed } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { nextPollState } from '../../core/poll/next.ts';
import { hubUrl, type PolledSource, sourcesOf } from '../schools/configuration.ts';
import { followServedHub } from '../schools/hub-move.ts';
import { intervalOf, makeDue } from '../schools/poll-state-of.ts';
import type { SourceState, Store } from '../store/schema.ts';
import { ingest } from './ingest.ts';
import { isClockRight } from './is-clock-right.ts';
import type { SourceResult } from './request-source.ts';

/**
 * Merges a hub's list of the newest posts of all schools, each school's as those of its own file. Schools whose posts may
 * be missing have that file read as well: those of which we know nothing since before the oldest post of the list.
 */
function ingestList(
  store: Store,
  { url }: PolledSource,
  feed: Feed,
  now: number,
  isClockRight?: boolean,
): Store {
  const files = sourcesOf(store).filter(({ list }) => list === url);
  const merged = files.reduce((store, file) => {
    const items = feed.items.filter(({ _tct }) => _tct?.school === file.school);
    return items.length ? ingest(store, file, { ...feed, items }, now, isClockRight) : store;
  }, store);
  if (!feed.next_url) return merged;
  const dates = feed.items.flatMap(({ date_published }) => date_published ?? []);
  const oldest = Math.min(...dates.map((date) => Date.parse(date)));
  const readAt = (url: string) => store.sources[url]?.poll.succeeded ?? 0;
  const missed = files.filter((file) => oldest > Math.max(readAt(url), readAt(file.url)));
  return { ...merged, sources: makeDue(merged.sources, missed, now) };
}

/**
 * The store after a poll: posts, their validators and the time of the next poll, to be written at once.
 *
 * @param now ms since the epoch
 * @param random returns a number from 0 up to 1, for jitter
 */
export function withResult(
  store: Store,
  url: string,
  { outcome, feed, hub, instead, digest, isNetworkDown }: SourceResult,
  now: number,
  random: () => number,
): Store {
  const before = store.sources[url];
  const source = sourcesOf(store).find((other) => other.url === url);
  // The user unsubscribed during the poll.
  if (!before || !source) return store;
  const { school, every, kind } = source;
  const poll = nextPollState(before.poll, outcome, now, { random, interval: intervalOf(source) });
  const succeeded = poll.succeeded === now && !poll.problem;
  const merge = school || kind === 'cluster' ? ingest : ingestList;
  const { offline: _, ...rest } = feed ? merge(store, source, feed, now, isClockRight(outcome, now)) : store;
  const state: SourceState = omitUndefined({
    school,
    every,
    poll,
    posts: feed?.items.length ?? before.posts,
    since: school && succeeded ? store.since[school] : before.since,
    // A body that could not be read must not count as known the next time.
    digest: (succeeded && digest) || before.digest,
    instead,
  });
  const after: Store = {
    ...rest,
    ...(hub && { [store.managed?.hub ? 'policyHub' : 'hub']: { ...hub, url: hubUrl(store) } }),
    ...((isNetworkDown || poll.unreached === 'offline') && { offline: true }),
    sources: { ...rest.sources, [url]: state },
  };
  return kind === 'cluster' && succeeded ? followServedHub(store, after, !!hub) : after;
}
