import { MAX_BODY_BYTES } from '../../model/limits.ts';

/**
 * Parses a body that is a JSON object or array. Undefined for anything else, such as a body that is too large or not
 * UTF-8 (RFC 8259, section 8.1); `readBrokenJson` reads more.
 */
export function parseJson(body: Uint8Array | string): unknown {
  if (body.length > MAX_BODY_BYTES) return undefined;
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    // A byte order mark counts as white space.
    return /^\s*[{[]/.test(text) ? JSON.parse(text.trim()) : undefined;
  } catch {
    return undefined;
  }
}
