import type { Feed } from '../feed.ts';
import { isPlainLink } from '../link.ts';
import { isSound } from '../text.ts';

type Check = (value: unknown) => boolean;

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' &&
    value !== '' &&
    value.length <= longest &&
    value === value.trim() &&
    isSound(value);
const shaped =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value);
const count: Check = (value) => typeof value === 'number' && value > 0;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every(check);
/** An object of these fields only, not an empty one; those named in `needed` have to be there. */
const fields =
  (checks: Record<string, Check>, ...needed: string[]): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    needed.every((name) => name in value) &&
    Object.entries(value).every(([name, each]) => Object.hasOwn(checks, name) && checks[name]!(each));

const link: Check = (value) => typeof value === 'string' && isPlainLink(value);
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
    external_url: link,
    title: line,
    summary: text(600),
    content_text: (value) =>
      typeof value === 'string' && value.length <= 2000 && isSound(value.replace(/\n/g, '')),
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
          duration_in_seconds: count,
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

const feed = fields(
  {
    version: shaped(/^https:\/\/jsonfeed\.org\/version\/1\.1$/),
    title: line,
    home_page_url: link,
    feed_url: link,
    description: line,
    next_url: link,
    icon: link,
    favicon: link,
    authors,
    language: line,
    expired: (value) => value === true,
    items: (value) => Array.isArray(value) && value.every(item),
    _tct: fields({ schools: recordOf(fields({ name: line, home: link }, 'name')) }),
  },
  'version',
  'title',
  'items',
);

/**
 * Whether a JSON value is the model to the letter, as the hub writes it: then nothing has to be read from it, and a
 * page that shows a hub's files loads no reader at all.
 */
export function isModel(value: unknown): value is Feed {
  return (
    feed(value) && new Set((value as Feed).items.map(({ id }) => id)).size === (value as Feed).items.length
  );
}
