import type { Feed } from '../../core/model/feed.ts';
import { type FetchedResponse, readContext } from '../../core/poll/poll-source.ts';
import { parseFeed } from '../../core/read/read-feed.ts';

/**
 * The feed in a response, a hub's file included.
 *
 * @throws NotAFeedError with a code, put into words where it is shown
 */
export const readResponse = (response: FetchedResponse): Promise<Feed> =>
  parseFeed(response.body, readContext(response));
