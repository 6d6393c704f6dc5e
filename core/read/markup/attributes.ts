import { decodeEntities } from './entities.ts';

/** White space, quotes, `/ < = >`: what no attribute's name has in it. Most of what is asked about are letters. */
function isEnd(code: number): boolean {
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
 * The attributes of a tag, from what stands between its name and `>`: lower-case names, first one wins. Without
 * closures, which would take twice as long.
 */
export function parseAttributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  const { length } = raw;
  let at = skipSpace(raw, 0);
  while (at < length) {
    const start = at;
    let capitals = false;
    for (let code = raw.charCodeAt(at); at < length && !isEnd(code); code = raw.charCodeAt(++at)) {
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
    // Changing case costs as much as the rest together.
    const name = capitals ? written.toLowerCase() : written;
    if (!found.has(name)) found.set(name, value.includes('&') ? decodeEntities(value) : value);
  }
  return found;
}

/**
 * Where a tag ends: the index of its `>`, outside quoted values. A tag that was never closed ends before the
 * next `<` (the index of that, minus one, then holds no `>`), and at the end of the text at the latest.
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
        // An unclosed quote: the end of the text, or every such tag would search that far again.
        if (close < 0) return text.length;
        index = close;
      }
    }
  }
  return text.length;
}

const INSTRUCTION = /<\?[^<]{0,999}?\?>/y;

/**
 * Where a processing instruction that begins at `from` ends, behind its `>`: XML ends it with `?>`; HTML, in which
 * Word leaves some, with `>`.
 */
export function findInstructionEnd(text: string, from: number): number {
  INSTRUCTION.lastIndex = from;
  return INSTRUCTION.test(text) ? INSTRUCTION.lastIndex : text.indexOf('>', from) + 1 || text.length;
}
