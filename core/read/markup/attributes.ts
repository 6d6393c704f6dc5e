import { decodeEntities } from './entities.ts';

/** Whether a character ends an attribute name: white space, quotes, `/ < = >`. Letters, the common case, exit early. */
function endsAttributeName(code: number): boolean {
  return (
    code <= 32 ||
    (code < 63 && (code === 61 || code === 34 || code === 39 || code === 47 || code === 60 || code === 62))
  );
}

function skipSpace(raw: string, from: number): number {
  let at = from;
  while (raw.charCodeAt(at) <= 32) at++;
  return at;
}

/**
 * Parses the attributes of a tag. Names are in lower case; the first of a name wins. Avoids closures, which would take
 * twice as long.
 *
 * @param raw the text between the tag's name and `>`
 */
export function parseAttributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  const { length } = raw;
  let at = skipSpace(raw, 0);
  while (at < length) {
    const start = at;
    let capitals = false;
    for (
      let code = raw.charCodeAt(at);
      at < length && !endsAttributeName(code);
      code = raw.charCodeAt(++at)
    ) {
      if (code > 64 && code < 91) capitals = true;
    }
    if (at === start) {
      at = skipSpace(raw, at + 1);
      continue;
    }
    const written = raw.slice(start, at);
    at = skipSpace(raw, at);
    let value = '';
    if (raw.charCodeAt(at) === 61 /* = */) {
      at = skipSpace(raw, at + 1);
      const quote = raw.charCodeAt(at);
      const quoted = quote === 34 || quote === 39;
      const from = quoted ? at + 1 : at;
      let end = from;
      if (quoted) end = raw.indexOf(quote === 34 ? '"' : "'", from);
      else while (raw.charCodeAt(end) > 32) end++;
      if (end < 0) end = length;
      value = raw.slice(from, end);
      at = skipSpace(raw, quoted ? end + 1 : end);
    }
    // Lower-casing takes as long as the rest of the function.
    const name = capitals ? written.toLowerCase() : written;
    if (!found.has(name)) found.set(name, value.includes('&') ? decodeEntities(value) : value);
  }
  return found;
}

/**
 * The index of the `>` that ends a tag, ignoring quoted values. For an unclosed tag, the index before the next `<`, or
 * the end of the text.
 */
export function findTagEnd(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 62 /* > */) return index;
    if (code === 60 /* < */) return index - 1;
    if (code === 61 /* = */) {
      let open = index + 1;
      while (text.charCodeAt(open) <= 32) open++;
      const quote = text.charCodeAt(open);
      if (quote === 34 || quote === 39) {
        const close = text.indexOf(quote === 34 ? '"' : "'", open + 1);
        // An unclosed quote: give up, or every such tag would search to the end again.
        if (close < 0) return text.length;
        index = close;
      }
    }
  }
  return text.length;
}

const INSTRUCTION = /<\?[^<]{0,999}?\?>/y;

/**
 * The index after a processing instruction that begins at `from`. It ends with `?>` in XML, and with `>` in the HTML
 * that Word writes.
 */
export function findInstructionEnd(text: string, from: number): number {
  INSTRUCTION.lastIndex = from;
  return INSTRUCTION.test(text) ? INSTRUCTION.lastIndex : text.indexOf('>', from) + 1 || text.length;
}
