/**
 * Whether a feed's bytes go to its end. Of one that was cut off the posts before the cut are taken, but not the
 * validators: they vouch for posts that we have not seen.
 */
export function isComplete(body: Uint8Array): boolean {
  // Enough of the end in any charset: the names are ASCII, and UTF-16 only puts zeros between.
  const end = new TextDecoder('latin1').decode(body.subarray(-2000)).replace(/\0/g, '').trimEnd();
  return /[\]}]$/.test(end) || /<\/(?:\w+:)?(?:rss|feed|rdf|channel)\s*>/i.test(end);
}
