import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { findChallenge } from '../../core/read/challenge.ts';
import { decodeBytes } from '../../core/read/charset.ts';

/** A test of the browser or a login, with the code and detail of a `NotAFeedError`. */
export interface ReceivedChallenge {
  code: 'challenge';
  detail: string;
  /** See `Challenge`. */
  isLogin: boolean;
}

/** Recognizes a test of the browser or a login in a response of any status. */
export function challengeIn({
  body,
  headers,
}: Pick<FetchedResponse, 'body' | 'headers'>): ReceivedChallenge | undefined {
  const found = findChallenge(decodeBytes(body, headers.get('content-type')));
  return found && { code: 'challenge', detail: found.title, isLogin: found.isLogin };
}
