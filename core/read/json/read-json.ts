import type { Feed } from '../../model/feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readLiferay } from './liferay.ts';
import { asObject, isList } from './values.ts';
import { readWordPress } from './wordpress.ts';

/**
 * Reads JSON Feed, WordPress REST or Liferay headless delivery, which differ in their fields. Returns undefined for any
 * other JSON.
 */
export async function readJson(value: unknown, url: string): Promise<Feed | undefined> {
  const { version, items, totalCount, contentFields, contentUrl } = asObject(value);
  if (
    (typeof version === 'string' && version.includes('jsonfeed.org')) ||
    (isList(items) && totalCount === undefined)
  )
    return readJsonFeed(asObject(value), url);
  return (totalCount ?? contentFields ?? contentUrl) === undefined
    ? readWordPress(value, url)
    : readLiferay(value, url);
}
