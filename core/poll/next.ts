/**
 * Polite polling: what to send to a source, and when. Pure; every time is ms since the epoch, every duration ms.
 * One state a source: what one feed of a host asks for does not hold for another (plan.ts spaces those).
 */

import type { UpdateHints } from '../model/feed.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/duration.ts';
import { freshForMs, type HeaderReader, retryAfterMs } from './headers.ts';

/** Between two polls, if the user says nothing: RSS readers' custom of an hour. */
const DEFAULT_INTERVAL_MS = HOUR_MS;
/** For a source that gives no validators, so that every poll costs it the whole body, and that seldom posts. */
const INFREQUENT_INTERVAL_MS = DAY_MS;
/** A source posts seldom if it has posted nothing for so long. */
const INFREQUENT_AFTER_MS = 7 * DAY_MS;
/** Nothing keeps us away longer: neither failures, nor the user, nor a source, whose mistyped ttl would silence it. */
const MAX_WAIT_MS = DAY_MS;
/** Nobody asks more often: the user by hand, a worker that died over the last answer, a machine without network. */
export const MIN_WAIT_MS = 5 * MINUTE_MS;
/** After a 429 that does not say when to come back. */
const TOO_MANY_REQUESTS_WAIT_MS = 4 * HOUR_MS;
/** Jitter adds up to this part of the wait. */
const JITTER_FRACTION = 0.1;
/** A redirect is lasting if every answer for so long came by it. Browsers do not tell a 301 from a 302. */
const PERMANENT_REDIRECT_AFTER_MS = 7 * DAY_MS;

/** What is known of one source between polls. Plain JSON. */
export interface PollState {
  /** Not to be asked before, by itself and by the user's hand: see `dueAt` and `mayRefresh`. */
  due: number;
  earliest: number;
  /** When the source last answered or failed to; when it last gave a feed or "not modified". */
  checked?: number;
  succeeded?: number;
  /** Failures since the last success. */
  failures: number;
  /** The last failure, to be put into words; absent after a success. */
  problem?: PollProblem;
  /** Why the last poll did not even reach the source: nothing is held against it. */
  unreached?: Unreached;
  /** Gone for good (410): asked only by the user's hand. */
  stopped?: boolean;
  /** Validators exactly as they were received; sent back exactly so (RFC 9110, 13.1). */
  etag?: string;
  lastModified?: string;
  /** Of the last feed, for answers without a body: how long it stays fresh, its rhythm, whether it costs much and brings little. */
  fresh?: number;
  rhythm?: UpdateHints;
  seldom?: boolean;
  /** Where redirects lead, and since when: see `movedTo`. */
  moved?: { to: string; since: number };
}

/** Our side: no network, or a name that cannot be looked up. */
export type Unreached = 'offline' | 'dns';

/** The source's side. `redirect`: in circles, or to where it may not be followed. */
export type Failure = 'timeout' | 'refused' | 'reset' | 'tls' | 'redirect' | 'too-large';

/** An answer that is an error, that is no feed, or none. */
export interface PollProblem {
  kind: Failure | 'status' | 'not-a-feed';
  status?: number;
}

/** The answer to one request, its redirects followed. */
export interface PollResponse {
  status: number;
  headers: HeaderReader;
  /** Of a 200: whether a feed was read from it. A failed reading keeps the old validators. */
  read?: boolean;
  /** Of the feed that was read. */
  rhythm?: UpdateHints;
  /** When its newest post was published; undefined if it does not say. */
  newest?: number;
  /** Where the redirects led, unless one of them was known to be temporary (302, 303, 307). */
  movedTo?: string;
}

/** How a poll ended: an answer, or none. */
export type PollOutcome = PollResponse | { failure: Failure | Unreached };

export interface PollOptions {
  /** The user's own interval; also below the default, at most a day. */
  interval?: number;
  /** 0 up to 1, for jitter; none without. */
  random?: () => number;
}

/** A source that has never been asked: due at once. */
export const initialPollState = (now: number): PollState => ({ due: now, earliest: now, failures: 0 });

/** At most 128 bytes, or a hub on another origin would be asked for permission first (Fetch, CORS-safelisted). */
const ACCEPT =
  'application/feed+json,application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';

/** The headers of the next request: what we read, and the validators if we were given any. Never a `no-cache`. */
export function requestHeaders({ etag, lastModified }: PollState): Record<string, string> {
  return {
    Accept: ACCEPT,
    ...(etag && { 'If-None-Match': etag }),
    ...(lastModified && { 'If-Modified-Since': lastModified }),
  };
}

/**
 * The state to be stored before the request is sent. If its sender dies on it, the source is not asked again as soon
 * as the sender is back, which may be dying of the answer.
 */
export function markRequested(state: PollState, now: number): PollState {
  return { ...state, due: now + MIN_WAIT_MS, earliest: now + MIN_WAIT_MS };
}

