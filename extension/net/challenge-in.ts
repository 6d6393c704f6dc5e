import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { challengeTitle } from '../../core/read/challenge.ts';
import { decodeBytes } from '../../core/read/charset.ts';

/** Recognizes a test of the browser or a login in a response of any status; see `NotAFeedError`. */
export function challengeIn({
  body,
  headers,
}: Pick<FetchedResponse, 'body' | 'headers'>): { code: 'challenge'; detail: string } | undefined {
  const detail = challengeTitle(decodeBytes(body, headers.get('content-type')));
  return detail === undefined ? undefined : { code: 'challenge', detail };
}
