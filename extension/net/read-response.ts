import type { Feed } from '../../core/model/feed.ts';
import { type FetchedResponse, readContext } from '../../core/poll/poll-source.ts';
import { parseFeed } from '../../core/read/parse-feed.ts';

/**
 * Reads a feed or a hub's file from a response.
 *
 * @throws NotAFeedError with a code, put into words where it is shown
 */
export const readResponse = (response: FetchedResponse): Feed =>
  parseFeed(response.body, readContext(response));