/** What a feed or a "not modified" teaches; when to come back is `next`'s. */
function applySuccess(state: PollState, answer: PollResponse, now: number): PollState {
  const { status, headers, newest, movedTo: to } = answer;
  // What a 304 does not repeat still holds (RFC 9111, 4.3.4); what a 200 does not give is gone.
  const same: Partial<PollState> = status === 304 ? state : {};
  const etag = headers.get('etag') ?? same.etag;
  const lastModified = headers.get('last-modified') ?? same.lastModified;
  const fresh = freshForMs(headers, now) ?? same.fresh;
  const rhythm = answer.rhythm ?? same.rhythm;
  const seldom = same.seldom ?? (!etag && !lastModified && now - (newest ?? now) > INFREQUENT_AFTER_MS);
  return omitUndefined({
    ...{ due: now, earliest: now, checked: now, succeeded: now, failures: 0 },
    ...{ etag, lastModified, rhythm },
    fresh: fresh || undefined,
    seldom: seldom || undefined,
    moved: to ? (state.moved?.to === to ? state.moved : { to, since: now }) : undefined,
  });
}

/** Everything known stays: the posts we have are still those of the old validators. */
function applyFailure(state: PollState, problem: PollProblem, now: number): PollState {
  const { unreached: _, stopped: __, ...kept } = state;
  const failures = state.failures + 1;
  return { ...kept, checked: now, failures, problem, ...(problem.status === 410 && { stopped: true }) };
}

function applyResponse(state: PollState, answer: PollResponse, now: number): PollState {
  const { status, read } = answer;
  // To a 304 without a feed there is nothing that was not modified.
  if (status === 304 ? state.succeeded : status < 300 && read) return applySuccess(state, answer, now);
  return applyFailure(state, status < 300 ? { kind: 'not-a-feed' } : { kind: 'status', status }, now);
}

/**
 * The state after a poll: to be stored in one write with the posts that were read, since its validators say that we
 * have them.
 *
 * The source is due after the longest of the user's interval, the freshness its headers claim (`max-age`, `Expires`)
 * and its feed's own rhythm (`ttl`, `sy:*`); twice that with every failure in a row; not before `Retry-After`; but
 * always within a day. Then jitter, which only ever adds.
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
  let busy = 0;
  if ('status' in outcome) {
    after = applyResponse(state, outcome, now);
    busy = Math.min(
      MAX_WAIT_MS,
      retryAfterMs(outcome.headers, now) ?? (outcome.status === 429 ? TOO_MANY_REQUESTS_WAIT_MS : 0),
    );
  } else if (outcome.failure === 'offline' || outcome.failure === 'dns') {
    return { ...state, due: now + MIN_WAIT_MS * jitter, earliest: now, unreached: outcome.failure };
  } else {
    after = applyFailure(state, { kind: outcome.failure }, now);
  }
  const usual = Math.max(
    MIN_WAIT_MS,
    interval ?? (after.seldom ? INFREQUENT_INTERVAL_MS : DEFAULT_INTERVAL_MS),
    after.fresh ?? 0,
    (after.rhythm?.minutes ?? 0) * MINUTE_MS,
  );
  const wait = Math.min(MAX_WAIT_MS, Math.max(usual * 2 ** after.failures, busy));
  return { ...after, due: now + wait * jitter, earliest: now + Math.max(MIN_WAIT_MS, busy) };
}

/** RSS 2.0 `skipHours` and `skipDays`, both GMT. */
function isSkipped({ skipHours = [], skipDays = [] }: UpdateHints, at: number): boolean {
  const date = new Date(at);
  return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
}

/**
 * When a source is to be asked by itself: `now` if it is due, undefined if it has stopped. The hours and days that its
 * feed wants to be spared are passed over an hour at a time, so that not all come at the stroke of the next one; a
 * feed that spares the whole week is not believed.
 */
export function nextPollAt({ due, stopped, rhythm = {} }: PollState, now: number): number | undefined {
  if (stopped) return undefined;
  // Further off than we ever wait: the clock was wrong then, and has been set back.
  const first = due - now > MAX_WAIT_MS * (1 + JITTER_FRACTION) ? now : Math.max(due, now);
  for (let at = first; at < first + 7 * DAY_MS; at += HOUR_MS) if (!isSkipped(rhythm, at)) return at;
  return first;
}

/** Whether to ask now. That a machine woke or a window opened changes nothing. */
export function isDue(state: PollState, now: number): boolean {
  return nextPollAt(state, now) === now;
}

/**
 * Whether to ask now because the user wishes so: any time, also of a source that has stopped, but not within
 * `SHORTEST` of the last time, nor before a busy source wants it.
 */
export function canRefreshNow(
  { earliest, checked = earliest - MAX_WAIT_MS }: PollState,
  now: number,
): boolean {
  // A clock that was set back to before the last poll does not hold the user up.
  return now >= earliest || now < checked;
}

/** The address to offer the user instead of the source's own, because it has moved there for good. */
export function movedTo({ moved, succeeded = 0 }: PollState): string | undefined {
  return moved && succeeded - moved.since >= PERMANENT_REDIRECT_AFTER_MS ? moved.to : undefined;
}
