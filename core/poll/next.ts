import type { Rhythm } from '../feed.ts';
import { freshFor, type HeaderReader, retryAfter } from './headers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Between two polls, if the user says nothing: RSS readers' custom of an hour. */
const USUAL = HOUR;
/** For a source that gives no validators, so that every poll costs it the whole body, and that seldom posts. */
const RARE = DAY;
/** Nothing a source says keeps us away longer, or a typing error would for ever. */
const LONGEST = 7 * DAY;
/** Failing sources are asked at least this often. */
const LONGEST_FAILING = DAY;
/** After a 429 that does not say when to come back. */
const FLOODED = 4 * HOUR;
/** A user's own wish to see now is granted this often (per feed). */
export const MANUAL_FLOOR = 5 * MINUTE;
/** Jitter adds up to this part of the wait. */
const JITTER = 0.1;
/** A source posts seldom if its newest post is older than this. */
const SELDOM = 7 * DAY;
/** What came due while the machine slept is spread over this. */
const CATCH_UP = 10 * MINUTE;
/** Between two requests to one host. */
const SPACING = 1000;

/** What is known of one source between polls. Plain JSON; every time is ms since the epoch. */
export interface PollState {
  /** Validators exactly as they were received; sent back exactly so (RFC 9110, 13.1). */
  etag?: string;
  lastModified?: string;
  /** When it may be asked next. */
  due: number;
  /** Last answer of any kind, last one with a feed or "not modified". */
  checked?: number;
  succeeded?: number;
  /** Failures since the last success. */
  failures: number;
  /** The last failure, to be put into words; absent after a success. */
  problem?: Problem;
  /** Gone for good (410): not asked again until the user says so. */
  stopped?: boolean;
  /** Where a lasting redirect (301, 308) leads: to be offered to the user. */
  movedTo?: string;
  /** The feed's own rhythm, kept for answers without a body. */
  rhythm?: Rhythm;
}

/** `offline` is our side: no network, no name server. The rest is the source's. */
export type Failure = 'offline' | 'timeout' | 'reset' | 'tls' | 'too-large' | 'refused' | 'not-a-feed';

export interface Problem {
  kind: Failure | 'status';
  status?: number;
}

/** How a poll ended: an answer, or none. */
export type Outcome =
  | { failure: Exclude<Failure, 'not-a-feed'> }
  | {
      status: number;
      headers: HeaderReader;
      /** Of a 200: whether a feed was read from it. A failed reading keeps the old validators. */
      read?: boolean;
      rhythm?: Rhythm;
      /** When its newest post was published. */
      newest?: number;
      /** The target of a lasting redirect that was followed. */
      movedTo?: string;
    };

export interface PollOptions {
  /** The user's own interval (ms); also below the default. */
  interval?: number;
  /** 0 up to 1, for jitter. */
  random?: () => number;
}

/** A source that has never been asked: due at once. */
export const unpolled = (now: number): PollState => ({ due: now, failures: 0 });

const ACCEPT =
  'application/feed+json, application/atom+xml, application/rss+xml, application/rdf+xml, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

/** The headers of the next request: what we read, and the validators if we were given any. Never a `no-cache`. */
export function requestHeaders(state: PollState): Record<string, string> {
  return {
    Accept: ACCEPT,
    ...(state.etag && { 'If-None-Match': state.etag }),
    ...(state.lastModified && { 'If-Modified-Since': state.lastModified }),
  };
}

/** The first moment from `time` on that the feed does not ask to be spared (RSS 2.0 `skipHours`, `skipDays`; GMT). */
function outsideSkips(time: number, { skipHours = [], skipDays = [] }: Rhythm = {}): number {
  const skipped = (at: number) => {
    const date = new Date(at);
    return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
  };
  let at = time;
  // A feed that skips every hour of the week is not believed.
  for (let hours = 0; skipped(at) && hours < 168; hours++) at = (Math.floor(at / HOUR) + 1) * HOUR;
  return skipped(at) ? time : at;
}

function later(
  now: number,
  wait: number,
  rhythm: Rhythm | undefined,
  { random = () => 0 }: PollOptions,
): number {
  return outsideSkips(now + wait * (1 + random() * JITTER), rhythm);
}

