import { nextPollState, type PollState } from '../../core/poll/next.ts';

/**
 * The poll state after an unexpected error in the work on an answer: as if the answer could not be read.
 *
 * @param before from before the poll, so that no validators claim that the hub has what it lost
 */
export function afterError(before: PollState, now: number): PollState {
  const unread = { status: 200, headers: { get: () => null }, read: false };
  return nextPollState(before, unread, now, { random: Math.random });
}
