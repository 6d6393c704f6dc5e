import type { Feed, ReadContext } from '../../model/feed.ts';
import { MAX_BODY_BYTES } from '../../model/limits.ts';
import { decodeBytes } from '../charset.ts';
import { readJson } from './read-json.ts';
import { repairJson } from './repair-json.ts';

/** Characters in which the JSON must begin. Each of PHP's warnings takes about 200. */
const MAX_NOISE_CHARS = 65_536;
/** Where JSON may begin: an object, a list of objects, an empty list. */
const START = /\[\s*\{\s*"|\{\s*"|\[\s*\]/g;
/** Starts that are tried: a warning may quote code. */
const MAX_STARTS = 5;
/** What no warning contains: the JSON after it is part of a page or of XML. */
const PAGE = /<(?:!doctype|html|head|title|body|script|style|link|meta|\?xml|rss|feed|rdf)\b/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

function* findJson(text: string): Generator<unknown, void> {
  const head = text.slice(0, MAX_NOISE_CHARS);
  let starts = 0;
  for (const { index, 0: start } of head.matchAll(START)) {
    if (starts++ === MAX_STARTS || PAGE.test(head.slice(0, index))) return;
    // A pair of brackets in a sentence is no feed without posts.
    if (
      start.endsWith(']') &&
      text
        .slice(index + start.length)
        .replace(COMMENT, '')
        .trim()
    )
      continue;
    const json = repairJson(text, index);
    try {
      if (json !== undefined) yield JSON.parse(json);
    } catch {
      // Not JSON, or beyond repair.
    }
  }
}

/**
 * Reads a feed in JSON that `JSON.parse` rejects: in another encoding than UTF-8, after warnings of PHP, before the
 * comment of a cache, in a JSONP call, with mistakes that `repairJson` mends.
 *
 * @returns undefined if there is none
 */
export async function readBrokenJson(
  body: Uint8Array | string,
  { url, contentType }: ReadContext,
): Promise<Feed | undefined> {
  if (body.length > MAX_BODY_BYTES) return undefined;
  for (const value of findJson(typeof body === 'string' ? body : decodeBytes(body, contentType))) {
    const feed = await readJson(value, url);
    if (feed) return feed;
  }
  return undefined;
}
