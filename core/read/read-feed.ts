import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';

/** No school's feed comes near it (MB); a body this long is a mistake or an attack. */
const LONGEST = 32;

/** The value of a JSON text, undefined if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
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
    const value = parsed(typeof body === 'string' ? body : new TextDecoder().decode(body));
    if (isModel(value)) return value;
    const { readForeignJson } = await import('./foreign-json.ts');
    const feed = await readForeignJson(value, source.url);
    if (feed) return feed;
  }
  const { readXml } = await import('./xml-feed.ts');
  return readXml(body, source);
}
