import type { Feed } from '../feed.ts';
import type { Json } from './json.ts';

/**
 * JSON that is not the model to the letter: a JSON Feed of others, Liferay or WordPress, told apart by their fields.
 * Nothing where it is something else.
 */
export async function readForeignJson(value: unknown, url: string): Promise<Feed | undefined> {
  const { version, items, totalCount, contentFields, contentUrl } = Object(value) as Json;
  if (
    (typeof version === 'string' && version.includes('jsonfeed.org')) ||
    (Array.isArray(items) && totalCount === undefined)
  )
    return (await import('./json-feed.ts')).readJsonFeed(value as Json, url);
  if ((totalCount ?? contentFields ?? contentUrl) !== undefined)
    return (await import('./liferay.ts')).readLiferay(value, url);
  return (await import('./wordpress.ts')).readWordPress(value, url);
}
