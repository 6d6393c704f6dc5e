import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';
import { LONGEST } from './longest.ts';

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
  // What is too long is left to who tells what is no feed.
  const value = body.length > LONGEST ? undefined : parse(body);
  if (isModel(value)) return value;
  const foreign =
    value !== undefined && (await (await import('./foreign-json.ts')).readForeignJson(value, source.url));
  return foreign || (await import('./xml-feed.ts')).readXml(body, source);
}
