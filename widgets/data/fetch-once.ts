import type { ReadContext } from '../../core/model/feed.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from './request-options.ts';

/** Milliseconds an answer serves the page's other widgets. */
const SHARED_FOR_MS = MINUTE_MS;

/** Makes bytes what a widget shows. */
type Reader<Data> = (body: Uint8Array, source: ReadContext) => Data | Promise<Data>;

interface Shared {
  answer: Promise<unknown>;
  abort: AbortController;
  users: number;
  since: number;
}

const shared = new Map<string, Shared>();

async function fetchAndRead<Data>(url: string, abort: AbortController, reader: Reader<Data>): Promise<Data> {
  const { signal } = abort;
  // When it has answered, there is nothing left to give up.
  AbortSignal.timeout(REQUEST_TIMEOUT_MS).onabort = () =>
    abort.abort(new Error(`${url}: no answer in ${REQUEST_TIMEOUT_MS / 1000} s`));
  const ahead = globalThis.tct?.ahead;
  const sent = ahead?.get(url);
  ahead?.delete(url);
  const response = await (sent ?? fetch(url, { ...REQUEST_OPTIONS, signal }));
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const body = new Uint8Array(await response.arrayBuffer());
  signal.throwIfAborted();
  return reader(body, {
    url: response.url || url,
    contentType: response.headers.get('content-type') ?? undefined,
  });
}

/**
 * What an address holds, fetched and read once for all who ask for it within a minute; given up when the last of them
 * has aborted. An address is always asked for with the same reader.
 *
 * @throws what the reader or `fetch` throws, or an Error with the HTTP status
 */
export function fetchOnce<Data>(url: string, signal: AbortSignal, reader: Reader<Data>): Promise<Data> {
  let entry = shared.get(url);
  if (!entry || Date.now() - entry.since > SHARED_FOR_MS) {
    const abort = new AbortController();
    entry = { abort, users: 0, since: Date.now(), answer: fetchAndRead(url, abort, reader) };
    shared.set(url, entry);
  }
  const mine = entry;
  const forget = () => shared.get(url) === mine && shared.delete(url);
  // A failure is not shared with those who ask later.
  mine.answer.catch(forget);
  mine.users++;
  signal.addEventListener('abort', () => {
    if (--mine.users) return;
    mine.abort.abort(signal.reason);
    forget();
  });
  return mine.answer as Promise<Data>;
}
