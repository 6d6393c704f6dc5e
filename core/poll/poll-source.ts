import type { Feed, ReadContext, UpdateHints } from '../model/feed.ts';
import { isFarAhead } from '../time/mistyped.ts';
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

/** The content of a successful response, and the facts about it that affect the next poll. */
export interface ReadResult<Content> {
  content: Content;
  /** How often the feed wants to be polled. */
  updateHints?: UpdateHints | undefined;
  /** When the newest post was published (ms since the epoch); undefined if the feed has no dates. */
  newest?: number | undefined;
  /** The body was cut off. Its validators are dropped, because a later 304 would hide the posts that are missing. */
  truncated?: boolean;
}

/** How the platform fetches and reads a source. */
export interface SourcePorts<Content, Reason> {
  /** Sends the request; never rejects. */
  fetch: (headers: Record<string, string>) => Promise<FetchResult>;
  /** Reads a response with a status below 300. Resolves to a reason if the body cannot be used. */
  read: (response: FetchedResponse) => Promise<ReadResult<Content> | { unreadable: Reason }>;
  /** Looks for a reason in the body of a response with an error status. */
  explain?: (response: FetchedResponse) => Promise<Reason | undefined>;
}

/** The result of one poll. Neither `content` nor `unreadable` is set after a 304, or no response. */
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
 * Polls one source: sends a request with the validators in its state, and reads the response. Does not check whether
 * the source is due. The caller does (`isDue`, `canRefreshNow`), and stores `markRequested(state)` before the call and
 * `nextPollState(state, outcome)` after it, in one write with the content.
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
  { fetch, read, explain }: SourcePorts<Content, Reason>,
): Promise<Poll<Content, Reason>> {
  const result = await fetch(requestHeaders(state));
  if ('failure' in result) return { outcome: result };
  const { body: _, url: __, ...response } = result;
  if (response.status >= 300) {
    const unreadable = response.status >= 400 ? await explain?.(result) : undefined;
    return { outcome: response, ...(unreadable !== undefined && { unreadable }) };
  }
  const found = await read(result);
  if ('unreadable' in found) return { outcome: { ...response, read: false }, unreadable: found.unreadable };
  const { content, updateHints, newest, truncated } = found;
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

/**
 * Adds a feed's update hints and the date of its newest post. Mistyped dates do not count.
 *
 * @param now ms since the epoch
 */
export function withPollHints(feed: Feed, now: number): ReadResult<Feed> {
  // The model's dates sort as text.
  const newest = feed.items.reduce(
    (max, { date_published: date = '' }) => (date > max && !isFarAhead(date, now) ? date : max),
    '',
  );
  return {
    content: feed,
    updateHints: feed._tct?.rhythm,
    newest: newest ? Date.parse(newest) : undefined,
  };
}

/** What a reader needs to know about a response. */
export function readContext({ url, headers }: Pick<FetchedResponse, 'url' | 'headers'>): ReadContext {
  return { url, contentType: headers.get('content-type') };
}
