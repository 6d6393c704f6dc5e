/** The part of a `Headers` that is needed; names compare without case. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** An HTTP-date (RFC 9110, 5.6.7) in ms since the epoch. Servers print it in English whatever their language. */
export function httpDate(text: string | null): number | undefined {
  const date = text && /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

/** `Retry-After` (RFC 9110, 10.2.3), seconds or a date, as ms from now; never negative. */
export function retryAfter(headers: HeaderReader, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = httpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

/**
 * How long an answer stays fresh (RFC 9111, 4.2.1), in ms from now: `max-age`, else `Expires` less `Date`; what a
 * cache on the way has used of it, `Age`, is taken off. `no-store` and `no-cache` mean not at all; `Expires` in the
 * past, as NukeViet and WordPress send it, too.
 */
export function freshFor(headers: HeaderReader, now: number): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const expires = httpDate(headers.get('expires'));
  const lasts = seconds
    ? Number(seconds) * 1000
    : expires === undefined
      ? 0
      : expires - (httpDate(headers.get('date')) ?? now);
  const age = /^\s*(\d+)\s*$/.exec(headers.get('age') ?? '')?.[1] ?? 0;
  return Math.max(0, lasts - Number(age) * 1000);
}
