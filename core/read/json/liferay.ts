import type { UnidentifiedItem } from '../../identity/assign-ids.ts';
import type { Attachment, Feed } from '../../model/feed.ts';
import { MAX_CHARS } from '../../model/limits.ts';
import { omitUndefinedOrEmpty } from '../../omit-undefined.ts';
import { line } from '../../text/normalize.ts';
import { httpUrl } from '../../url.ts';
import { parsePerson } from '../person.ts';
import type { RefinedContext, Refinements } from '../refinements.ts';
import { type RawItem, toAttachment, toFeed, toItem } from '../to-item.ts';
import {
  asObject,
  asObjects,
  asPositiveNumber,
  asText,
  asTextOrNumber,
  asTexts,
  isList,
  type JsonObject,
} from './values.ts';

/** Fields are nested, in practice two or three levels deep. */
const MAX_FIELD_DEPTH = 8;

/** All fields of a structured content, including nested ones. */
function nestedFields(given: unknown, depth = 0): JsonObject[] {
  if (depth > MAX_FIELD_DEPTH) return [];
  return asObjects(given).flatMap((field) => [field, ...nestedFields(field.nestedContentFields, depth + 1)]);
}

function photoDetails(file: JsonObject, base: string): Attachment['_tct'] {
  const [small] = asObjects(file.adaptedImages);
  return omitUndefinedOrEmpty({
    thumbnail: httpUrl(asText(small?.contentUrl), base),
    alt: /^image/.test(asText(file.encodingFormat) ?? '')
      ? line(asText(file.description), MAX_CHARS.alt)
      : undefined,
  });
}

function entryAttachment(file: JsonObject, base: string): Attachment | undefined {
  return toAttachment(asText(file.contentUrl), base, {
    mime_type: asText(file.encodingFormat),
    title: line(asText(file.title)),
    size_in_bytes: asPositiveNumber(file.sizeInBytes),
    _tct: photoDetails(file, base),
  });
}

function entryDetails(entry: JsonObject): RawItem {
  return {
    authors: [parsePerson(asText(asObject(entry.creator).name))],
    tags: [
      ...asObjects(entry.taxonomyCategoryBriefs).map((tag) => asText(tag.taxonomyCategoryName)),
      ...asTexts(entry.keywords),
    ],
    views: asPositiveNumber(entry.numberOfViews),
  };
}

function readEntry(entry: JsonObject, base: string, refinements: Refinements): UnidentifiedItem {
  const values = nestedFields(entry.contentFields).map((field) => ({
    type: asText(field.dataType),
    value: asObject(field.contentFieldValue),
  }));
  const words = values.map(({ value }) => asText(value.data)).filter((data) => data !== undefined);
  const pictures = values
    .map(({ value }) => asText(asObject(value.image).contentUrl))
    .filter((url) => url !== undefined);
  const isFile = entry.contentUrl !== undefined;
  const own = isFile ? entryAttachment(entry, base) : undefined;
  const path = asText(entry.friendlyUrlPath);
  const description = asText(entry.description);
  const parts = {
    guid: asText(entry.uuid) ?? asTextOrNumber(entry.id),
    // The API gives no URL for a structured content; its display page is under /w/ (Liferay 7.3+).
    link: own?.url ?? (path && `/w/${path}`),
    base,
    title: asText(entry.title),
    summary: description ? { html: description, base } : undefined,
    // The longest text is the article; the others are metadata such as place or source.
    content:
      isFile || !words.length
        ? undefined
        : { html: words.reduce((a, b) => (b.length > a.length ? b : a)), base },
    published: asTextOrNumber(entry.datePublished) ?? asTextOrNumber(entry.dateCreated),
    modified: asTextOrNumber(entry.dateModified),
    image: pictures[0] ?? (own?.mime_type.startsWith('image/') ? own.url : undefined),
    attachments: [own, ...values.map(({ value }) => entryAttachment(asObject(value.document), base))],
    ...entryDetails(entry),
  };
  return toItem(parts, refinements);
}

/** Reads Liferay headless delivery 1.0: `structured-contents` and `documents`, a page of them or a single one. */
export function readLiferay(value: unknown, source: RefinedContext): Feed {
  const { url } = source;
  const page = asObject(value);
  return toFeed(
    { home_page_url: httpUrl('/', url), feed_url: httpUrl(url) },
    (isList(page.items) ? asObjects(page.items) : [page]).map((entry) => readEntry(entry, url, source)),
    url,
  );
}
