import { decodeEntities } from './entities.ts';

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The attributes of a tag, from what stands between its name and `>`: lower-case names, first one wins. */
export function attributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(raw); match; match = ATTRIBUTE.exec(raw)) {
    const name = match[1]!.toLowerCase();
    if (!found.has(name)) found.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
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
