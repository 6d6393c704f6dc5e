/** No feed is nested deeper than a dozen levels. */
export const MAX_JSON_DEPTH = 100;

/** The characters that matter. */
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];

/**
 * Whether a body is JSON with more than `MAX_JSON_DEPTH` lists and objects open at once. `JSON.parse` holds these
 * outside the heap, where no limit applies: 16 million of them take a gigabyte.
 */
export function isNestedTooDeeply(body: Uint8Array): boolean {
  if (!/^[\s\ufeff]*[{[]/.test(new TextDecoder().decode(body.subarray(0, 1000)))) return false;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (isInString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > MAX_JSON_DEPTH) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return false;
}
