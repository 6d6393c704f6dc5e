import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';

/** No school's feed comes near it (bytes); a body this long is a mistake or an attack. */
const LONGEST = 32 * 1024 * 1024;

/** What a JSON text says; nothing where it is none. */
function parse(body: Uint8Array | string): unknown {
  // JSON is UTF-8 (RFC 8259, 8.1), so its bytes show what it is; what XML is encoded in is a science of its own.
  const text = (end?: number) =>
    typeof body === 'string' ? body.slice(0, end) : new TextDecoder().decode(body.subarray(0, end));
  try {
    return /^[\s\ufeff]*[{[]/.test(text(1000)) ? JSON.parse(text().replace(/^\ufeff/, '')) : undefined;
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
  if (body.length > LONGEST) {
    const { FeedError } = await import('./feed-error.ts');
    throw new FeedError('too-large', String(LONGEST / 1024 / 1024));
  }
  const value = parse(body);
  if (isModel(value)) return value;
  const foreign =
    value !== undefined && (await (await import('./foreign-json.ts')).readForeignJson(value, source.url));
  return foreign || (await import('./xml-feed.ts')).readXml(body, source);
}
