import type { Feed } from '../../model/feed.ts';
import { MAX_BODY_BYTES } from '../../model/limits.ts';
import { decodeBytes } from '../charset.ts';
import type { RefinedContext } from '../refinements.ts';
import { findJson } from './find-json.ts';
import { readJsonFeed } from './json-feed.ts';
import { readLiferay } from './liferay.ts';
import { asObject, isList } from './values.ts';
import { readWordPress } from './wordpress.ts';

/**
 * Reads JSON Feed, WordPress REST or Liferay headless delivery, which differ in their fields. Returns undefined for any
 * other JSON.
 */
export function readJson(value: unknown, source: RefinedContext): Feed | undefined {
  const { version, items, totalCount, contentFields, contentUrl } = asObject(value);
  if (
    (typeof version === 'string' && version.includes('jsonfeed.org')) ||
    (isList(items) && totalCount === undefined)
  )
    return readJsonFeed(asObject(value), source);
  return (totalCount ?? contentFields ?? contentUrl) === undefined
    ? readWordPress(value, source)
    : readLiferay(value, source);
}

/**
 * Reads JSON that `parseJson` does not parse: in another encoding than UTF-8, or with something around it or wrong in it.
 * Returns undefined if there is none.
 */
export function readBrokenJson(body: Uint8Array | string, source: RefinedContext): Feed | undefined {
  if (body.length > MAX_BODY_BYTES) return undefined;
  const text = typeof body === 'string' ? body : decodeBytes(body, source.contentType);
  for (const { value, isCut } of findJson(text)) {
    const feed = readJson(value, source);
    if (feed && (feed.items.length || !isCut)) return feed;
  }
  return undefined;
}
