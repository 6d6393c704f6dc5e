import type { Feed, ReadContext } from '../model/feed.ts';
import { isHubFeed } from '../model/is-feed.ts';
import { parseJson } from './json/parse-json.ts';

/**
 * Reads a feed of any supported format into the model: RSS 0.90–2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1,
 * WordPress REST and Liferay headless delivery. The format is detected from the content, never from the `Content-Type`.
 *
 * Malformed feeds are read as far as possible: a broken item is repaired or dropped, and the others are returned. A
 * file that a hub has published is only checked. Of more than 10,000 items, the newest are returned.
 *
 * @param body the bytes of the response, or its text if it is decoded already; up to 32 MB
 * @param source where the body came from, to resolve relative URLs and to detect the encoding
 * @throws {FeedError} if the body is not a feed; its messages describe the body in Vietnamese and English
 * @example
 * ```ts
 * const response = await fetch('https://nb.example/feed');
 * const feed = await readFeed(new Uint8Array(await response.arrayBuffer()), {
 *   url: response.url,
 *   contentType: response.headers.get('content-type'),
 * });
 * for (const { title, url, date_published } of feed.items) console.log(date_published, title, url);
 * ```
 */
export async function readFeed(body: Uint8Array | string, source: ReadContext): Promise<Feed> {
  const json = parseJson(body);
  if (isHubFeed(json)) return json;
  // Imported on demand, so that pages which show a hub's files never load the readers.
  return (await import('./read-foreign.ts')).readForeign(body, source, json);
}
