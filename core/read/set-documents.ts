import type { Item } from '../model/feed.ts';

/** Matches every title of a document. Most news does not match and is not examined further. */
const MAYBE_DOCUMENT = /^\[|(?<!\p{L})số(?!\p{L})|\d\s*[-–/_]\s*\p{L}/iu;

/** Sets the document facts of the items that are documents. */
export async function setDocuments(items: readonly Item[]): Promise<void> {
  const likely = items.filter(
    ({ title, summary }) => MAYBE_DOCUMENT.test(title ?? '') || /ký hiệu|ban hành/i.test(summary ?? ''),
  );
  if (!likely.length) return;
  const { titleWithoutNumber, readDocument } = await import('../documents/read-document.ts');
  for (const item of likely) {
    const document = readDocument(item.title ?? '', item.content_text);
    if (!document) continue;
    item._tct = { ...item._tct, document };
    // The number is shown as a fact and need not be repeated in the title.
    if (item.title && document.number) item.title = titleWithoutNumber(item.title, document.number);
  }
}
