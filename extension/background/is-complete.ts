/** Bytes at the end of a feed that are searched for its closing tag or bracket. */
const TAIL_BYTES = 2000;

/**
 * Whether a feed was received to its end. The complete posts of a truncated feed are stored, but not its validators,
 * which cover posts that were not received.
 */
export function isComplete(body: Uint8Array): boolean {
  // Closing tags are ASCII in every charset; UTF-16 only adds zero bytes.
  const end = new TextDecoder('latin1').decode(body.subarray(-TAIL_BYTES)).replace(/\0/g, '').trimEnd();
  return /[\]}]$/.test(end) || /<\/(?:\w+:)?(?:rss|feed|rdf|channel)\s*>/i.test(end);
}
