/** A candidate of a `srcset`, with the number of its `w` or `x`. */
export interface SrcsetCandidate {
  url: string;
  /** Pixels. */
  width?: number;
  /** Pixels of the image for each of the page. */
  density?: number;
}

/** A URL runs to white space, so that it may contain commas. */
const CANDIDATE = /[\s,]*(\S+)/y;

/** The index of the comma that ends the descriptors of a candidate; those in parentheses do not. */
function descriptorsEnd(value: string, from: number): number {
  let inParentheses = false;
  for (let at = from; at < value.length; at++) {
    const letter = value[at];
    if (letter === ',' && !inParentheses) return at;
    if (letter === '(') inParentheses = true;
    else if (letter === ')') inParentheses = false;
  }
  return value.length;
}

/** Parses a `srcset` by the grammar of HTML, section 4.8.4.2.2. Candidates with other descriptors are dropped. */
function parseSrcset(value: string): SrcsetCandidate[] {
  const found: SrcsetCandidate[] = [];
  let at = 0;
  while (at < value.length) {
    CANDIDATE.lastIndex = at;
    const written = CANDIDATE.exec(value)?.[1];
    if (!written) break;
    at = CANDIDATE.lastIndex;
    let end = written.length;
    while (written[end - 1] === ',') end--;
    const url = written.slice(0, end);
    // A comma at the end of the URL ends the candidate.
    const descriptorsAt = at;
    if (end === written.length) at = descriptorsEnd(value, at);
    const descriptors = value.slice(descriptorsAt, at).trim();
    const [, size, unit] = /^(\d+(?:\.\d+)?)([wx])(?:\s+\d+h)?$/.exec(descriptors) ?? [];
    if (size) found.push({ url, [unit === 'w' ? 'width' : 'density']: Number(size) });
    else if (!descriptors) found.push({ url });
  }
  return found;
}

/** The widest candidate of a `srcset`, or that of the highest density; in a tie the first. */
export function widestCandidate(value: string): SrcsetCandidate | undefined {
  let best: SrcsetCandidate | undefined;
  for (const each of parseSrcset(value))
    if (!best || (each.width ?? each.density ?? 1) > (best.width ?? best.density ?? 1)) best = each;
  return best;
}
