/**
 * Polls one source politely: computes the headers to send and the time of the next poll. Pure functions; times are ms
 * since the epoch, durations ms.
 * Each source has a state of its own, because the headers and hints of one feed do not apply to other feeds of its
 * host. `plan.ts` spaces requests to a host.
 */

import type { UpdateHints } from '../model/feed.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/duration.ts';
import { freshForMs, retryAfterMs, validator } from './headers.ts';
import type { Failure, PollOutcome, PollProblem, PollResponse, PollState, Unreached } from './poll-state.ts';

export type { Failure, PollOutcome, PollProblem, PollResponse, PollState, Unreached } from './poll-state.ts';

/** The default interval: an hour, as is usual among feed readers. */
const DEFAULT_INTERVAL_MS = HOUR_MS;
/** For a source that rarely posts and sends no validators, so that every poll costs it a full response. */
const INFREQUENT_INTERVAL_MS = DAY_MS;
/** A source posts rarely if its newest post is older than this. */
const INFREQUENT_AFTER_MS = 7 * DAY_MS;
/** Upper limit of every wait, so that a mistyped ttl does not silence a source. */
const MAX_WAIT_MS = DAY_MS;
/** The shortest wait: between manual refreshes, after a crash during a poll, and while the network is down. */
export const MIN_WAIT_MS = 5 * MINUTE_MS;
/** After a 429 without `Retry-After`. */
const TOO_MANY_REQUESTS_WAIT_MS = 4 * HOUR_MS;
/** Jitter adds up to this fraction of the wait. */
const JITTER_FRACTION = 0.1;
/** A redirect counts as permanent if every response came by it for this long. Browsers hide whether it was a 301. */
const PERMANENT_REDIRECT_AFTER_MS = 7 * DAY_MS;

export interface PollOptions {
  /** The user's interval; may be below the default, at most a day. */
  interval?: number;
  /** Returns 0 up to 1, for jitter; without it there is none. */
  random?: () => number;
}

/** The state of a source that was never polled: due at once. */
export const initialPollState = (now: number): PollState => ({ due: now, earliest: now, failures: 0 });

/** At most 128 bytes: a longer value would cause a CORS preflight (Fetch, CORS-safelisted request-header). */
const ACCEPT =
  'application/feed+json,application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';

/** The headers of the next request: `Accept`, and the validators if there are any. */
export function requestHeaders(state: Pick<PollState, 'etag' | 'lastModified'>): Record<string, string> {
  const etag = validator(state.etag);
  const lastModified = validator(state.lastModified);
  return {
    Accept: ACCEPT,
    ...(etag && { 'If-None-Match': etag }),
    ...(lastModified && { 'If-Modified-Since': lastModified }),
  };
}

/**
 * The state to store before a request is sent. If the process dies on the response, a restart does not poll again at
 * once.
 */
export function markRequested(state: PollState, now: number): PollState {
  return { ...state, due: now + MIN_WAIT_MS, earliest: now + MIN_WAIT_MS };
}

/** The state after a feed or a 304, without the time of the next poll. */
function applySuccess(state: PollState, response: PollResponse, now: number): PollState {
  const { status, headers, newest, movedTo: to } = response;
  // Headers that a 304 does not repeat still apply (RFC 9111, section 4.3.4); those missing from a 200 are gone.
  const same: Partial<PollState> = status === 304 ? state : {};
  const etag = validator(headers.get('etag')) ?? same.etag;
  const lastModified = validator(headers.get('last-modified')) ?? same.lastModified;
  const fresh = freshForMs(headers, now) ?? same.fresh;
  const rhythm = response.rhythm ?? same.rhythm;
  const seldom = same.seldom ?? (!etag && !lastModified && now - (newest ?? now) > INFREQUENT_AFTER_MS);
  return omitUndefined({
    due: now,
    earliest: now,
    checked: now,
    succeeded: now,
    failures: 0,
    etag,
    lastModified,
    rhythm,
    fresh: fresh || undefined,
    seldom: seldom || undefined,
    moved: to ? (state.moved?.to === to ? state.moved : { to, since: now }) : undefined,
  });
}

/** The state after a failure. Leaves the validators, which still belong to the stored posts. */
function applyFailure(state: PollState, problem: PollProblem, now: number): PollState {
  const { unreached: _, stopped: __, ...kept } = state;
  const failures = state.failures + 1;
  return { ...kept, checked: now, failures, problem, ...(problem.status === 410 && { stopped: true }) };
}

