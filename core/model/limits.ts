/** Lengths and patterns of the model, by the name of the field, for those who write the model and those who check it. */

/** The `version` of every feed. */
export const JSON_FEED_VERSION = 'https://jsonfeed.org/version/1.1';

/** Maximum lengths, in UTF-16 units. */
export const MAX_CHARS = {
  /** Longer than any URL, so that nothing that tells posts apart is cut. */
  id: 9000,
  /** Also of every other line without a limit of its own. */
  title: 1000,
  summary: 600,
  content_text: 2000,
  alt: 300,
};

/** Maximum entries of each list in an item: tags, attachments, authors. */
export const MAX_ENTRIES = 100;

const DAY_FORMAT = /^\d{4}-\d\d-\d\d$/;

export const FORMATS = {
  /** `YYYY-MM-DDTHH:mm:ss+07:00`; `date_modified` too. */
  date_published:
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/,
  /** `YYYY-MM-DD`, as the two dates below. */
  issued: DAY_FORMAT,
  effective: DAY_FORMAT,
  expires: DAY_FORMAT,
  precision: /^(?:day|hour|minute)$/,
  /** Of a document. */
  status: /^(?:valid|expired|unknown)$/,
};

/**
 * Maximum size of a response to be read: bytes, or UTF-16 units if it is decoded already. No school's feed comes near
 * it; more is a mistake or an attack.
 */
export const MAX_BODY_BYTES = 32 * 2 ** 20;
