/** Maximum lengths and formats of the model's fields, by field name. */

/** The `version` of every feed. */
export const JSON_FEED_VERSION = 'https://jsonfeed.org/version/1.1';

/** Maximum lengths, in UTF-16 units. */
export const MAX_CHARS = {
  /** Longer than any URL: ids that differ only at the end must not be cut to the same text. */
  id: 9000,
  /** Also the limit of lines that are not listed here. */
  title: 1000,
  summary: 600,
  content_text: 2000,
  /** Of a feed. */
  description: 600,
  alt: 300,
};

const DAY_FORMAT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const FORMATS = {
  /** `YYYY-MM-DDTHH:mm:ss+07:00`; `date_modified` too. */
  date_published:
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/,
  /** `YYYY-MM-DD`, like the next two. */
  issued: DAY_FORMAT,
  effective: DAY_FORMAT,
  expires: DAY_FORMAT,
  precision: /^(?:day|hour|minute)$/,
  /** Of a document. */
  status: /^(?:valid|expired|unknown)$/,
};

/** Maximum items of a reading: the newest are kept. The largest feeds of schools have a few hundred. */
export const MAX_ITEMS = 10_000;

/**
 * Maximum size of a response: bytes, or UTF-16 units of decoded text. No school's feed comes near it; a larger one is a
 * mistake or an attack.
 */
export const MAX_BODY_BYTES = 32 * 2 ** 20;
