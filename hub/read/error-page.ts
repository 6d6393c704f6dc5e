/** Tests of the browser and logins that come with an error status. */
import type { FetchedResponse, FetchResult } from '../../core/poll/poll-source.ts';
import { errorMessage } from '../messages.ts';
import { type Charge, readFeedSafely } from './reader.ts';
import { UnreadableError } from './unreadable-error.ts';

/** Such pages are shorter. */
const MAX_ERROR_PAGE_BYTES = 200_000;

/** The error for a test of the browser or a login in place of what was asked for; undefined for any other page. */
export async function challengeIn(
  response: FetchedResponse,
  charge?: Charge,
): Promise<UnreadableError | undefined> {
  if (!response.body.length) return undefined;
  const head = { ...response, body: response.body.subarray(0, MAX_ERROR_PAGE_BYTES) };
  try {
    await readFeedSafely(head, charge);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    if (error.code === 'challenge') return error;
  }
  return undefined;
}

/** Explains a failed request to the webmaster, by the page that came if there is one; undefined if it succeeded. */
export async function failureMessage(result: FetchResult, charge?: Charge): Promise<string | undefined> {
  const message = errorMessage(result);
  const challenge = message !== undefined && 'body' in result && (await challengeIn(result, charge));
  return challenge ? challenge.message : message;
}

/** A response that succeeded, or why there is none; see `failureMessage`. */
export async function responseOrRefusal(
  result: FetchResult,
  charge?: Charge,
): Promise<FetchedResponse | { refusal: string }> {
  const refusal = await failureMessage(result, charge);
  return refusal === undefined && 'body' in result ? result : { refusal: refusal ?? '' };
}
