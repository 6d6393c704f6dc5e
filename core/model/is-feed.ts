import { isClean } from '../text/is-clean.ts';
import { isPlainUrl } from '../url.ts';
import type { Feed } from './feed.ts';

type Check = (value: unknown) => boolean;

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' &&
    value !== '' &&
    value.length <= longest &&
    value === value.trim() &&
    isClean(value);
const shaped =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value);
const count: Check = (value) => typeof value === 'number' && value > 0;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const isObject = (value: unknown): value is object => Object(value) === value && !Array.isArray(value);
/** An object of these fields only; those named in `needed` have to be there. */
const fields =
  (checks: Record<string, Check>, ...needed: string[]): Check =>
  (value) =>
    isObject(value) &&
    needed.every((name) => name in value) &&
    Object.entries(value).every(([name, each]) => Object.hasOwn(checks, name) && checks[name]!(each));

const link: Check = (value) => typeof value === 'string' && isPlainUrl(value);
const line = text(1000);
const day = shaped(/^\d{4}-\d\d-\d\d$/);
const date = shaped(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/,
);
const authors = listOf(fields({ name: line, url: link }, 'name'));

const item = fields(
  {
    id: text(9000),
    url: link,
    title: line,
    summary: text(600),
    content_text: (value) =>
      typeof value === 'string' && value.length <= 2000 && isClean(value.replace(/\n(?=\S)/g, '')),
    image: link,
    banner_image: link,
    date_published: date,
    date_modified: date,
    authors,
    tags: listOf(line),
    language: line,
    attachments: listOf(
      fields(
        {
          url: link,
          mime_type: line,
          title: line,
          size_in_bytes: count,
          _tct: fields({ width: count, height: count, thumbnail: link, alt: line }),
        },
        'url',
        'mime_type',
      ),
    ),
    _tct: fields({
      school: line,
      precision: shaped(/^(?:day|hour|minute)$/),
      views: count,
      document: fields({
        number: line,
        type: line,
        field: line,
        issuer: line,
        signer: line,
        issued: day,
        effective: day,
        expires: day,
        replaces: line,
        status: shaped(/^(?:valid|expired|unknown)$/),
      }),
    }),
  },
  'id',
  'content_text',
);

const school = fields({ name: line, home: link }, 'name');
const feed = fields(
  {
    version: shaped(/^https:\/\/jsonfeed\.org\/version\/1\.1$/),
    title: line,
    home_page_url: link,
    feed_url: link,
    description: line,
    next_url: link,
    icon: link,
    authors,
    language: line,
    items: (value) => Array.isArray(value) && value.every(item),
    _tct: fields({
      schools: (value) =>
        isObject(value) && Object.entries(value).every(([id, each]) => !(id in {}) && school(each)),
    }),
  },
  'version',
  'title',
  'items',
);

/**
 * Whether a JSON value is the model to the letter, with no more fields than the hub writes: then nothing has to be read from it, and a
 * page that shows a hub's files loads no reader at all.
 */
export function isHubFeed(value: unknown): value is Feed {
  return (
    feed(value) && new Set((value as Feed).items.map(({ id }) => id)).size === (value as Feed).items.length
  );
}
