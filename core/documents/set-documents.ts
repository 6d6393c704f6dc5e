import type { Item } from '../model/feed.ts';
import { readDocument, titleWithoutNumber } from './read-document.ts';

/** Matches every title of a document. Most news does not match and is not examined further. */
const MAYBE_DOCUMENT = /^\[|(?<!\p{L})số(?!\p{L})|\d\s*[-–/_]\s*\p{L}/iu;

/** Sets the facts of the items that are documents, unless their source stated them. */
export function setDocuments(items: readonly Item[]): void {
  for (const item of items) {
    if (item._tct?.document) continue;
    const { title = '', content_text, summary = '' } = item;
    const text = content_text || summary;
    if (!MAYBE_DOCUMENT.test(title) && !/ký hiệu|ban hành/i.test(text)) continue;
    const document = readDocument(title, text);
    if (!document) continue;
    item._tct = { ...item._tct, document };
    // The number is shown as a fact and need not be repeated in the title.
    if (title && document.number) item.title = titleWithoutNumber(title, document.number);
  }
}
