import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';

/** No school's feed comes near it (MB); a body this long is a mistake or an attack. */
const LONGEST = 32;

async function readJson(text: string, url: string): Promise<Feed | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isModel(value)) return value;
  const { version, items, totalCount, contentFields, contentUrl } = Object(value) as Record<string, unknown>;
  if (
    (typeof version === 'string' && version.includes('jsonfeed.org')) ||
    (Array.isArray(items) && totalCount === undefined)
  ) {
    return (await import('./json-feed.ts')).readJsonFeed(value as Record<string, unknown>, url);
  }
  if ((totalCount ?? contentFields ?? contentUrl) !== undefined) {
    return (await import('./liferay.ts')).readLiferay(value, url);
  }
  return (await import('./wordpress.ts')).readWordPress(value, url);
}

/**
 * Any school's answer as one model: RSS 0.90–2.0, RDF, Atom 0.3/1.0, JSON Feed 1/1.1, WordPress REST and Liferay
 * headless delivery, told apart by what they are, never by their Content-Type. What can be saved of a malformed
 * feed is saved. A hub's file is taken as it is; the readers of all else are loaded when they are first needed.
 *
 * @param body the answer's bytes, or its text if it has been decoded
 * @throws {FeedError} for what is no feed, saying what it was, in Vietnamese and English
 */
export async function readFeed(body: Uint8Array | string, source: Source): Promise<Feed> {
  if (body.length > LONGEST * 1024 * 1024) {
    const { FeedError } = await import('./feed-error.ts');
    throw new FeedError('too-large', String(LONGEST));
  }
  // JSON is UTF-8 (RFC 8259, 8.1), so its bytes show what it is; what XML is encoded in is a science of its own.
  const head =
    typeof body === 'string' ? body.slice(0, 1000) : new TextDecoder().decode(body.subarray(0, 1000));
  if (/^[\s\ufeff]*[{[]/.test(head)) {
    const text = typeof body === 'string' ? body.replace(/^\ufeff/, '') : new TextDecoder().decode(body);
    const feed = await readJson(text, source.url);
    if (feed) return feed;
  }
  const { readXml } = await import('./xml-feed.ts');
  return readXml(body, source);
}
