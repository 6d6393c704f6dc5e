import type { Feed } from '../../core/model/feed.ts';
import { type FetchedResponse, readContext } from '../../core/poll/poll-source.ts';
import { parseJson } from '../../core/read/json/parse.ts';
import { readForeign } from '../../core/read/read-foreign.ts';

/**
 * The feed in a response, a hub's file included.
 *
 * @throws NotAFeedError with a code, put into words where it is shown
 */
export const readResponse = (response: FetchedResponse): Promise<Feed> =>
  readForeign(response.body, parseJson(response.body), readContext(response));
