import type { DocumentFacts, Item } from '../../core/model/feed.ts';
import { sortKey } from '../../core/text/collation.ts';

/** The columns, in their usual order. */
export const COLUMNS = [
  'number',
  'issued',
  'title',
  'type',
  'issuer',
  'signer',
  'field',
  'school',
  'validity',
  'files',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Shown where the tag names none, if any document has them. */
export const USUAL: readonly Column[] = [
  'number',
  'issued',
  'title',
  'type',
  'issuer',
  'school',
  'validity',
  'files',
];

/** What can be chosen from. */
export const FACETS = ['type', 'field', 'issuer', 'signer', 'school', 'validity'] as const;
export type Facet = (typeof FACETS)[number];

/** One document, as the list needs it. */
export interface Row {
  item: Item;
  facts: DocumentFacts;
  /** What stands in the cells that are text; validity as its state. */
  cells: Partial<Record<Column, string>>;
}

/** @param today `YYYY-MM-DD` in Vietnam: a document holds from its first day to its last */
export function rowOf(item: Item, school: string | undefined, today: string): Row {
  const facts = item._tct?.document ?? {};
  const { number, issued, type, issuer, signer, field, effective, expires, status } = facts;
  const known = status === 'unknown' ? undefined : status;
  const validity =
    expires && expires < today
      ? 'expired'
      : effective && effective > today
        ? 'coming'
        : (known ?? (effective ? 'valid' : undefined));
  const title = item.title ?? item.summary;
  const files = item.attachments?.length ? String(item.attachments.length) : undefined;
  return {
    item,
    facts,
    cells: { number, issued, title, type, issuer, signer, field, school, validity, files },
  };
}

/** By what a column is sorted; empty where there is no value. What is in force comes first, each state by its day. */
export function keyOf({ cells, facts }: Row, column: Column): string {
  const text = cells[column];
  if (!text) return '';
  if (column === 'validity') {
    const { effective, expires } = facts;
    return text.replace('valid', '') + (text === 'expired' ? expires : (effective ?? expires ?? 0));
  }
  return column === 'issued' ? text : sortKey(text);
}
