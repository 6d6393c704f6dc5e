/** The kinds of fields that stored values consist of. */
import { MAX_CHARS } from '../../core/model/limits.ts';
import { storedTime } from '../../core/poll/poll-state-schema.ts';
import { primitive, type Schema, text } from '../../core/schema.ts';
import { httpUrl } from '../../core/url.ts';

/** An id, a link and a hash; see `cumulativeNames` in core. */
const MAX_KEY_CHARS = 2 * MAX_CHARS.id + 200;

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