function failed(
  state: PollState,
  problem: Problem,
  now: number,
  wait: number | undefined,
  options: PollOptions,
): PollState {
  const failures = state.failures + 1;
  const { interval = USUAL } = options;
  // Twice as long every time, never sooner than the source would be asked if it were well.
  const backOff = Math.max(interval, Math.min(interval * 2 ** Math.min(failures - 1, 20), LONGEST_FAILING));
  const asked = wait === undefined ? 0 : Math.min(wait, LONGEST);
  return {
    ...state,
    failures,
    problem,
    checked: now,
    due: later(now, Math.max(backOff, asked), state.rhythm, options),
  };
}

/**
 * The state after a poll. Pure: same input, same output.
 *
 * The next poll is due after the longest of the user's interval, what the answer's headers ask for (`max-age`,
 * `Expires`) and what the feed does (`ttl`, `sy:*`), capped at a week; then jitter, which only ever adds; then the
 * hours and days the feed wants to be spared.
 */
export function next(state: PollState, outcome: Outcome, now: number, options: PollOptions = {}): PollState {
  if ('failure' in outcome) {
    // No network is no fault of the source: nothing is counted, and it is tried again soon.
    if (outcome.failure === 'offline') return { ...state, due: later(now, 5 * MINUTE, undefined, options) };
    return failed(state, { kind: outcome.failure }, now, undefined, options);
  }
  const { status, headers } = outcome;
  const moved = outcome.movedTo ? { ...state, movedTo: outcome.movedTo } : state;
  if (status === 410)
    return { ...failed(moved, { kind: 'status', status }, now, LONGEST, options), stopped: true };
  const ok = status === 304 || (status >= 200 && status < 300);
  if (!ok) {
    const asked = status === 429 || status === 503 ? retryAfter(headers, now) : undefined;
    return failed(
      moved,
      { kind: 'status', status },
      now,
      asked ?? (status === 429 ? FLOODED : undefined),
      options,
    );
  }
  if (status !== 304 && !outcome.read) return failed(moved, { kind: 'not-a-feed' }, now, undefined, options);

  const rhythm = status === 304 ? state.rhythm : outcome.rhythm;
  const { etag: oldEtag, lastModified: oldDate, rhythm: _, problem: __, stopped: ___, ...kept } = moved;
  // A 304 need not repeat its validators; a 200 without them has none.
  const etag = headers.get('etag') ?? (status === 304 ? oldEtag : undefined);
  const lastModified = headers.get('last-modified') ?? (status === 304 ? oldDate : undefined);
  const seldom = !etag && !lastModified && now - (outcome.newest ?? now) > SELDOM;
  const wait = Math.max(
    options.interval ?? (seldom ? RARE : USUAL),
    Math.min(Math.max(freshFor(headers, now), (rhythm?.minutes ?? 0) * MINUTE), LONGEST),
  );
  return {
    ...kept,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(rhythm && { rhythm }),
    failures: 0,
    checked: now,
    succeeded: now,
    due: later(now, wait, rhythm, options),
  };
}

/** When a source is due. A time further off than we ever wait comes from a clock that was wrong: then it is now. */
function dueTime({ due }: PollState, now: number): number {
  return due - now > LONGEST * (1 + JITTER) + DAY ? now : due;
}

/** Whether to ask now; on the user's own wish sooner, but not within `MANUAL_FLOOR` of the last time, nor before a source that was busy wants it. */
export function isDue(state: PollState, now: number, manual = false): boolean {
  if (state.stopped) return manual;
  if (!manual) return dueTime(state, now) <= now;
  const busy = state.problem?.status === 429 || state.problem?.status === 503;
  if (busy && dueTime(state, now) > now) return false;
  const since = now - (state.checked ?? Number.NEGATIVE_INFINITY);
  return since < 0 || since >= MANUAL_FLOOR;
}

/**
 * When to send which request: one after the other for a host, a second apart; those long overdue, because the machine
 * slept, spread over ten minutes instead of all at once.
 *
 * @param sources those that are due, with the host that answers for them
 * @returns the same with the time to start, soonest first
 */
export function plan<T extends { host: string; state: PollState }>(
  sources: readonly T[],
  now: number,
): { source: T; at: number }[] {
  const overdue = sources.filter(({ state }) => state.checked && now - state.due > HOUR).length;
  const step = overdue > 1 ? CATCH_UP / overdue : 0;
  const free = new Map<string, number>();
  let late = 0;
  return [...sources]
    .sort((a, b) => a.state.due - b.state.due)
    .map((source) => {
      const { host, state } = source;
      const wished = state.checked && now - state.due > HOUR ? now + step * late++ : now;
      const at = Math.max(wished, free.get(host) ?? 0);
      free.set(host, at + SPACING);
      return { source, at };
    })
    .sort((a, b) => a.at - b.at);
}