/** Without jitter and a server's `Retry-After`. */
function usualWait({ seldom, fresh = 0, rhythm, failures }: PollState, interval: number | undefined): number {
  const shortest = Math.max(
    MIN_WAIT_MS,
    interval ?? (seldom ? INFREQUENT_INTERVAL_MS : DEFAULT_INTERVAL_MS),
    fresh,
    (rhythm?.minutes ?? 0) * MINUTE_MS,
  );
  return shortest * 2 ** failures;
}

const isUnreached = (failure: Failure | Unreached): failure is Unreached =>
  failure === 'offline' || failure === 'dns' || failure === 'login';

function applyResponse(state: PollState, response: PollResponse, now: number): PollState {
  const { status, read } = response;
  // A 304 means nothing before a first success.
  if (status === 304 ? state.succeeded : status < 300 && read) return applySuccess(state, response, now);
  return applyFailure(state, status < 300 ? { kind: 'not-a-feed' } : { kind: 'status', status }, now);
}

/**
 * The state after a poll. Store it in one write with the posts that were read, because its validators claim that we
 * have them.
 *
 * The next poll is due after the longest of the user's interval, the freshness that the headers state (`max-age`,
 * `Expires`) and the feed's update hints (`ttl`, `sy:*`), doubled for each consecutive failure; not before
 * `Retry-After`; but always within a day. Jitter then only adds.
 */
export function nextPollState(
  state: PollState,
  outcome: PollOutcome,
  now: number,
  options: PollOptions = {},
): PollState {
  const { interval, random = () => 0 } = options;
  const jitter = 1 + JITTER_FRACTION * random();
  let after: PollState;
  let retryAfter = 0;
  if ('status' in outcome) {
    after = applyResponse(state, outcome, now);
    retryAfter = Math.min(
      MAX_WAIT_MS,
      retryAfterMs(outcome.headers, now) ?? (outcome.status === 429 ? TOO_MANY_REQUESTS_WAIT_MS : 0),
    );
  } else if (isUnreached(outcome.failure)) {
    return { ...state, due: now + MIN_WAIT_MS * jitter, earliest: now, unreached: outcome.failure };
  } else {
    after = applyFailure(state, { kind: outcome.failure }, now);
  }
  const wait = Math.min(MAX_WAIT_MS, Math.max(usualWait(after, interval), retryAfter));
  return { ...after, due: now + wait * jitter, earliest: now + Math.max(MIN_WAIT_MS, retryAfter) };
}

/**
 * The state of a source whose interval has changed since its last poll: it holds from that poll on, so a shorter one may
 * make the source due at once. A wait that the server asked for still holds.
 */
export function withInterval(state: PollState, interval: number | undefined): PollState {
  const { checked, earliest, unreached } = state;
  if (checked === undefined || unreached) return state;
  const wait = Math.min(MAX_WAIT_MS, usualWait(state, interval));
  return { ...state, due: Math.max(earliest, checked + wait) };
}

/** Whether the feed's hints exclude this hour or day (RSS 2.0 `skipHours`, `skipDays`, in GMT). */
function isSkipped({ skipHours = [], skipDays = [] }: UpdateHints, at: number): boolean {
  const date = new Date(at);
  return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
}

/**
 * When to poll a source automatically: `now` if it is due, undefined if it has stopped. Skipped hours and days move the
 * time in steps of an hour, so that clients do not all arrive on the hour. Hints that exclude a full week are ignored.
 */
export function nextPollAt({ due, stopped, rhythm = {} }: PollState, now: number): number | undefined {
  if (stopped) return undefined;
  // Further ahead than the longest wait: the clock has been set back.
  const first = due - now > MAX_WAIT_MS * (1 + JITTER_FRACTION) ? now : Math.max(due, now);
  for (let at = first; at < first + 7 * DAY_MS; at += HOUR_MS) if (!isSkipped(rhythm, at)) return at;
  return first;
}

/** Whether to poll now. Waking up or opening a window makes no difference. */
export function isDue(state: PollState, now: number): boolean {
  return nextPollAt(state, now) === now;
}

/**
 * Whether the user may refresh now: not within `MIN_WAIT_MS` of the last poll, nor before `Retry-After`. A source that
 * has stopped may be refreshed.
 */
export function canRefreshNow(
  { earliest, checked = earliest - MAX_WAIT_MS }: PollState,
  now: number,
): boolean {
  // If the clock was set back to before the last poll, the user need not wait.
  return now >= earliest || now < checked;
}

/** The URL to which the source has moved permanently, to be suggested to the user. */
export function movedTo({ moved, succeeded = 0 }: PollState): string | undefined {
  return moved && succeeded - moved.since >= PERMANENT_REDIRECT_AFTER_MS ? moved.to : undefined;
}
