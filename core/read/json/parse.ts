import { MAX_BODY_BYTES } from '../limits.ts';

/** What a JSON text says; nothing where it is none. */
export function parseJson(body: Uint8Array | string): unknown {
  // JSON is UTF-8 (RFC 8259, 8.1), so its bytes show what it is; what XML is encoded in is a science of its own.
  const text = (end?: number) =>
    typeof body === 'string' ? body.slice(0, end) : new TextDecoder().decode(body.subarray(0, end));
  try {
    // What is too long is left to who tells what is no feed.
    return body.length <= MAX_BODY_BYTES && /^[\s\ufeff]*[{[]/.test(text(1000))
      ? JSON.parse(text().replace(/^\ufeff/, ''))
      : undefined;
  } catch {
    return undefined;
  }
}
