/** Feeds nest a few levels. */
const MAX_DEPTH = 100;

/** The characters that may follow a backslash (RFC 8259, section 7). */
const ESCAPES = new Set('"\\/bfnrtu');

/**
 * Cuts a JSON object or array out of a text, and repairs what templates get wrong: raw control characters in strings,
 * needless backslashes, commas after the last entry. If its end is missing, it ends after the last whole entry of its
 * outermost list of objects.
 *
 * @param start index of its first bracket
 * @returns JSON, unless it has other mistakes; undefined if it is nested too deeply or has no whole entry
 */
export function repairJson(text: string, start: number): string | undefined {
  /** The brackets to close, innermost last. */
  const open: string[] = [];
  /** The repaired text, and the index from which the text has not been copied yet. */
  let repaired = '';
  let from = start;
  const replace = (at: number, replacement: string) => {
    repaired += text.slice(from, at) + replacement;
    from = at + 1;
  };
  let inString = false;
  /** Index of the comma before the current white space, else -1. */
  let comma = -1;
  let whole: { repaired: string; from: number; end: number; open: string[] } | undefined;
  for (let at = start; at < text.length; at++) {
    const letter = text[at]!;
    if (inString) {
      if (letter === '"') inString = false;
      else if (letter < ' ') replace(at, letter < '\t' || letter > '\r' ? '' : '\\n');
      else if (letter === '\\') {
        if (ESCAPES.has(text[at + 1] ?? '')) at++;
        else replace(at, '');
      }
      continue;
    }
    if (/\s/.test(letter)) continue;
    const before = comma;
    comma = letter === ',' ? at : -1;
    if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
      if (open.length > MAX_DEPTH) return undefined;
    } else if (letter === '}' || letter === ']') {
      if (open.pop() !== letter) return undefined;
      if (before >= 0) replace(before, '');
      if (!open.length) return repaired + text.slice(from, at + 1);
      if (letter === '}' && open.at(-1) === ']' && open.length <= (whole?.open.length ?? MAX_DEPTH))
        whole = { repaired, from, end: at + 1, open: [...open] };
    }
  }
  return whole && whole.repaired + text.slice(whole.from, whole.end) + whole.open.reverse().join('');
}
