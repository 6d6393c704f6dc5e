import type { PollState } from '../../core/poll/next.ts';

/** When a server last answered anything, as far as the state of one of its sources tells. */
function answeredAt({ checked = 0, unreached, problem }: PollState): number {
  const answered = !problem || problem.kind === 'status' || problem.kind === 'not-a-feed';
  return !unreached && answered ? checked : 0;
}

/**
 * Whether a request without an answer is to be laid to our own network. Browsers do not tell a dead server from a
 * name that is not found or a cable that is pulled, so the other servers have to: one that has answered since says
 * that the network is there.
 *
 * @param state of the source as it was before the request
 * @param others states of the sources on other servers, this poll's answers in them
 * @param now when the poll began (ms since the epoch)
 */
export function isNetworkOutage(state: PollState, others: readonly PollState[], now: number): boolean {
  // With nobody else to tell by, once is no failure, twice is one.
  if (!others.length) return !state.unreached;
  const since = state.unreached ? state.earliest : now;
  if (others.some((other) => answeredAt(other) >= since)) return false;
  // A server that is known to be dead is asked again soon only if all are silent.
  return !state.failures || others.every(({ unreached }) => unreached);
}
