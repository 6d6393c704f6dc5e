import type { Feed, ReadContext, UpdateHints } from '../model/feed.ts';
import type { HeaderReader } from './headers.ts';
import { type Failure, type PollOutcome, type PollState, requestHeaders, type Unreached } from './next.ts';

/** The response to one GET request, redirects followed, whatever its status. */
export interface FetchedResponse {
  status: number;
  headers: HeaderReader;
  /** The URL that responded: relative links are resolved against it. */
  url: string;
  body: Uint8Array;
  /** Where redirects led, unless one of them is known to be temporary (302, 303, 307). */
  movedTo?: string;
}

/** Why a request got no response. */
export interface FetchFailure {
  failure: Failure | Unreached;
}

export type FetchResult = FetchedResponse | FetchFailure;

/** What a successful response contained. */
export interface Reading<Content> {
  content: Content;
  /** Wishes of the feed about polling. */
  updateHints?: UpdateHints | undefined;
  /** When the newest post was published (ms since the epoch); undefined if it does not say. */
  newest?: number | undefined;
  /** The body was cut off: its validators would vouch for posts that were never seen, so they are not kept. */
  truncated?: boolean;
}

/** How a platform fetches and reads one source. */
export interface SourcePorts<Content, Reason> {
  /** Sends the request; never rejects. */
  fetch: (headers: Record<string, string>) => Promise<FetchResult>;
  /** Reads a response with a status below 300. Resolves to a reason if the body cannot be used. */
  read: (response: FetchedResponse) => Promise<Reading<Content> | { unreadable: Reason }>;
}

/** What one poll came to. Neither `content` nor `unreadable` is set after a 304, an error status or no response. */
export interface Poll<Content, Reason> {
  /** For `nextPollState`. */
  outcome: PollOutcome;
  content?: Content;
  unreadable?: Reason;
}

function withoutValidators(headers: HeaderReader): HeaderReader {
  return { get: (name) => (/^(?:etag|last-modified)$/i.test(name) ? null : headers.get(name)) };
}

/**
 * Polls one source: request headers from its state, the response, the reading, the outcome. Whether the source is due
 * is the caller's decision (`isDue`, `canRefreshNow`), who also stores `markRequested` before and
 * `nextPollState(state, poll.outcome, …)` after, in one write with the content.
 *
 * @example
 * const { outcome, content } = await pollSource(state, {
 *   fetch: (headers) => client.fetch(url, headers),
 *   read: async (response) => feedReading(await readFeed(response.body, readContext(response))),
 * });
 * state = nextPollState(state, outcome, Date.now());
 */
export async function pollSource<Content, Reason>(
  state: PollState,
  { fetch, read }: SourcePorts<Content, Reason>,
): Promise<Poll<Content, Reason>> {
  const result = await fetch(requestHeaders(state));
  if ('failure' in result) return { outcome: result };
  const { body: _, url: __, ...response } = result;
  if (response.status >= 300) return { outcome: response };
  const reading = await read(result);
  if ('unreadable' in reading)
    return { outcome: { ...response, read: false }, unreadable: reading.unreadable };
  const { content, updateHints, newest, truncated } = reading;
  const headers = truncated ? withoutValidators(response.headers) : response.headers;
  return {
    content,
    outcome: {
      ...response,
      headers,
      read: true,
      ...(updateHints && { rhythm: updateHints }),
      ...(newest !== undefined && { newest }),
    },
  };
}

/** A feed as a reading: its update hints and the date of its newest post. */
export function feedReading(feed: Feed): Reading<Feed> {
  // Dates of the model sort as text.
  const newest = feed.items.reduce(
    (max, { date_published = '' }) => (date_published > max ? date_published : max),
    '',
  );
  return {
    content: feed,
    updateHints: feed._tct?.rhythm,
    newest: newest ? Date.parse(newest) : undefined,
  };
}

/** What a feed reader needs to know of a response besides its body. */
export function readContext({ url, headers }: Pick<FetchedResponse, 'url' | 'headers'>): ReadContext {
  return { url, contentType: headers.get('content-type') };
}
