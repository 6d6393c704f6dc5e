import type { Item } from '../model/feed.ts';
import { readDocument, titleWithoutNumber } from './read-document.ts';

/** Matches every title of a document. Most news does not match and is not examined further. */
const MAYBE_DOCUMENT = /^\[|(?<!\p{L})số(?!\p{L})|\d\s*[-–/_]\s*\p{L}/iu;

/** Sets the facts of the items that are documents, unless their source stated them. */
export function setDocuments(items: readonly Item[]): void {
  for (const item of items) {
    if (item._tct?.document) continue;
    if (!MAYBE_DOCUMENT.test(item.title ?? '') && !/ký hiệu|ban hành/i.test(item.summary ?? '')) continue;
    const document = readDocument(item.title ?? '', item.content_text || item.summary || '');
    if (!document) continue;
    item._tct = { ...item._tct, document };
    // The number is shown as a fact and need not be repeated in the title.
    if (item.title && document.number) item.title = titleWithoutNumber(item.title, document.number);
  }
}
