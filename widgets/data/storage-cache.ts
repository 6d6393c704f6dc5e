/** A cached response, and when it arrived (ms since the epoch; 0 if nothing is cached). */
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

/** Returns the cached data; `at` is 0 if there is none or it cannot be read. */
export function readCache(url: string): CachedAnswer {
  try {
    return { at: 0, ...JSON.parse(localStorage.getItem(`tct:${url}`)!) };
  } catch {
    return { at: 0 };
  }
}
