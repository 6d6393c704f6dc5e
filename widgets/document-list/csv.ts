import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { AllDocumentWords } from '../locale/types/documents.ts';
import { COLUMNS, type Column } from './columns.ts';
import type { DocumentRow } from './document-row.ts';

/** Excel reads UTF-8 only behind it. */
const BYTE_ORDER_MARK = '\ufeff';
/** What spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** For slow disks; the file itself is copied at once. */
const REVOKE_AFTER_MS = 60_000;

/** A field by RFC 4180. What would be a formula is marked as text by an apostrophe. */
function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cell({ cells, files }: DocumentRow, column: Column, words: AllDocumentWords): string {
  const text = cells[column] ?? '';
  // Dates stay as they are, `YYYY-MM-DD`: spreadsheets of every language read them as dates.
  if (column === 'validity') return words.validity[text] ?? text;
  return column === 'files' ? files.map(({ url }) => url).join(' ') : text;
}

/** The documents as CSV by RFC 4180, with whole titles, in all columns that any of them fills, and with their links. */
function toCsv(rows: readonly DocumentRow[], words: AllDocumentWords): string {
  const columns = COLUMNS.filter((column) => rows.some(({ cells }) => cells[column]));
  const heads = [...columns.map((column) => words.columns[column]), words.link];
  const lines = rows.map((row) => [...columns.map((column) => cell(row, column, words)), row.item.url ?? '']);
  return BYTE_ORDER_MARK + [heads, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** Lets the browser save a CSV file of the documents. Its name says if older ones could not be loaded. */
export function downloadCsv(
  rows: readonly DocumentRow[],
  words: AllDocumentWords,
  isComplete: boolean,
): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCsv(rows, words)], { type: 'text/csv;charset=utf-8' }));
  link.download = `${words.csvName(formatVietnamTime(Date.now()).slice(0, 10), isComplete)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER_MS);
}
