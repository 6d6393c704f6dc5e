import type { Feed } from '../../model/feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readLiferay } from './liferay.ts';
import type { JsonObject } from './values.ts';
import { readWordPress } from './wordpress.ts';

/**
 * A feed from JSON that is no hub's file: JSON Feed, WordPress REST or Liferay headless delivery, told apart by what
 * is in it. Nothing where it is none of these.
 */
export async function readJson(value: unknown, url: string): Promise<Feed | undefined> {
  const { version, items, totalCount, contentFields, contentUrl } = Object(value) as JsonObject;
  if (
    (typeof version === 'string' && version.includes('jsonfeed.org')) ||
    (Array.isArray(items) && totalCount === undefined)
  )
    return readJsonFeed(value as JsonObject, url);
  return (totalCount ?? contentFields ?? contentUrl) === undefined
    ? readWordPress(value, url)
    : readLiferay(value, url);
}
