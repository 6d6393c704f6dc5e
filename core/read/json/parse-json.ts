import { MAX_BODY_BYTES } from '../../model/limits.ts';

/** Parses a body that is a JSON object or array. Undefined for anything else, or a body that is too large. */
export function parseJson(body: Uint8Array | string): unknown {
  // JSON is UTF-8 (RFC 8259, section 8.1); the XML reader detects the encoding of XML.
  const decode = (end?: number) =>
    typeof body === 'string' ? body.slice(0, end) : new TextDecoder().decode(body.subarray(0, end));
  try {
    return body.length <= MAX_BODY_BYTES && /^[\s\ufeff]*[{[]/.test(decode(1000))
      ? JSON.parse(decode().replace(/^\ufeff/, ''))
      : undefined;
  } catch {
    return undefined;
  }
}
