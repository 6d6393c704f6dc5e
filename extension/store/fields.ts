/** The kinds of fields that stored values consist of. */
import { MAX_CHARS } from '../../core/model/limits.ts';
import { storedTime } from '../../core/poll/poll-state-schema.ts';
import { integer, list, number, primitive, type Schema, text, upTo } from '../../core/schema.ts';
import { httpUrl } from '../../core/url.ts';

/** An id, a link and a hash; see `cumulativeNames` in core. */
const MAX_KEY_CHARS = 2 * MAX_CHARS.id + 200;

/** Of a school, a hub or a post. */
export const MAX_NAME_CHARS = 200;
/** Paths of values that were left out, as shown to the user. */
export const MAX_REPORTED = 20;

/** ms since the epoch */
export const time = storedTime;
/** `constructor` would be found in any object that is searched by id. */
export const id = primitive<string>(
  'string',
  (value) => /^[a-z\d][a-z\d-]{0,39}$/.test(value) && value !== 'constructor',
);
export const line = text(/\S/, MAX_CHARS.title);
export const key = text(/^/, MAX_KEY_CHARS);
/**
 * An absolute http(s) URL. Not with `*` in its host, which URL parsers accept, but which would make the permission for
 * the host one for many hosts.
 */
export const httpAddress = primitive<string>(
  'string',
  (value) => /^https?:/i.test(value) && /^https?:\/\/[^*/?#]+(?:[/?#]|$)/i.test(httpUrl(value) ?? ''),
);
/** Cuts a longer text. */
export const cut =
  (maxChars: number): Schema<string> =>
  (value, report) =>
    typeof value === 'string' ? value.slice(0, maxChars) : report?.('');
export const count = integer(0, Number.MAX_SAFE_INTEGER);
/** Between two polls. */
export const minutes = number(5, 1440);
/** Where values were left out because they did not fit. */
export const reported = upTo(MAX_REPORTED, list(cut(200)));
