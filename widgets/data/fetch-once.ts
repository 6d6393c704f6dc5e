import type { ReadContext } from '../../core/model/feed.ts';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { pageSettings } from '../globals.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from './request-options.ts';

/** How long a response is shared with other widgets on the page. */
const SHARED_FOR_MS = MINUTE_MS;

/** Parses a response body, or the text of a cached copy. */
export type BodyReader<Data> = (body: Uint8Array | string, source: ReadContext) => Data | Promise<Data>;

interface SharedRequest {
  answer: Promise<unknown>;
  abort: AbortController;
  users: number;
  since: number;
}

const requests = new Map<string, SharedRequest>();

/**
 * Returns the body of a response, and stops the download of one that is too large.
 *
 * @throws if it is too large, or the download fails
 */
async function readBody({ body }: Response): Promise<Uint8Array> {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, output) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) output.error(new Error('too large'));
      else output.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(body?.pipeThrough(counter)).arrayBuffer());
}

async function fetchAndRead<Data>(
  url: string,
  abort: AbortController,
  reader: BodyReader<Data>,
): Promise<Data> {
  const { signal } = abort;
  // Aborting after the response has arrived has no effect.
  AbortSignal.timeout(REQUEST_TIMEOUT_MS).onabort = () =>
    abort.abort(new Error(`no answer in ${REQUEST_TIMEOUT_MS / 1000} s`));
  const { ahead } = pageSettings();
  const sent = ahead?.get(url);
  ahead?.delete(url);
  const response = await (sent ?? fetch(url, { ...REQUEST_OPTIONS, signal }));
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const body = await readBody(response);
  signal.throwIfAborted();
  return reader(body, { url: response.url || url, contentType: response.headers.get('content-type') });
}

/**
 * Fetches and parses a URL once for all callers within a minute; aborts the request when every caller has aborted.
 * All callers of a URL must pass the same reader.
 *
 * @throws whatever `fetch` or the reader throws, or an Error with the HTTP status
 */
export function fetchOnce<Data>(url: string, signal: AbortSignal, reader: BodyReader<Data>): Promise<Data> {
  let entry = requests.get(url);
  if (!entry || Date.now() - entry.since > SHARED_FOR_MS) {
    const abort = new AbortController();
    entry = { abort, users: 0, since: Date.now(), answer: fetchAndRead(url, abort, reader) };
    requests.set(url, entry);
  }
  const current = entry;
  const evict = () => requests.get(url) === current && requests.delete(url);
  // Later callers retry a failed request.
  current.answer.catch(evict);
  current.users++;
  signal.addEventListener('abort', () => {
    if (--current.users) return;
    current.abort.abort(signal.reason);
    evict();
  });
  return current.answer as Promise<Data>;
}
