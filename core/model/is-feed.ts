import { isPlainUrl } from '../plain-url.ts';
import { isRecord } from '../schema.ts';
import { isClean } from '../text/is-clean.ts';
import type { Feed } from './feed.ts';
import { FORMATS, JSON_FEED_VERSION, MAX_CHARS, MAX_ITEMS } from './limits.ts';

/** Unlike a schema says neither what it has found nor where something does not fit: pages load this. */
type Check = (value: unknown) => boolean;

const text =
  (fits: (value: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && fits(value);

const matching = (pattern: RegExp) => text((value) => pattern.test(value));

const list =
  (entry: Check, minEntries = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= minEntries && value.every(entry);

/** An object with no other fields. */
const object =
  (fields: Record<string, Check>, ...required: string[]): Check =>
  (value) =>
    isRecord(value) &&
    required.every((name) => name in value) &&
    Object.entries(value).every(([name, each]) => Object.hasOwn(fields, name) && fields[name]!(each));

/** One trimmed line with nothing left to normalize. */
const cleanLine = (maxChars: number) =>
  text((value) => value !== '' && value.length <= maxChars && value === value.trim() && isClean(value));
const defaultLine = cleanLine(MAX_CHARS.title);
const paragraphs = text(
  (value) => value.length <= MAX_CHARS.content_text && isClean(value.replace(/\n(?=\S)/g, '')),
);
const link = text(isPlainUrl);
const day = matching(FORMATS.issued);
const date = matching(FORMATS.date_published);
const count: Check = (value) => Number.isFinite(value) && Number(value) > 0;

const authors = list(object({ name: defaultLine, url: link }, 'name'), 1);

const attachment = object(
  {
    url: link,
    mime_type: defaultLine,
    title: defaultLine,
    size_in_bytes: count,
    _tct: object({ width: count, height: count, thumbnail: link, alt: defaultLine }),
  },
  'url',
  'mime_type',
);

const document = object({
  number: defaultLine,
  type: defaultLine,
  field: defaultLine,
  issuer: defaultLine,
  signer: defaultLine,
  issued: day,
  effective: day,
  expires: day,
  replaces: defaultLine,
  status: matching(FORMATS.status),
});

const item = object(
  {
    id: cleanLine(MAX_CHARS.id),
    content_text: paragraphs,
    url: link,
    title: defaultLine,
    summary: cleanLine(MAX_CHARS.summary),
    image: link,
    banner_image: link,
    date_published: date,
    date_modified: date,
    authors,
    tags: list(defaultLine, 1),
    language: defaultLine,
    attachments: list(attachment, 1),
    _tct: object({ school: defaultLine, precision: matching(FORMATS.precision), views: count, document }),
  },
  'id',
  'content_text',
);

const school = object({ name: defaultLine, home: link }, 'name');
const schools: Check = (value) =>
  isRecord(value) &&
  // An id such as `toString` would break lookups by id.
  Object.entries(value).every(([id, each]) => !(id in {}) && defaultLine(id) && school(each));

const feed = object(
  {
    version: (value) => value === JSON_FEED_VERSION,
    title: defaultLine,
    items: list(item),
    home_page_url: link,
    feed_url: link,
    description: defaultLine,
    next_url: link,
    icon: link,
    authors,
    language: defaultLine,
    _tct: object({ schools }),
  },
  'version',
  'title',
  'items',
);

/**
 * Whether a JSON value is exactly what a hub publishes: the model, normalized, without unknown fields. Such a value
 * needs no reader, so pages that show a hub's files do not load any.
 */
export function isHubFeed(value: unknown): value is Feed {
  if (!feed(value)) return false;
  const { items } = value as Feed;
  return items.length <= MAX_ITEMS && new Set(items.map(({ id }) => id)).size === items.length;
}
