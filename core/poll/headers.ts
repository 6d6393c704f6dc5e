/** What the headers of an answer say about asking again. Durations are ms. */

/** The part of a `Headers` that is needed; names compare without case. */
export interface HeaderReader {
  get(name: string): string | null;
}

/**
 * An HTTP-date (RFC 9110, 5.6.7) in ms since the epoch. The platform reads all three shapes once the oldest has its
 * zone; `0` and `-1`, which it would read too, are none.
 */
function httpDate(text: string | null): number | undefined {
  const date =
    text && /[a-z]{3}/i.test(text) ? Date.parse(text.replace(/(?<=:\d\d \d{4})$/, ' GMT')) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

/** The server's own clock, against which the dates it sends are meant; ours may be wrong. */
function responseDate(headers: HeaderReader, now: number): number {
  return httpDate(headers.get('date')) ?? now;
}

/** `Retry-After` (RFC 9110, 10.2.3), seconds or a date; never negative. */
export function retryAfterMs(headers: HeaderReader, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = httpDate(text);
  return date && Math.max(0, date - responseDate(headers, now));
}

/**
 * How long an answer stays fresh (RFC 9111, 4.2.1): `max-age`, else `Expires` less `Date`; what a cache on the way has
 * used of it, `Age`, is taken off. `no-store` and `no-cache` mean not at all, as does an `Expires` that is past or no
 * date (NukeViet, WordPress). Undefined where the headers say nothing.
 */
export function freshForMs(headers: HeaderReader, now: number): number | undefined {
  const control = headers.get('cache-control') ?? '';
  // `no-cache="Set-Cookie"` is about that header only.
  if (/\bno-(?:store|cache)\b(?!=)/i.test(control)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const expires = headers.get('expires');
  if (!seconds && !expires) return undefined;
  const lasts = seconds ? Number(seconds) * 1000 : (httpDate(expires) ?? 0) - responseDate(headers, now);
  const age = /^\s*(\d+)\s*$/.exec(headers.get('age') ?? '')?.[1] ?? 0;
  return Math.max(0, lasts - Number(age) * 1000);
}
