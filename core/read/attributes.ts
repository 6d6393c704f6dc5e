import { decodeEntities } from './entities.ts';

/** White space, quotes, `/ < = >`: what no attribute's name has in it. */
function isEnd(code: number): boolean {
  return code <= 32 || code === 61 || code === 34 || code === 39 || code === 47 || code === 60 || code === 62;
}

/** The attributes of a tag, from what stands between its name and `>`: lower-case names, first one wins. */
export function attributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  const { length } = raw;
  let at = 0;
  const skipSpace = () => {
    while (raw.charCodeAt(at) <= 32) at++;
  };
  while (at < length) {
    const start = at;
    let capitals = false;
    for (let code = raw.charCodeAt(at); at < length && !isEnd(code); code = raw.charCodeAt(++at)) {
      if (code > 64 && code < 91) capitals = true;
    }
    if (at === start) {
      at++;
      continue;
    }
    // Changing case costs as much as the rest together.
    const written = raw.slice(start, at);
    const name = capitals ? written.toLowerCase() : written;
    skipSpace();
    let value = '';
    if (raw.charCodeAt(at) === 61 /* = */) {
      at++;
      skipSpace();
      const quote = raw[at];
      const from = quote === '"' || quote === "'" ? at + 1 : at;
      let end = from > at ? raw.indexOf(quote!, from) : from;
      if (end < 0) end = length;
      else if (from === at) while (end < length && raw.charCodeAt(end) > 32) end++;
      value = raw.slice(from, end);
      at = end + 1;
    }
    if (!found.has(name)) found.set(name, decodeEntities(value));
  }
  return found;
}

/**
 * Where a tag ends: the index of its `>`, outside quoted values. A tag that was never closed ends before the
 * next `<` (the index of that, minus one, then holds no `>`), and at the end of the text at the latest.
 */
export function tagEnd(text: string, from: number): number {
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
export function instructionEnd(text: string, from: number): number {
  INSTRUCTION.lastIndex = from;
  return INSTRUCTION.test(text) ? INSTRUCTION.lastIndex : text.indexOf('>', from) + 1 || text.length;
}
