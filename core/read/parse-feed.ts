import type { Feed, ReadContext } from '../model/feed.ts';
import { parseJson } from './json/parse-json.ts';

/**
 * Reads a feed of any format, given the JSON value of its body if it has one. Imports the readers on first use, so that
 * pages which show a hub's files never load them.
 */
export async function readWithReaders(
  body: Uint8Array | string,
  json: unknown,
  source: ReadContext,
): Promise<Feed> {
  const feed = json !== undefined && (await (await import('./json/read-json.ts')).readJson(json, source.url));
  if (feed) return feed;
  return (await import('./xml/read-xml.ts')).readXml(body, source).catch(async (error: unknown) => {
    const salvaged = await (await import('./json/read-broken-json.ts')).readBrokenJson(body, source);
    if (salvaged) return salvaged;
    throw error;
  });
}

/**
 * Like `readFeed`, but throws a code instead of a message (see `feedErrorMessage`), and does not check for a hub's file
 * first. For code that has loaded the readers anyway.
 *
 * @throws {NotAFeedError} if the body is not a feed
 */
export async function parseFeed(body: Uint8Array | string, source: ReadContext): Promise<Feed> {
  return readWithReaders(body, parseJson(body), source);
}
