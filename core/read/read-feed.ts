import type { Feed, ReadContext } from '../model/feed.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Any school's answer as one model: RSS 0.90–2.0, RDF, Atom 0.3/1.0, JSON Feed 1/1.1, WordPress REST and Liferay
 * headless delivery, told apart by what they are, never by their Content-Type. What can be saved of a malformed
 * feed is saved. A hub's file is taken as it is; the readers of all else are loaded when they are first needed.
 *
 * @param body the answer's bytes, or its text if it has been decoded
 * @throws {FeedError} for what is no feed, saying what it was, in Vietnamese and English
 */
export function readFeed(body: Uint8Array | string, source: ReadContext): Promise<Feed> {
  return readBytes(body, source).catch(async (error: unknown) => {
    throw (await import('./feed-error.ts')).toFeedError(error);
  });
}
