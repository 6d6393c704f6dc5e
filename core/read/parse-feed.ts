import type { Feed } from '../model/feed.ts';
import { parseJson } from './json/parse-json.ts';
import { readBrokenJson, readJson } from './json/read-json.ts';
import type { RefinedContext } from './refinements.ts';
import { readXml } from './xml/read-xml.ts';

/**
 * Parses a feed of any format. Unlike `readFeed`, it throws a code instead of a message (see `feedErrorMessage`), does not
 * check for a hub's file first, and leaves it to `setDocuments` to find documents.
 *
 * @param json the value of the body, if it is JSON
 * @throws {NotAFeedError} if the body is not a feed
 */
export function parseFeed(body: Uint8Array | string, source: RefinedContext, json = parseJson(body)): Feed {
  const feed = json === undefined ? undefined : readJson(json, source);
  if (feed) return feed;
  try {
    return readXml(body, source);
  } catch (error) {
    const salvaged = json === undefined && readBrokenJson(body, source);
    if (salvaged) return salvaged;
    throw error;
  }
}
