import type { PollState } from '../../core/poll/next.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { isSilence } from '../schools/faults.ts';
import type { SourceResult } from './request-source.ts';

/** A poll that got no response, or a page in place of a source: its own fault, or that of the network here. */
export interface UndecidedPoll {
  url: string;
  /** Before the request. */
  state: PollState;
  result: SourceResult;
}

/** The status of a network that requires a login (RFC 6585). */
const NETWORK_AUTHENTICATION_REQUIRED = 511;
/** A lone server that has sent nothing but a login for longer requires it itself. */
const MAX_PORTAL_MS = DAY_MS;

/** Whether the result of a poll does not yet tell whose fault it is. */
export const isUndecided = ({ outcome, instead }: SourceResult): boolean =>
  'failure' in outcome
    ? isSilence(outcome.failure)
    : instead?.code === 'challenge' ||
      instead?.code === 'html' ||
      outcome.status === NETWORK_AUTHENTICATION_REQUIRED;

/** When a source last got a response, a feed or not (ms since the epoch); 0 if the last poll got none. */
function respondedAt({ checked = 0, unreached, problem }: PollState): number {
  return unreached || isSilence(problem?.kind) ? 0 : checked;
}

/** Whether a page is a login, or is what another server sent as well. */
function isPortal({ url, result }: UndecidedPoll, polls: readonly UndecidedPoll[]): boolean {
  const { outcome, instead, isLogin } = result;
  if (isLogin || ('status' in outcome && outcome.status === NETWORK_AUTHENTICATION_REQUIRED)) return true;
  return polls.some(
    ({ url: other, result: { instead: same } }) =>
      serverOf(other) !== serverOf(url) &&
      instead?.code === 'html' &&
      same?.code === 'html' &&
      same.detail === instead.detail,
  );
}

export interface BlamePorts {
  /** The states of all sources that may be polled, after this round. */
  states: readonly { url: string; state: PollState }[];
  /** When the round began (ms since the epoch). */
  startedAt: number;
  /** Whether an address redirects to a place that may not be read. */
  redirects: (url: string) => Promise<boolean>;
}

/**
 * Decides whose fault it is that polls brought nothing. What is laid to the network counts as no failure of the source,
 * which is asked again soon.
 *
 * Browsers do not distinguish a dead server, an unknown host and a missing connection, so other sources decide: if one has
 * got a response since, the network is up. Where there is only one server, as with a hub, there is nothing to compare it
 * with. Its first silence counts for nothing, and every further one in a row as its own: of a machine without a
 * connection, the browser says so. A login in its place is laid to the network for a day.
 */
export async function blame(polls: readonly UndecidedPoll[], ports: BlamePorts): Promise<SourceResult[]> {
  const { states, startedAt, redirects } = ports;
  const undecided = new Set(polls.map(({ url }) => url));
  const isUnreached = ({ url, state }: { url: string; state: PollState }) =>
    undecided.has(url) || !!state.unreached;
  const servers = new Set(states.map(({ url }) => serverOf(url)));
  const unreachedServers = new Set(states.filter(isUnreached).map(({ url }) => serverOf(url)));
  const portals = new Set(polls.filter((poll) => isPortal(poll, polls)));

  const isOfNetwork = (poll: UndecidedPoll): boolean => {
    const { url, state, result } = poll;
    if ('status' in result.outcome && !portals.has(poll)) return false;
    const since = state.unreached ? state.earliest : startedAt;
    if (states.some((other) => !undecided.has(other.url) && respondedAt(other.state) >= since)) return false;
    if (servers.size > 1) {
      const others = states.filter((other) => serverOf(other.url) !== serverOf(url));
      // A source that was failing before is only retried soon if no other server responds.
      return !state.failures || others.every(isUnreached);
    }
    if (portals.size || state.unreached === 'login')
      return startedAt - (state.succeeded ?? 0) <= MAX_PORTAL_MS;
    return !state.unreached && !state.failures;
  };

  const ofNetwork = new Set(polls.filter(isOfNetwork));
  // A captive portal redirects what is not encrypted.
  const [probed] = [...ofNetwork].filter(({ url }) => url.startsWith('http:'));
  const isLoginRequired = portals.size > 0 || (!!probed && (await redirects(probed.url)));
  // One silent server alone says nothing of the network.
  const isKnown = unreachedServers.size > 1 || (servers.size === 1 && isLoginRequired);
  return polls.map((poll) =>
    ofNetwork.has(poll)
      ? { outcome: { failure: isLoginRequired ? 'login' : 'dns' }, isNetworkDown: isKnown }
      : poll.result,
  );
}
