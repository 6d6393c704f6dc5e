import { type Draft, identify } from '../../identity/in-feed.ts';
import type { Attachment, Author, DocumentFacts, Feed, Item, School } from '../../model/feed.ts';
import { cut, line, mend } from '../../text/normalize.ts';
import { hostOf, safeLink } from '../../url.ts';
import { EVERYTHING } from '../fields.ts';
import { typeOf } from '../media-type.ts';
import { count, hasSubstance, languageTag, setDates, setDocuments, setProse } from '../to-item.ts';
import { filled, type Json, list, number, object, scalar, string, strings } from './values.ts';

/** Shapes that the model gives to some of its texts, by the name of the field. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;
const SHAPES: Record<string, RegExp> = {
  issued: DAY,
  effective: DAY,
  expires: DAY,
  precision: /^(?:day|hour|minute)$/,
  status: /^(?:valid|expired|unknown)$/,
};
/** Characters that the model allows, by the name of the field. */
const LENGTHS: Record<string, number> = { summary: 600, content_text: 2000, title: 1000, id: 9000 };
const LENGTH = 300;

function authors(value: Json, base: string): Author[] | undefined {
  // Version 1 had one `author`; some write a name where an object belongs.
  const several = Array.isArray(value.authors) ? value.authors : [];
  const found = (several.length ? several : [value.author]).flatMap((each) => {
    const url = safeLink(string(object(each).url), base);
    const name = string(each) ?? string(object(each).name) ?? url;
    return name ? [{ name, ...(url && { url }) }] : [];
  });
  return found.length ? found : undefined;
}

function moreOfFile(file: Json, base: string): Partial<Attachment> {
  const more = object(file._tct);
  return {
    duration_in_seconds: count(scalar(file.duration_in_seconds)),
    _tct: filled({
      width: number(more.width),
      height: number(more.height),
      thumbnail: safeLink(string(more.thumbnail), base),
      alt: string(more.alt),
    }),
  };
}

function attachments(value: unknown, base: string): Attachment[] | undefined {
  const found = list(value).flatMap((each): Attachment[] => {
    const url = safeLink(string(each.url), base);
    return url
      ? [
          {
            url,
            mime_type: typeOf(url, string(each.mime_type)),
            ...filled({
              title: string(each.title),
              size_in_bytes: count(scalar(each.size_in_bytes)),
              ...(EVERYTHING && moreOfFile(each, base)),
            }),
          },
        ]
      : [];
  });
  return found.length ? found : undefined;
}

const FACTS = [
  'number',
  'type',
  'field',
  'issuer',
  'signer',
  'issued',
  'effective',
  'expires',
  'replaces',
  'status',
];

function moreOf(value: Json, base: string): Partial<Item> {
  const tags = [...new Set(strings(value.tags))];
  return {
    external_url: safeLink(string(value.external_url), base),
    banner_image: safeLink(string(value.banner_image), base),
    authors: authors(value, base),
    tags: tags.length ? tags : undefined,
    language: languageTag(string(value.language)),
  };
}

function readItem(value: Json, base: string): Item {
  const more = object(value._tct);
  const document = object(more.document);
  return {
    id: scalar(value.id) ?? '',
    content_text: string(value.content_text) ?? '',
    ...filled({
      url: safeLink(string(value.url), base),
      title: string(value.title),
      summary: string(value.summary),
      image: safeLink(string(value.image) ?? string(value.banner_image), base),
      date_published: string(value.date_published),
      date_modified: string(value.date_modified),
      attachments: attachments(value.attachments, base),
      ...(EVERYTHING && moreOf(value, base)),
      _tct: filled({
        school: string(more.school),
        precision: string(more.precision) as 'day' | undefined,
        ...(EVERYTHING && { views: number(more.views) }),
        document: filled(
          Object.fromEntries(FACTS.map((name) => [name, string(document[name])])) as DocumentFacts,
        ),
      }),
    }),
  };
}

function schools(value: unknown): Record<string, School> | undefined {
  return filled(
    Object.fromEntries(
      // A school called `toString` would break whoever prints the list.
      Object.entries(object(value))
        .filter(([id]) => !(id in {}))
        .map(([id, school]) => {
          const home = safeLink(string(object(school).home));
          return [id, { name: string(object(school).name) ?? id, ...(home && { home }) }];
        }),
    ),
  );
}

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
  if (Array.isArray(value)) {
    let kept = 0;
    for (const each of value)
      if (each !== undefined && (name === 'items' || kept < MOST)) value[kept++] = each;
    value.length = kept;
  } else for (const [key, each] of Object.entries(value)) if (each === undefined) delete (value as Json)[key];
}

function finishItem(item: Item, raw: Json, base: string): Draft {
  const html = string(raw.content_html);
  for (const file of item.attachments ?? []) {
    if (!item.image && file.mime_type.startsWith('image/')) item.image = file.url;
  }
  const { date_published, date_modified, summary, content_text: text } = item;
  delete item.date_published;
  delete item.date_modified;
  delete item.summary;
  const known = DATE.test(date_published ?? '') ? item._tct?.precision : undefined;
  setDates(item, date_published, date_modified);
  if (known) item._tct!.precision = known;
  setProse(
    item,
    summary ? { text: summary } : undefined,
    html ? { html, base } : text ? { text } : undefined,
  );
  return { guid: line(item.id, LENGTHS.id), item };
}

/** What a feed says of itself beside its title. */
function aboutIt(value: Json, base: string): Partial<Feed> | undefined {
  return filled({
    home_page_url: safeLink(string(value.home_page_url), base),
    feed_url: safeLink(string(value.feed_url), base),
    description: string(value.description),
    next_url: safeLink(string(value.next_url), base),
    icon: safeLink(string(value.icon), base),
    favicon: safeLink(string(value.favicon), base),
    authors: authors(value, base),
    language: languageTag(string(value.language)),
    expired: value.expired === true ? true : undefined,
    _tct: filled({ schools: schools(object(value._tct).schools) }),
  });
}

/** JSON Feed 1 and 1.1 of anybody's writing: HTML, free dates, missing ids, text of any kind. */
export async function readJsonFeed(value: Json, base: string): Promise<Feed> {
  const raw = Array.isArray(value.items)
    ? value.items.filter((item) => typeof item === 'object' && item !== null)
    : [];
  const feed: Feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: string(value.title) ?? hostOf(base),
    items: raw.map((item) => readItem(item, base)),
    ...(EVERYTHING && aboutIt(value, base)),
  };
  const drafts = feed.items.map((item, index) => finishItem(item, raw[index]!, base));
  mendTexts(feed);
  feed.items = identify(drafts.filter(hasSubstance));
  await setDocuments(feed.items.filter(({ _tct }) => !_tct?.document));
  return feed;
}
