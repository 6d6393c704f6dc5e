/** The last good answer of an address, and when it came (ms since the epoch; 0 where there is none). */
export interface KeptCopy {
  at: number;
  data?: unknown;
}

/** Storage may be full, forbidden or absent: then nothing is kept. */
export function keepCopy(url: string, data: unknown, at: number): void {
  try {
    localStorage.setItem(`tct:${url}`, JSON.stringify({ at, data }));
  } catch {
    // Nothing is lost but the copy.
  }
}

export function keptCopy(url: string): KeptCopy {
  try {
    return { at: 0, ...JSON.parse(localStorage.getItem(`tct:${url}`)!) };
  } catch {
    return { at: 0 };
  }
}
