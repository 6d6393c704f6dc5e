import type { FetchResult } from '../../core/poll/poll-source.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';

/** Cached rules of robots.txt by origin. `at` is when they were fetched: ms since the epoch. */
export type RobotsTexts = Record<string, { at: number; text: string }>;

/** How long a response is used again: as long as a source may not be asked twice by hand. */
const REMEMBER_FOR_MS = 5 * MINUTE_MS;
/** Responses that are remembered. Beyond that, the oldest are forgotten. */
const MAX_REMEMBERED_BYTES = 64 * 2 ** 20;
/** Counted for each response besides its body, so that empty ones do not pile up either. */
const ENTRY_BYTES = 1000;

/** Whether a result says something about the site that still holds a minute later. */
function isMemorable(result: FetchResult): boolean {
  // The network may be back at any time, and which addresses are refused differs between clients.
  if ('failure' in result) return !/^(?:offline|dns|login|internal(?:-redirect)?)$/.test(result.failure);
  // A 304 is of use only to who has the content. Pictures would leave no room for the rest.
  return result.status !== 304 && !/^image\//i.test(result.headers.get('content-type') ?? '');
}

/** One key for all forms of a URL, with and without a fragment. */
const keyOf = (url: string): string => (URL.canParse(url) ? new URL(url).href.replace(/#.*/s, '') : url);

interface Remembered {
  result: FetchResult;
  bytes: number;
  /** `performance.now`, a clock that is never set. */
  until: number;
}

/**
 * What clients share that serve one person at the same time, such as the calls of the console: they send no two requests
 * to a host at once, ask no address twice within five minutes, and know each site's robots.txt.
 */
export class HttpSession {
  /** Rules of the origins checked so far. */
  readonly robots: RobotsTexts = {};
  /** By URL, the oldest first. */
  private readonly responses = new Map<string, Remembered>();
  private bytes = 0;

  constructor(
    private readonly rememberForMs = REMEMBER_FOR_MS,
    private readonly maxBytes = MAX_REMEMBERED_BYTES,
    /** By host: resolves with the time (`performance.now`) at which its last request ended. */
    readonly lastRequests = new Map<string, Promise<number>>(),
  ) {}

  /** A session that remembers no responses, but spaces its requests with those of this one: for pictures. */
  withoutMemory(): HttpSession {
    return new HttpSession(0, 0, this.lastRequests);
  }

  /** What a URL answered a while ago. */
  recall(url: string): FetchResult | undefined {
    const key = keyOf(url);
    const remembered = this.responses.get(key);
    if (remembered && performance.now() < remembered.until) return remembered.result;
    this.forget(key);
    return undefined;
  }

  /** Remembers the result of a request, also for the URL to which it was redirected. */
  remember(url: string, result: FetchResult): void {
    this.add(keyOf(url), result);
    if ('failure' in result || keyOf(result.url) === keyOf(url)) return;
    const { movedTo: _, ...target } = result;
    this.add(keyOf(target.url), target);
  }

  private add(key: string, result: FetchResult): void {
    this.forget(key);
    const bytes = ENTRY_BYTES + ('body' in result ? result.body.length : 0);
    if (!isMemorable(result) || bytes > this.maxBytes) return;
    this.responses.set(key, { result, bytes, until: performance.now() + this.rememberForMs });
    this.bytes += bytes;
    for (const oldest of this.responses.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.bytes -= this.responses.get(key)?.bytes ?? 0;
    this.responses.delete(key);
  }
}
