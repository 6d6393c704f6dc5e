import { setDocuments } from '../documents/set-documents.ts';
import type { Feed, ReadContext } from '../model/feed.ts';
import { toFeedError } from './feed-error.ts';
import { parseFeed } from './parse-feed.ts';

/**
 * Reads a feed that is not a hub's file, with the facts of documents.
 *
 * @param json the value of the body, if it is JSON
 * @throws {FeedError} if the body is not a feed
 */
export function readForeign(body: Uint8Array | string, source: ReadContext, json: unknown): Feed {
  try {
    const feed = parseFeed(body, source, json);
    setDocuments(feed.items);
    return feed;
  } catch (error) {
    throw toFeedError(error);
  }
}
