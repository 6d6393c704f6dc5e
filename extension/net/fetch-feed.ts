import type { FetchResult } from '../../core/poll/poll-source.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../../widgets/data/request-options.ts';

/** Protects the background's memory; schools' feeds are far smaller. */
const MAX_FEED_BYTES = 8 * 2 ** 20;

/** The body, or undefined if it is too large. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > MAX_FEED_BYTES) {
      // Not awaited: cancelling may take forever if the server never ends the response.
      void reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Sends a GET and follows redirects; never rejects. Browsers do not distinguish an unknown host from a refused
 * connection: both are `reset`.
 */
export async function fetchFeed(url: string, headers: Record<string, string>): Promise<FetchResult> {
  if (navigator.onLine === false) return { failure: 'offline' };
  const abort = new AbortController();
  // Shorter than the 30 s after which browsers end a background script.
  const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
  try {
    // With `no-cache`, the browser sends our validators unchanged and passes a 304 on to us; it adds `max-age=0`.
    const response = await fetch(url, {
      ...REQUEST_OPTIONS,
      headers,
      cache: 'no-cache',
      signal: abort.signal,
    });
    const body = await readBody(response);
    if (!body) return { failure: 'too-large' };
    return {
      status: response.status,
      headers: response.headers,
      url: response.url || url,
      body,
      ...(response.redirected && { movedTo: response.url }),
    };
  } catch {
    return { failure: abort.signal.aborted ? 'timeout' : 'reset' };
  } finally {
    clearTimeout(timer);
  }
}
