import { isPlainUrl } from '../plain-url.ts';
import { exact, isRecord, list, number, primitive, text } from '../schema.ts';
import { isClean } from '../text/is-clean.ts';
import type { Feed } from './feed.ts';
import { FORMATS, JSON_FEED_VERSION, MAX_CHARS, MAX_ITEMS } from './limits.ts';

/** One trimmed line with nothing left to normalize. */
const cleanLine = (maxChars: number) =>
  primitive<string>(
    'string',
    (value) => value !== '' && value.length <= maxChars && value === value.trim() && isClean(value),
  );
const defaultLine = cleanLine(MAX_CHARS.title);
const paragraphs = primitive<string>(
  'string',
  (value) => value.length <= MAX_CHARS.content_text && isClean(value.replace(/\n(?=\S)/g, '')),
);
const link = primitive('string', isPlainUrl);
const day = text(FORMATS.issued);
const date = text(FORMATS.date_published);
const count = number(Number.MIN_VALUE);

const authors = list(exact({ name: defaultLine }, { url: link }), 1);

const attachment = exact(
  { url: link, mime_type: defaultLine },
  {
    title: defaultLine,
    size_in_bytes: count,
    _tct: exact({}, { width: count, height: count, thumbnail: link, alt: defaultLine }),
  },
);

const document = exact(
  {},
  {
    number: defaultLine,
    type: defaultLine,
    field: defaultLine,
    issuer: defaultLine,
    signer: defaultLine,
    issued: day,
    effective: day,
    expires: day,
    replaces: defaultLine,
    status: text(FORMATS.status),
  },
);

const item = exact(
  { id: cleanLine(MAX_CHARS.id), content_text: paragraphs },
  {
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
    _tct: exact({}, { school: defaultLine, precision: text(FORMATS.precision), views: count, document }),
  },
);

const school = exact({ name: defaultLine }, { home: link });
const schools = (value: unknown) =>
  isRecord(value) &&
  // An id such as `toString` would break lookups by id.
  Object.entries(value).every(([id, each]) => !(id in {}) && defaultLine(id) && school(each))
    ? value
    : undefined;

const feed = exact(
  {
    version: primitive('string', (value) => value === JSON_FEED_VERSION),
    title: defaultLine,
    items: list(item),
  },
  {
    home_page_url: link,
    feed_url: link,
    description: defaultLine,
    next_url: link,
    icon: link,
    authors,
    language: defaultLine,
    _tct: exact({}, { schools }),
  },
);

/**
 * Whether a JSON value is exactly what a hub publishes: the model, normalized, without unknown fields. Such a value
 * needs no reader, so pages that show a hub's files do not load any.
 */
export function isHubFeed(value: unknown): value is Feed {
  const found = feed(value);
  return (
    found !== undefined &&
    found.items.length <= MAX_ITEMS &&
    new Set(found.items.map(({ id }) => id)).size === found.items.length
  );
}
