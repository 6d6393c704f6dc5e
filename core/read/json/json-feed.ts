import type { UnidentifiedItem } from '../../identity/assign-ids.ts';
import type { Attachment, Author, DocumentFacts, Feed, Item, School } from '../../model/feed.ts';
import { FORMATS, JSON_FEED_VERSION } from '../../model/limits.ts';
import { omitUndefinedOrEmpty } from '../../omit-undefined.ts';
import { line } from '../../text/normalize.ts';
import { writesMonthFirst } from '../../time/parse-date.ts';
import { hostOf, httpUrl } from '../../url.ts';
import { attachmentMediaType } from '../media-type.ts';
import type { RefinedContext, Refinements } from '../refinements.ts';
import {
  finishFeed,
  identify,
  languageTag,
  parseCount,
  photoAmong,
  setDates,
  setTexts,
  toTags,
} from '../to-item.ts';
import {
  asList,
  asObject,
  asObjects,
  asPositiveNumber,
  asText,
  asTextOrNumber,
  asTexts,
  type JsonObject,
} from './values.ts';

function readAuthors(value: JsonObject, base: string): Author[] | undefined {
  // Version 1 had a single `author`; some feeds write a name instead of an object.
  const several = asList(value.authors);
  const found = (several.length ? several : [value.author]).flatMap((each) => {
    const url = httpUrl(asText(asObject(each).url), base);
    const name = line(asText(each) ?? asText(asObject(each).name)) ?? url;
    return name ? [{ name, ...(url && { url }) }] : [];
  });
  return found.length ? found : undefined;
}

function attachmentDetails(file: JsonObject, base: string): Partial<Attachment> {
  const more = asObject(file._tct);
  return {
    duration_in_seconds: parseCount(asTextOrNumber(file.duration_in_seconds)),
    _tct: omitUndefinedOrEmpty({
      width: asPositiveNumber(more.width),
      height: asPositiveNumber(more.height),
      thumbnail: httpUrl(asText(more.thumbnail), base),
      alt: asText(more.alt),
    }),
  };
}

function readAttachments(value: unknown, base: string): Attachment[] | undefined {
  const found = asObjects(value).flatMap((each): Attachment[] => {
    const url = httpUrl(asText(each.url), base);
    return url
      ? [
          {
            url,
            mime_type: attachmentMediaType(url, asText(each.mime_type)),
            ...omitUndefinedOrEmpty({
              title: asText(each.title),
              size_in_bytes: parseCount(asTextOrNumber(each.size_in_bytes)),
              ...attachmentDetails(each, base),
            }),
          },
        ]
      : [];
  });
  return found.length ? found : undefined;
}

const FACT_NAMES = [
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

function itemDetails(value: JsonObject, base: string): Partial<Item> {
  const tags = toTags(asTexts(value.tags));
  return {
    external_url: httpUrl(asText(value.external_url), base),
    banner_image: httpUrl(asText(value.banner_image), base),
    authors: readAuthors(value, base),
    tags: tags.length ? tags : undefined,
    language: languageTag(asText(value.language)),
  };
}

function readJsonItem(value: JsonObject, base: string): Item {
  const more = asObject(value._tct);
  const document = asObject(more.document);
  return {
    id: asTextOrNumber(value.id) ?? '',
    content_text: asText(value.content_text) ?? '',
    ...omitUndefinedOrEmpty({
      url: httpUrl(asText(value.url), base),
      title: asText(value.title),
      summary: asText(value.summary),
      image: httpUrl(asText(value.image), base) ?? httpUrl(asText(value.banner_image), base),
      date_published: asTextOrNumber(value.date_published),
      date_modified: asTextOrNumber(value.date_modified),
      attachments: readAttachments(value.attachments, base),
      ...itemDetails(value, base),
      _tct: omitUndefinedOrEmpty({
        school: asText(more.school),
        precision: asText(more.precision) as 'day' | undefined,
        views: asPositiveNumber(more.views),
        document: omitUndefinedOrEmpty(
          Object.fromEntries(FACT_NAMES.map((name) => [name, asText(document[name])])) as DocumentFacts,
        ),
      }),
    }),
  };
}

function readSchools(value: unknown): Record<string, School> | undefined {
  return omitUndefinedOrEmpty(
    Object.fromEntries(
      // An id such as `toString` would break lookups by id.
      Object.entries(asObject(value))
        .filter(([id]) => !(id in {}) && id === line(id))
        .map(([id, school]) => {
          const home = httpUrl(asText(asObject(school).home));
          return [id, { name: line(asText(asObject(school).name)) ?? id, ...(home && { home }) }];
        }),
    ),
  );
}

function finishItem(
  item: Item,
  raw: JsonObject,
  base: string,
  monthFirst: boolean,
  refinements: Refinements,
): UnidentifiedItem {
  const html = asText(raw.content_html);
  const photo = item.image ?? photoAmong(item.attachments);
  if (photo) item.image = photo;
  const { date_published, date_modified, summary, content_text: text } = item;
  delete item.date_published;
  delete item.date_modified;
  delete item.summary;
  const known = FORMATS.date_published.test(date_published ?? '') ? item._tct?.precision : undefined;
  setDates(item, date_published, date_modified, monthFirst);
  if (FORMATS.precision.test(known ?? '')) item._tct!.precision = known!;
  const brief = summary ? { text: summary } : undefined;
  const full = html ? { html, base } : text ? { text } : undefined;
  setTexts(item, brief, full, refinements);
  return identify(item, item.id, brief, full, refinements);
}

/** The feed's own fields, except the title. */
function feedDetails(value: JsonObject, base: string): Partial<Feed> | undefined {
  return omitUndefinedOrEmpty({
    home_page_url: httpUrl(asText(value.home_page_url), base),
    feed_url: httpUrl(asText(value.feed_url), base),
    description: asText(value.description),
    next_url: httpUrl(asText(value.next_url), base),
    icon: httpUrl(asText(value.icon), base),
    favicon: httpUrl(asText(value.favicon), base),
    authors: readAuthors(value, base),
    language: languageTag(asText(value.language)),
    expired: value.expired === true ? true : undefined,
    _tct: omitUndefinedOrEmpty({ schools: readSchools(asObject(value._tct).schools) }),
  });
}

/** Reads JSON Feed 1 and 1.1, also with HTML, free-form dates or missing ids. */
export function readJsonFeed(value: JsonObject, source: RefinedContext): Feed {
  const { url: base } = source;
  const raw = asList(value.items)
    .filter((item) => typeof item === 'object' && item !== null)
    .map(asObject);
  const feed: Feed = {
    version: JSON_FEED_VERSION,
    title: line(asText(value.title)) ?? hostOf(base),
    items: [],
    ...feedDetails(value, base),
  };
  const monthFirst = writesMonthFirst(
    raw.flatMap((item) => [asText(item.date_published), asText(item.date_modified)]),
  );
  const drafts = raw.map((item) => finishItem(readJsonItem(item, base), item, base, monthFirst, source));
  return finishFeed(feed, drafts);
}
