import type { Column } from './columns.ts';
import type { DocumentRow } from './document-row.ts';

const BEFORE_NUMBER = /^[\s[:,–-]*(số\s*:?\s*)?/i;
/** What stands between the parts of a number, in whatever way it is typed. */
const SEPARATORS = ' \u00a0/-–_.';
const DATE =
  /^[\s\]),]*(?:ký |ban hành )?ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?!\d)/i;
/** Belongs to the type before it: "Quyết định của Hiệu trưởng". */
const OF_TYPE = /^(?:của|do|ngày|tại|năm|thuộc)(?!\p{L})/iu;
/** Belongs to the number before it: "số 12/QĐ-TCT và 13/QĐ-TCT". */
const OF_NUMBER = /^(?:và|hoặc|cùng|kèm|số)(?!\p{L})/iu;
/** At least two words. */
const TITLE = /^["“‘]?\p{L}\S*\s+\S/u;

/** The length of a document's number at the start of a text, however its separators are written; 0 if there is none. */
function numberLength(text: string, number: string): number {
  const [before = '', named] = BEFORE_NUMBER.exec(text) ?? [];
  // "12 chuyên đề" is not number 12.
  if (!named && !/\D/.test(number)) return 0;
  let at = before.length;
  for (const letter of number) {
    if (SEPARATORS.includes(letter)) continue;
    while (at < text.length && SEPARATORS.includes(text[at]!)) at++;
    if (text[at]?.toUpperCase() !== letter.toUpperCase()) return 0;
    at++;
  }
  return /^[\p{L}\d]/u.test(text.slice(at, at + 1)) ? 0 : at;
}

/** The length of a date at the start of a text; 0 if it begins with none, or another one. */
function dateLength(text: string, issued: string): number {
  const [date = '', day = '', month = '', year] = DATE.exec(text) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` === issued ? date.length : 0;
}

/**
 * The title without the number, date and type that it begins with, as far as these columns show them beside it:
 * "Quyết định số 12/QĐ-TCT ngày 03/11/2026 về việc …" becomes "Về việc …". Where the rest is not a title of its own, the
 * title stays.
 */
export function shortTitle({ cells }: DocumentRow, columns: readonly Column[]): string {
  const { title = '', number, issued, type = '' } = cells;
  const start = title.slice(0, type.length);
  const typed = start.toLowerCase() === type.toLowerCase() ? start : '';
  const after = title.slice(typed.length);
  let rest = after;
  if (number && columns.includes('number')) rest = rest.slice(numberLength(rest, number));
  if (issued && columns.includes('issued')) rest = rest.slice(dateLength(rest, issued));
  if (rest === after) return title;
  rest = rest.replace(/^[\s\]),.:;–-]+/, '');
  const isOfType = OF_TYPE.test(rest);
  if (!TITLE.test(rest) || OF_NUMBER.test(rest) || (isOfType && !typed)) return title;
  return typed && (isOfType || !columns.includes('type'))
    ? `${typed} ${rest}`
    : rest[0]!.toUpperCase() + rest.slice(1);
}
