import type { YieldToMain } from './yield-to-main.ts';

/** Rows in the order of a column: those that have a value first, then those without. */
export interface Order {
  rows: Uint32Array;
  /** How many have a value. */
  filled: number;
}

/** Merges two sorted runs of `from` into `to`. */
function merge(
  keys: readonly string[],
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeLeft = left < middle && (right >= end || keys[from[left]!]! <= keys[from[right]!]!);
    to[at] = takeLeft ? from[left++]! : from[right++]!;
  }
}

/** Sorts rows by their keys, stable, a slice at a time; an empty key is no value. */
export async function orderOf(keys: readonly string[], pace: YieldToMain): Promise<Order> {
  const filled = keys.flatMap((key, row) => (key ? [row] : []));
  const empty = keys.flatMap((key, row) => (key ? [] : [row]));
  let from = Uint32Array.from(filled);
  let to = new Uint32Array(filled.length);
  for (let width = 1; width < filled.length; width *= 2) {
    for (let start = 0; start < filled.length; start += 2 * width) {
      const middle = Math.min(start + width, filled.length);
      merge(keys, from, to, start, middle, Math.min(start + 2 * width, filled.length));
      if (start % 512 === 0) await pace.yieldIfNeeded();
    }
    [from, to] = [to, from];
  }
  const rows = new Uint32Array(keys.length);
  rows.set(from);
  rows.set(empty, filled.length);
  return { rows, filled: filled.length };
}
