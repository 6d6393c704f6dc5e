import type { Attachment, DocumentFacts, Item } from '../../core/model/feed.ts';
import type { Column } from './columns.ts';

/** A document with the texts of its cells. */
export interface DocumentRow {
  item: Item;
  facts: DocumentFacts;
  /** Those of all items of the document. */
  files: readonly Attachment[];
  /** `validity` holds the state (`valid`, `coming`, `expired`), `files` the number of files. */
  cells: Partial<Record<Column, string>>;
}

const fileCount = ({ length }: readonly Attachment[]) => (length ? String(length) : undefined);

/** What two items of one document share, such as its PDF and its DOCX; empty if that cannot be told. */
export const documentKey = ({ item, facts, files, cells: { number, title, school } }: DocumentRow): string =>
  number && files.length
    ? [number, facts.issued ?? item.date_published?.slice(0, 10), title, school].join('\n')
    : '';

/** Adds the files of another item of the same document. */
export function addFiles(row: DocumentRow, files: readonly Attachment[]): void {
  const urls = new Set(row.files.map(({ url }) => url));
  row.files = [...row.files, ...files.filter(({ url }) => !urls.has(url))];
  row.cells.files = fileCount(row.files);
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
  const { attachments: files = [] } = item;
  return {
    item,
    facts,
    files,
    cells: { number, issued, title, type, issuer, signer, field, school, validity, files: fileCount(files) },
  };
}
