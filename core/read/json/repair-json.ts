/** Feeds nest a few levels. */
const MAX_DEPTH = 100;
/** More than in a long feed whose texts all have raw line breaks. */
const MAX_REPAIRS = 100_000;

/** The characters that may follow a backslash (RFC 8259, section 7). */
const ESCAPES = new Set('"\\/bfnrtu');

export interface RepairedJson {
  /** JSON, unless it has mistakes of other kinds. */
  json: string;
  /** Index behind it in the text. */
  end: number;
  /** Its end was missing. */
  isCut?: boolean;
}

/**
 * Cuts a JSON object or array out of a text, and repairs what templates get wrong: raw control characters in strings,
 * needless backslashes, commas after the last entry. If its end is missing, it ends after the last whole entry of its
 * outermost list.
 *
 * @param start index of its first bracket
 * @returns undefined if its brackets do not match, it is nested too deeply, has no whole entry or too many mistakes
 */
export function repairJson(text: string, start: number): RepairedJson | undefined {
  /** The brackets to close, innermost last. */
  const open: string[] = [];
  /** The repaired text, and the index from which the text has not been copied yet. */
  const repaired: string[] = [];
  let from = start;
  const replace = (at: number, replacement: string) => {
    repaired.push(text.slice(from, at), replacement);
    from = at + 1;
  };
  let inString = false;
  /** Index of the comma before the current white space, else -1. */
  let comma = -1;
  /** The last whole entry of the outermost list. */
  let whole: { repairs: number; from: number; end: number; close: string } | undefined;
  for (let at = start; at < text.length; at++) {
    const letter = text[at]!;
    if (repaired.length > MAX_REPAIRS) return undefined;
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
      if (!open.length) return { json: repaired.join('') + text.slice(from, at + 1), end: at + 1 };
      if (letter === '}' && open.indexOf(']') === open.length - 1)
        whole = { repairs: repaired.length, from, end: at + 1, close: [...open].reverse().join('') };
    }
  }
  return (
    whole && {
      json: repaired.slice(0, whole.repairs).join('') + text.slice(whole.from, whole.end) + whole.close,
      end: text.length,
      isCut: true,
    }
  );
}
