import type { Item } from '../feed.ts';
import { type Draft, identify } from '../identity.ts';
import { hasSubstance, setDates, setDocuments, setProse } from './compose.ts';
import { type Json, string } from './json.ts';
import { mediaType, UNKNOWN_TYPE } from './media-type.ts';

/** Works out what a JSON Feed item of another's writing leaves to do: HTML, free dates, a missing id. */
export async function finishJsonItems(
  items: readonly Item[],
  raw: readonly Json[],
  base: string,
): Promise<Item[]> {
  const drafts = items.map((item, index): Draft => {
    const html = string(raw[index]!.content_html);
    for (const file of item.attachments ?? []) {
      if (file.mime_type === UNKNOWN_TYPE) file.mime_type = mediaType(file.url) ?? UNKNOWN_TYPE;
    }
    const { date_published, date_modified, summary, content_text: text } = item;
    delete item.date_published;
    delete item.date_modified;
    delete item.summary;
    setDates(item, date_published, date_modified);
    setProse(
      item,
      summary ? { text: summary } : undefined,
      html ? { html, base } : text ? { text } : undefined,
    );
    return { guid: item.id, item };
  });
  const finished = identify(drafts.filter(hasSubstance));
  await setDocuments(finished.filter(({ _tct }) => !_tct?.document));
  return finished;
}
