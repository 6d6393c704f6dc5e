import type { DocumentFacts, Item } from '../../core/model/feed.ts';

/** All columns, in their default order. */
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

/** Shown if the tag names no columns; columns without any value are omitted. */
export const DEFAULT_COLUMNS: readonly Column[] = [
  'number',
  'issued',
  'title',
  'type',
  'issuer',
  'school',
  'validity',
  'files',
];

/** The columns that can be filtered by value. */
export const FACETS = ['type', 'field', 'issuer', 'signer', 'school', 'validity'] as const;
export type Facet = (typeof FACETS)[number];

/** A document with the texts of its cells. */
export interface DocumentRow {
  item: Item;
  facts: DocumentFacts;
  /** `validity` holds the state (`valid`, `coming`, `expired`), `files` the number of files. */
  cells: Partial<Record<Column, string>>;
}

/**
 * Reads an item into a row.
 *
 * @param today `YYYY-MM-DD` in Vietnam; a document is in force from its first day to its last
 */
export function toRow(item: Item, school: string | undefined, today: string): DocumentRow {
  const facts = item._tct?.document ?? {};
  const { number, issued, type, issuer, signer, field, effective, expires, status } = facts;
  const knownStatus = status === 'unknown' ? undefined : status;
  const validity =
    expires && expires < today
      ? 'expired'
      : effective && effective > today
        ? 'coming'
        : (knownStatus ?? (effective ? 'valid' : undefined));
  const title = item.title ?? item.summary;
  const files = item.attachments?.length ? String(item.attachments.length) : undefined;
  return {
    item,
    facts,
    cells: { number, issued, title, type, issuer, signer, field, school, validity, files },
  };
}

/**
 * The text a column is sorted by; empty if the row has no value. Documents in force sort before those not yet or no
 * longer in force, each group by its date.
 */
export function sortText({ cells, facts }: DocumentRow, column: Column): string {
  const text = cells[column];
  if (!text || column !== 'validity') return text ?? '';
  const { effective, expires } = facts;
  return text.replace('valid', '') + (text === 'expired' ? expires : (effective ?? expires ?? 0));
}
