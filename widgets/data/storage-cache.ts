/** The last good answer of an address, and when it came (ms since the epoch; 0 where there is none). */
export interface CachedAnswer {
  at: number;
  data?: unknown;
}

/** Storage may be full, forbidden or absent: then nothing is kept. */
export function writeCache(url: string, data: unknown, at: number): void {
  try {
    localStorage.setItem(`tct:${url}`, JSON.stringify({ at, data }));
  } catch {
    // Nothing is lost but the copy.
  }
}

export function readCache(url: string): CachedAnswer {
  try {
    return { at: 0, ...JSON.parse(localStorage.getItem(`tct:${url}`)!) };
  } catch {
    return { at: 0 };
  }
}
