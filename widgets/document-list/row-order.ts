import { compareText } from './vietnamese-order.ts';

/** Row numbers in the order of a column: rows that have a value, then the others. */
export interface RowOrder {
  rows: readonly number[];
  /** How many rows have a value. */
  filled: number;
}

/**
 * Sorts rows by their texts; rows with equal texts stay in place, rows with an empty text come last.
 *
 * Only distinct texts are compared, because most columns have few. Sorting them by code unit first is fast and brings
 * them close to their final order, which halves the slow comparisons.
 */
export function orderRows(texts: readonly string[]): RowOrder {
  const distinct = [...new Set(texts)].sort().sort(compareText);
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [index, text] of distinct.entries()) {
    if (index && compareText(distinct[index - 1]!, text)) rank++;
    ranks.set(text, rank);
  }
  const rankOf = texts.map((text) => ranks.get(text)!);
  const filled = texts.flatMap((text, row) => (text ? [row] : []));
  const empty = texts.flatMap((text, row) => (text ? [] : [row]));
  filled.sort((a, b) => rankOf[a]! - rankOf[b]!);
  return { rows: [...filled, ...empty], filled: filled.length };
}
