import { setDocuments } from '../documents/set-documents.ts';
import type { Feed } from '../model/feed.ts';
import { cleaner } from './cleaner.ts';
import { toFeedError } from './feed-error.ts';
import { parseFeed } from './parse-feed.ts';
import type { RefinedContext } from './refinements.ts';

/**
 * Reads a feed that is not a hub's file, with the facts of documents.
 *
 * @param json the value of the body, if it is JSON
 * @throws {FeedError} if the body is not a feed
 */
export function readForeign(body: Uint8Array | string, source: RefinedContext, json: unknown): Feed {
  try {
    const feed = parseFeed(body, { ...source, cleaner }, json);
    setDocuments(feed.items);
    return feed;
  } catch (error) {
    throw toFeedError(error);
  }
}
