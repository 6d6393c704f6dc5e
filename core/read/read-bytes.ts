import type { Feed, ReadContext } from '../model/feed.ts';
import { isHubFeed } from '../model/is-feed.ts';
import { parseJson } from './json/parse.ts';
import { readForeign } from './read-foreign.ts';

/** As `readFeed`, for who puts into words elsewhere what was no feed. @throws {NotAFeed} */
export async function readBytes(body: Uint8Array | string, source: ReadContext): Promise<Feed> {
  const value = parseJson(body);
  return isHubFeed(value) ? value : readForeign(body, value, source);
}
