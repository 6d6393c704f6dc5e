import { repairJson } from './repair-json.ts';

/** Characters in which the JSON must begin. Each of PHP's warnings takes about 200. */
const MAX_NOISE_CHARS = 65_536;
/** Where JSON may begin – an object, a list of objects, an empty list – and not code that a warning quotes. */
const START = /(?<=(?:^|[\n>(=;\ufeff])\s*)(?:\[\s*\{\s*"|\{\s*"|\[\s*\])/g;
/** Starts that are tried. */
const MAX_STARTS = 5;
/** What no warning contains: the JSON after it is part of a page or of XML. */
const PAGE = /<(?:!doctype|html|head|title|body|script|style|link|meta|\?xml|rss|feed|rdf)\b/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** In a sentence or a log, a pair of brackets is no feed without posts. */
const WARNING = /\bon line\b/;

const withoutComments = (text: string) => text.replace(COMMENT, '').trim();

export interface FoundJson {
  value: unknown;
  /** The end is missing. */
  isCut?: boolean | undefined;
}

/**
 * The JSON values in a text that `JSON.parse` rejects: after warnings of PHP, before the comment of a cache, in a JSONP
 * call, with mistakes that `repairJson` mends. What is within a value that is beyond repair is not another value.
 */
export function* findJson(text: string): Generator<FoundJson, void> {
  const head = text.slice(0, MAX_NOISE_CHARS);
  let end = 0;
  let starts = 0;
  for (const { index, 0: start } of head.matchAll(START)) {
    if (index < end) continue;
    if (starts++ === MAX_STARTS) return;
    const noise = withoutComments(head.slice(0, index));
    if (PAGE.test(noise)) return;
    const isEmpty = start.endsWith(']');
    if (isEmpty && ((noise && !WARNING.test(noise)) || withoutComments(text.slice(index + start.length))))
      continue;
    const found = repairJson(text, index);
    if (!found) return;
    end = found.end;
    try {
      yield { value: JSON.parse(found.json), isCut: found.isCut };
    } catch {
      // Beyond repair.
    }
  }
}
