/** A cached response, and when it arrived (ms since the epoch). */
export interface CachedAnswer {
  at: number;
  data?: unknown;
}

/** Caches data in `localStorage`; does nothing if storage is full, blocked or absent. */
export function writeCache(url: string, data: unknown, at: number): void {
  try {
    localStorage.setItem(`tct:${url}`, JSON.stringify({ at, data }));
  } catch {
    // The widget works without a cache.
  }
}

/**
 * Returns the cached data, unchecked: any script of the page's origin may have written it. Undefined if there is none or
 * its time is impossible.
 */
export function readCache(url: string): CachedAnswer | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(`tct:${url}`)!);
    const { at } = copy;
    return typeof at === 'number' && at > 0 && at <= Date.now() ? copy : undefined;
  } catch {
    return undefined;
  }
}
