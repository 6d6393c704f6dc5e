import type { Feed, Item } from '../feed.ts';
import { type Draft, identify } from '../identity.ts';
import { cut, line, mend } from '../text.ts';
import { hasSubstance, setDates, setDocuments, setProse } from './compose.ts';
import { type Json, string } from './json.ts';
import { LENGTH, LENGTHS, SHAPES } from './json-feed.ts';
import { mediaType, UNKNOWN_TYPE } from './media-type.ts';

/** Tags and files of one item; more is a mistake. */
const MOST = 100;

/** Mends every text in place; what cannot have the shape it should, or says nothing, is taken out. */
function mendTexts(value: object, name = ''): void {
  for (const [key, each] of Object.entries(value)) {
    const field = Array.isArray(value) ? name : key;
    if (typeof each === 'object') mendTexts(each, field);
    if (typeof each !== 'string' || /^id$|url|image|thumbnail|date_|version/.test(field)) continue;
    const limit = LENGTHS[field] ?? LENGTH;
    const mended = field === 'content_text' ? cut(mend(each.slice(0, 9 * limit)), limit) : line(each, limit);
    const fits = mended !== undefined && (SHAPES[field]?.test(mended) ?? true);
    (value as Json)[key] = fits ? mended : undefined;
  }
  if (Array.isArray(value))
    value.splice(
      0,
      value.length,
      ...value.filter((each) => each !== undefined).slice(0, name === 'items' ? undefined : MOST),
    );
  else for (const [key, each] of Object.entries(value)) if (each === undefined) delete (value as Json)[key];
}

function finishItem(item: Item, raw: Json, base: string): Draft {
  const html = string(raw.content_html);
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
}

/** Works out what a JSON Feed of another's writing leaves to do: HTML, free dates, missing ids, text of any kind. */
export async function finishJsonFeed(feed: Feed, raw: readonly Json[], base: string): Promise<Feed> {
  const drafts = feed.items.map((item, index) => finishItem(item, raw[index]!, base));
  mendTexts(feed);
  feed.items = identify(drafts.filter(hasSubstance));
  await setDocuments(feed.items.filter(({ _tct }) => !_tct?.document));
  return feed;
}
