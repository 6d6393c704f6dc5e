import { repairJson } from './repair-json.ts';

/** Characters in which the JSON must begin. Each of PHP's warnings takes about 200. */
const MAX_NOISE_CHARS = 65_536;
/** Where JSON may begin: an object, a list of objects, an empty list. */
const START = /\[\s*\{\s*"|\{\s*"|\[\s*\]/g;
/** Starts that are tried: a warning may quote code. */
const MAX_STARTS = 5;
/** What no warning contains: the JSON after it is part of a page or of XML. */
const PAGE = /<(?:!doctype|html|head|title|body|script|style|link|meta|\?xml|rss|feed|rdf)\b/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/**
 * The JSON values in a text that `JSON.parse` rejects: after warnings of PHP, before the comment of a cache, in a JSONP
 * call, with mistakes that `repairJson` mends.
 */
export function* findJson(text: string): Generator<unknown, void> {
  const head = text.slice(0, MAX_NOISE_CHARS);
  let starts = 0;
  for (const { index, 0: start } of head.matchAll(START)) {
    if (starts++ === MAX_STARTS || PAGE.test(head.slice(0, index))) return;
    // A pair of brackets in a sentence is no feed without posts.
    if (
      start.endsWith(']') &&
      text
        .slice(index + start.length)
        .replace(COMMENT, '')
        .trim()
    )
      continue;
    const json = repairJson(text, index);
    try {
      if (json !== undefined) yield JSON.parse(json);
    } catch {
      // Not JSON, or beyond repair.
    }
  }
}
