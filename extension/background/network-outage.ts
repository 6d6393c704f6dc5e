import type { PollState } from '../../core/poll/next.ts';

/** When a source's server last responded, with a feed or not (ms since the epoch); 0 if the last poll got no response. */
function respondedAt({ checked = 0, unreached, problem }: PollState): number {
  const responded = !problem || problem.kind === 'status' || problem.kind === 'not-a-feed';
  return !unreached && responded ? checked : 0;
}

/**
 * Whether a request without a response is due to our own network. Browsers do not distinguish a dead server, an unknown
 * host and a missing connection, so other servers decide: if one has responded since, the network is up.
 *
 * @param state of the source before the request
 * @param others states of the sources on other servers, including the results of this round
 * @param now when the round began (ms since the epoch)
 */
export function isNetworkOutage(state: PollState, others: readonly PollState[], now: number): boolean {
  // With no other server to compare with, only a second failure counts against the source.
  if (!others.length) return !state.unreached;
  const since = state.unreached ? state.earliest : now;
  if (others.some((other) => respondedAt(other) >= since)) return false;
  // A source that was failing before is only retried soon if no other server responds.
  return !state.failures || others.every(({ unreached }) => unreached);
}
