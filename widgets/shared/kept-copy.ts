import type { Feed } from '../../core/feed.ts';

/** Items kept of an address; `localStorage` is small and shared with the page. */
const MOST = 50;

/** The last good answer of an address, and when it came (ms since the epoch). */
export interface KeptCopy {
  at: number;
  feed: Feed;
}

/** Storage may be full, forbidden or absent: then nothing is kept. */
export function keepCopy(url: string, feed: Feed, at: number): void {
  try {
    localStorage.setItem(
      `tct:${url}`,
      JSON.stringify({ at, feed: { ...feed, items: feed.items.slice(0, MOST) } }),
    );
  } catch {
    // Nothing is lost but the copy.
  }
}

export function keptCopy(url: string): KeptCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(`tct:${url}`)!) as KeptCopy | null;
    return Array.isArray(copy?.feed.items) ? copy! : undefined;
  } catch {
    return undefined;
  }
}
