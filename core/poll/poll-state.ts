import type { UpdateHints } from '../model/feed.ts';
import type { HeaderReader } from './headers.ts';

/** The stored state of a source between polls. Plain JSON. */
export interface PollState {
  /** Earliest automatic poll; see `nextPollAt`. */
  due: number;
  /** Earliest manual poll; see `canRefreshNow`. */
  earliest: number;
  /** When the last poll ended with a response or a failure of the source. */
  checked?: number;
  /** When it last returned a feed or 304. */
  succeeded?: number;
  /** Consecutive failures. */
  failures: number;
  /** The last failure; absent after a success. */
  problem?: PollProblem;
  /** Why the last poll did not reach the source. Does not count as a failure of the source. */
  unreached?: Unreached;
  /** Gone (410): polled only manually. */
  stopped?: boolean;
  /** Validators, sent back exactly as they were received (RFC 9110, section 13.1). */
  etag?: string;
  lastModified?: string;
  /** How long the last feed stays fresh (ms). A 304 leaves this and the next two fields unchanged. */
  fresh?: number;
  /** The feed's update hints. */
  rhythm?: UpdateHints;
  /** Whether the source posts rarely and sends no validators. */
  seldom?: boolean;
  /** Where redirects lead, and since when; see `movedTo`. */
  moved?: { to: string; since: number };
}

/** Failures on our side: no network, a domain name that cannot be resolved, or a network that requires a login first. */
export type Unreached = 'offline' | 'dns' | 'login';

/**
 * Failures of the source without a usable response. `redirect` is a loop, or a target that must not be followed;
 * `protocol` a response that HTTP does not allow, such as a 304 to a request without validators; `internal` a host name
 * that leads to a private address, `internal-redirect` a redirect to one.
 */
export type Failure =
  | 'timeout'
  | 'refused'
  | 'reset'
  | 'tls'
  | 'redirect'
  | 'too-large'
  | 'protocol'
  | 'internal'
  | 'internal-redirect';

/** An error response, a response that is not a feed, or no response. */
export interface PollProblem {
  kind: Failure | 'status' | 'not-a-feed';
  status?: number;
}

/** The response to a request, after redirects. */
export interface PollResponse {
  status: number;
  headers: HeaderReader;
  /** Whether a feed was read from a 200. If not, the old validators are kept. */
  read?: boolean;
  /** The feed's update hints. */
  rhythm?: UpdateHints;
  /** When the newest post was published, if the feed has dates. */
  newest?: number;
  /** Where redirects led, unless one is known to be temporary (302, 303, 307). */
  movedTo?: string;
}

/** How a poll ended: with a response, or without. */
export type PollOutcome = PollResponse | { failure: Failure | Unreached };
