import type { Failure, PollResponse, Unreached } from '../../core/poll/next.ts';
import { REQUEST_OPTIONS } from '../../widgets/data/request-options.ts';

/** Bytes of a body at most: a background script lives in little memory, and no school's feed comes near it. */
const MAX_BODY_BYTES = 8 * 2 ** 20;
/** Milliseconds until a silent server is given up; the browser ends a background script after 30 s. */
const REQUEST_TIMEOUT_MS = 20_000;

export interface FetchedResponse extends PollResponse {
  headers: Headers;
  /** The address that answered. */
  url: string;
  body: Uint8Array;
}

export interface FetchFailure {
  failure: Failure | Unreached;
}

/** Nothing if it is too large. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > MAX_BODY_BYTES) {
      // Not waited for: a server that never ends might not let itself be stopped either.
      void reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * One GET, redirects followed, never rejected: an answer of any status, or why there was none. Browsers do not say
 * whether a name was not found or a connection refused: both are `reset`.
 */
export async function fetchFeed(
  url: string,
  headers: Record<string, string>,
): Promise<FetchedResponse | FetchFailure> {
  if (navigator.onLine === false) return { failure: 'offline' };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), REQUEST_TIMEOUT_MS);
  try {
    // `no-cache` lets the browser send our validators as they are and show us a 304; on the wire it is `max-age=0`.
    const response = await fetch(url, {
      ...REQUEST_OPTIONS,
      headers,
      cache: 'no-cache',
      signal: stop.signal,
    });
    const body = await readBody(response);
    if (!body) return { failure: 'too-large' };
    const { status, redirected } = response;
    return {
      ...{ status, headers: response.headers, url: response.url || url, body },
      ...(redirected && { movedTo: response.url }),
    };
  } catch {
    return { failure: stop.signal.aborted ? 'timeout' : 'reset' };
  } finally {
    clearTimeout(timer);
  }
}
