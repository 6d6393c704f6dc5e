/** Posts as they are stored. */
import type { Attachment, DocumentFacts, Item } from '../../core/model/feed.ts';
import { FORMATS, MAX_CHARS } from '../../core/model/limits.ts';
import {
  boolean,
  list,
  number,
  object,
  oneOf,
  primitive,
  type Schema,
  text,
  withDefault,
} from '../../core/schema.ts';
import { cut, httpAddress, id, key, line, time } from './fields.ts';
import { PACKED } from './packed-hashes.ts';

export const postKind = oneOf('news', 'documents');

/** Of this format, and a day that exists. */
const date = (format: RegExp) =>
  primitive<string>('string', (value) => format.test(value) && !Number.isNaN(Date.parse(value)));

const attachment: Schema<Attachment> = object(
  { url: httpAddress, mime_type: withDefault(line, 'application/octet-stream') },
  { title: line, size_in_bytes: number(0) },
);

const documentFacts: Schema<DocumentFacts> = object(
  {},
  {
    number: line,
    type: line,
    field: line,
    issuer: line,
    signer: line,
    issued: date(FORMATS.issued),
    effective: date(FORMATS.effective),
    expires: date(FORMATS.expires),
    replaces: line,
    status: oneOf('valid', 'expired', 'unknown'),
  },
);

/** The fields of an item that the popup shows, and those that identify it. */
export const storedItem: Schema<Item> = object(
  {
    id: withDefault(text(/^/, MAX_CHARS.id), ''),
    content_text: withDefault(cut(MAX_CHARS.content_text), ''),
  },
  {
    url: httpAddress,
    external_url: httpAddress,
    title: line,
    summary: text(/\S/, MAX_CHARS.summary),
    image: httpAddress,
    date_published: date(FORMATS.date_published),
    attachments: list(attachment),
    _tct: object({}, { precision: oneOf('day', 'hour', 'minute'), document: documentFacts }),
  },
);

export const post = object(
  {
    key,
    school: id,
    kind: postKind,
    item: storedItem,
    /** When the extension first saw the post. */
    seen: withDefault(time, 0),
    read: withDefault(boolean, false),
  },
  {
    alias: key,
    starred: boolean,
    /** When it was first seen with its date, which must be mistyped; see `mistypedMarker` in core. */
    mistyped: time,
  },
);

/** The posts of one school and kind that were seen and are not stored; see memory.ts. */
export const schoolMemory = object(
  { school: id, kind: postKind, names: text(PACKED) },
  { before: text(PACKED) },
);
