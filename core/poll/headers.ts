/** Parses the response headers that affect the next poll. Durations are in ms. */

import { text } from '../schema.ts';

/** The part of `Headers` that is needed. Names are case-insensitive. */
export interface HeaderReader {
  get(name: string): string | null;
}

/**
 * Returns an `ETag` or `Last-Modified` that can be sent back as it is; undefined for one that no header may contain, with
 * controls or beyond Latin-1, and for one that is absurdly long. Applies to a stored value as well.
 */
export const validator = text(/^[\t\x20-\x7e\x80-\xff]+$/, 1024);

/**
 * Parses an HTTP-date (RFC 9110, section 5.6.7) into ms since the epoch. `Date.parse` reads all three forms once the
 * oldest has a zone; it also accepts `0` and `-1`, which are not dates.
 */
function httpDate(text: string | null): number | undefined {
  const date =
    text && /[a-z]{3}/i.test(text) ? Date.parse(text.replace(/(?<=:\d\d \d{4})$/, ' GMT')) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

/** The server's clock, which its dates refer to; ours may be wrong. */
function responseDate(headers: HeaderReader, now: number): number {
  return httpDate(headers.get('date')) ?? now;
}

/** The wait in `Retry-After`, given in seconds or as a date (RFC 9110, section 10.2.3). Never negative. */
export function retryAfterMs(headers: HeaderReader, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = httpDate(text);
  return date && Math.max(0, date - responseDate(headers, now));
}

/**
 * How long a response stays fresh (RFC 9111, section 4.2.1): `max-age`, else `Expires` minus `Date`, less the `Age`
 * spent in caches. 0 for `no-store`, `no-cache` and an `Expires` that is past or not a date (NukeViet, WordPress);
 * undefined without any of these headers.
 */
export function freshForMs(headers: HeaderReader, now: number): number | undefined {
  const control = headers.get('cache-control') ?? '';
  // `no-cache="Set-Cookie"` applies to that header only.
  if (/\bno-(?:store|cache)\b(?!=)/i.test(control)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const expires = headers.get('expires');
  if (!seconds && !expires) return undefined;
  const lasts = seconds ? Number(seconds) * 1000 : (httpDate(expires) ?? 0) - responseDate(headers, now);
  const age = /^\s*(\d+)\s*$/.exec(headers.get('age') ?? '')?.[1] ?? 0;
  return Math.max(0, lasts - Number(age) * 1000);
}
