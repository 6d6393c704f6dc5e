import type { Draft } from '../../identity/in-feed.ts';
import type { Attachment, Feed } from '../../model/feed.ts';
import { line } from '../../text/normalize.ts';
import { safeLink } from '../../url.ts';
import { EVERYTHING } from '../fields.ts';
import { person } from '../person.ts';
import { attachment, composeFeed, composeItem, type Parts } from '../to-item.ts';
import { filled, type Json, list, number, object, scalar, string, strings } from './values.ts';

/** Fields lie in fields, in practice two or three deep. */
const DEEPEST = 8;

/** Every field of a structured content, those nested in others too. */
function fields(given: unknown, depth = 0): Json[] {
  if (depth > DEEPEST) return [];
  return list(given).flatMap((field) => [field, ...fields(field.nestedContentFields, depth + 1)]);
}

function photo(file: Json, base: string): Attachment['_tct'] {
  const [small] = list(file.adaptedImages);
  return filled({
    thumbnail: safeLink(string(small?.contentUrl), base),
    alt: /^image/.test(string(file.encodingFormat) ?? '') ? line(string(file.description), 300) : undefined,
  });
}

function fileOf(file: Json, base: string): Attachment | undefined {
  return attachment(string(file.contentUrl), base, {
    mime_type: string(file.encodingFormat),
    title: line(string(file.title)),
    size_in_bytes: number(file.sizeInBytes),
    ...(EVERYTHING && { _tct: photo(file, base) }),
  });
}

function moreOf(entry: Json): Parts {
  return {
    authors: [person(string(object(entry.creator).name))],
    tags: [
      ...list(entry.taxonomyCategoryBriefs).map((tag) => string(tag.taxonomyCategoryName)),
      ...strings(entry.keywords),
    ],
    views: number(entry.numberOfViews),
  };
}

function readEntry(entry: Json, base: string): Draft {
  const values = fields(entry.contentFields).map((field) => ({
    type: string(field.dataType),
    value: object(field.contentFieldValue),
  }));
  const words = values.map(({ value }) => string(value.data)).filter((data) => data !== undefined);
  const pictures = values
    .map(({ value }) => string(object(value.image).contentUrl))
    .filter((url) => url !== undefined);
  const isFile = entry.contentUrl !== undefined;
  const own = isFile ? fileOf(entry, base) : undefined;
  const path = string(entry.friendlyUrlPath);
  const description = string(entry.description);
  return composeItem({
    guid: string(entry.uuid) ?? scalar(entry.id),
    // A structured content has no address of its own in the API: its display page answers under /w/ (Liferay 7.3+).
    link: own?.url ?? (path && `/w/${path}`),
    base,
    title: string(entry.title),
    summary: description ? { html: description, base } : undefined,
    // The longest text is the article; the others are its place, its source, its code.
    content:
      isFile || !words.length
        ? undefined
        : { html: words.reduce((a, b) => (b.length > a.length ? b : a)), base },
    published: string(entry.datePublished) ?? string(entry.dateCreated),
    modified: string(entry.dateModified),
    image: pictures[0] ?? (own?.mime_type.startsWith('image/') ? own.url : undefined),
    attachments: [own, ...values.map(({ value }) => fileOf(object(value.document), base))],
    ...(EVERYTHING && moreOf(entry)),
  });
}

/** Liferay headless delivery 1.0: `structured-contents` and `documents` (a page of them or a single one). */
export async function readLiferay(value: unknown, url: string): Promise<Feed> {
  const page = object(value);
  return composeFeed(
    { home_page_url: safeLink('/', url), feed_url: safeLink(url) },
    (Array.isArray(page.items) ? list(page.items) : [page]).map((entry) => readEntry(entry, url)),
    url,
  );
}
