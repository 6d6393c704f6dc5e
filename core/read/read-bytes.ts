import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';

/** No school's feed comes near it (MB); a body this long is a mistake or an attack. */
const LONGEST = 32;

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

/** As `readFeed`, for who puts into words elsewhere what was no feed. @throws {NotAFeed} */
export async function readBytes(body: Uint8Array | string, source: Source): Promise<Feed> {
  if (body.length > LONGEST * 2 ** 20) throw (await import('./not-a-feed.ts')).tooLarge(LONGEST);
  const value = parse(body);
  if (isModel(value)) return value;
  const foreign =
    value !== undefined && (await (await import('./foreign-json.ts')).readForeignJson(value, source.url));
  return foreign || (await import('./xml-feed.ts')).readXml(body, source);
}
