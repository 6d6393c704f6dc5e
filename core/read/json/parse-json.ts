import { MAX_BODY_BYTES } from '../../model/limits.ts';

/**
 * Parses a body that is a JSON object or array. Undefined for anything else, such as a body that is too large or not
 * UTF-8 (RFC 8259, section 8.1); `readBrokenJson` reads more.
 */
export function parseJson(body: Uint8Array | string): unknown {
  const decode = (end?: number) =>
    typeof body === 'string'
      ? body.slice(0, end)
      : // Whether the head is cut within a letter does not matter.
        new TextDecoder('utf-8', { fatal: !end }).decode(body.subarray(0, end));
  try {
    return body.length <= MAX_BODY_BYTES && /^[\s\ufeff]*[{[]/.test(decode(1000))
      ? JSON.parse(decode().replace(/^\ufeff/, ''))
      : undefined;
  } catch {
    return undefined;
  }
}
