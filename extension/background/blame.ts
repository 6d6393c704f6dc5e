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

/** A source that may be polled, with what the last poll told. */
interface KnownSource {
  url: string;
  state: PollState;
  instead?: SourceResult['instead'];
}

export interface BlamePorts {
  /** All sources that may be polled, after this round. */
  sources: readonly KnownSource[];
  /** When the round began (ms since the epoch). */
  startedAt: number;
  /** Whether an address redirects to a place that may not be read. */
  redirects: (url: string) => Promise<boolean>;
}

const isOtherServer = (a: { url: string }, b: { url: string }): boolean =>
  serverOf(a.url) !== serverOf(b.url);

/** Whether a page is a login, or is what another server sends as well. */
function isPortal(poll: UndecidedPoll, sources: readonly KnownSource[]): boolean {
  const { outcome, instead, isLogin } = poll.result;
  if (isLogin || ('status' in outcome && outcome.status === NETWORK_AUTHENTICATION_REQUIRED)) return true;
  return (
    instead?.code === 'html' &&
    sources.some(
      (other) =>
        isOtherServer(other, poll) &&
        other.instead?.code === 'html' &&
        other.instead.detail === instead.detail,
    )
  );
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
  const { startedAt, redirects } = ports;
  const undecided = new Map(polls.map((poll) => [poll.url, poll]));
  const sources = ports.sources.map((source): KnownSource & { isUnreached: boolean } => {
    const poll = undecided.get(source.url);
    const { instead } = poll ? poll.result : source;
    const isUnreached = !!poll || !!source.state.unreached;
    return { url: source.url, state: source.state, isUnreached, ...(instead && { instead }) };
  });
  const unreached = sources.filter(({ isUnreached }) => isUnreached);
  const portals = new Set(polls.filter((poll) => isPortal(poll, unreached)));
  const serversOf = (sources: readonly KnownSource[]) =>
    new Set(sources.map(({ url }) => serverOf(url))).size;
  const isAlone = serversOf(sources) === 1;

  const isOfNetwork = (poll: UndecidedPoll): boolean => {
    const { state, result } = poll;
    // A page in place of a source that could be read may turn out to be what all servers send.
    const isKnownPage = 'status' in result.outcome && !portals.has(poll);
    if (isKnownPage && (isAlone || state.failures || !state.succeeded || result.instead?.code !== 'html'))
      return false;
    const since = state.unreached ? state.earliest : startedAt;
    if (sources.some((other) => !other.isUnreached && respondedAt(other.state) >= since)) return false;
    // A source that was failing before is only retried soon if no other server responds.
    if (!isAlone)
      return !state.failures || sources.every((other) => other.isUnreached || !isOtherServer(other, poll));
    if (portals.size || state.unreached === 'login')
      return startedAt - (state.succeeded ?? 0) <= MAX_PORTAL_MS;
    return !state.unreached && !state.failures;
  };

  const ofNetwork = new Set(polls.filter(isOfNetwork));
  // A captive portal redirects what is not encrypted.
  const [probed] = [...ofNetwork].filter(({ url }) => url.startsWith('http:'));
  const isLoginRequired = portals.size > 0 || (!!probed && (await redirects(probed.url)));
  // One server alone says nothing of the network.
  const isKnown = serversOf(unreached) > 1 || (isAlone && isLoginRequired);
  return polls.map((poll) => {
    const { instead } = poll.result;
    return ofNetwork.has(poll)
      ? {
          outcome: { failure: isLoginRequired ? 'login' : 'dns' },
          isNetworkDown: isKnown,
          ...(instead && { instead }),
        }
      : poll.result;
  });
}
