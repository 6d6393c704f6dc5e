/** Lengths and patterns of the model, for those who write it and those who check it. Lengths are in UTF-16 units. */

/** The `version` of every feed. */
export const JSON_FEED_VERSION = 'https://jsonfeed.org/version/1.1';

/** Longer than any URL, so that nothing that tells posts apart is cut. */
export const MAX_ID_CHARS = 9000;
/** Titles, and every other line without a limit of its own. */
export const MAX_LINE_CHARS = 1000;
export const MAX_SUMMARY_CHARS = 600;
export const MAX_CONTENT_CHARS = 2000;
export const MAX_ALT_CHARS = 300;
export const MAX_TAGS = 100;
export const MAX_ATTACHMENTS = 100;

/** `YYYY-MM-DD`, the dates of documents. */
export const DAY_FORMAT = /^\d{4}-\d\d-\d\d$/;
/** `YYYY-MM-DDTHH:mm:ss+07:00`, the dates of items. */
export const DATE_FORMAT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;
/** `_tct.precision`. */
export const PRECISION_FORMAT = /^(?:day|hour|minute)$/;
/** `document.status`. */
export const STATUS_FORMAT = /^(?:valid|expired|unknown)$/;

/**
 * Maximum size of a response to be read, in bytes or, if it is decoded already, UTF-16 units. No school's feed comes
 * near it; more is a mistake or an attack.
 */
export const MAX_BODY_BYTES = 32 * 2 ** 20;
