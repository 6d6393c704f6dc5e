import type { Feed } from '../../core/model/feed.ts';
import type { PollOutcome, PollState } from '../../core/poll/next.ts';
import {
  type FetchedResponse,
  pollSource,
  type ReadResult,
  withPollHints,
} from '../../core/poll/poll-source.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { diagnose } from '../../core/read/diagnose.ts';
import { NotAFeedError } from '../../core/read/not-a-feed.ts';
import { challengeIn } from '../net/challenge-in.ts';
import { fetchFeed } from '../net/fetch-feed.ts';
import { readResponse } from '../net/read-response.ts';
import { type PolledSource, permissionFor } from '../schools/configuration.ts';
import { parseHub } from '../schools/parse-hub.ts';
import type { Hub, Store } from '../store/schema.ts';
import { isComplete } from './is-complete.ts';
import { sha256 } from './sha256.ts';

export interface RequestPorts {
  /** Whether a permission (a match pattern) is granted. */
  hasPermission: (pattern: string) => Promise<boolean>;
  /** The `User-Agent`, where the browser lets an extension set it. */
  agent: string;
  read: () => Promise<Store>;
  /** ms since the epoch */
  now: () => number;
}

/** What was sent in place of a source. */
interface Unreadable {
  /** Identifies a body that is not a feed, or an error page that tells more than its status; see `feedErrorMessage`. */
  instead?: { code: string; detail: string };
  /** It is a page that asks for a login. */
  isLogin?: boolean;
}

/** The result of a poll: at most one of `feed`, `hub` and `instead` is set. */
export interface SourceResult extends Unreadable {
  outcome: PollOutcome;
  feed?: Feed;
  hub?: Hub;
  /** SHA-256 of the body, where the browser hides the validators. */
  digest?: string;
  /** Nothing was read because of the network here, for certain. */
  isNetworkDown?: boolean;
}

type Content = { feed: Feed } | { hub: Hub };

/** A test of the browser or a login in a response of any status. */
function challenged(response: FetchedResponse): Unreadable | undefined {
  const challenge = challengeIn(response);
  if (!challenge) return undefined;
  const { isLogin, ...instead } = challenge;
  return { instead, isLogin };
}

async function readContent(
  { kind }: PolledSource,
  response: FetchedResponse,
  now: number,
): Promise<ReadResult<Content> | { unreadable: Unreadable }> {
  const { body, headers, url } = response;
  const notRead = ({ code, detail }: NotAFeedError) => ({
    unreadable: challenged(response) ?? { instead: { code, detail } },
  });
  if (kind === 'cluster') {
    const hub = parseHub(body, url);
    return hub
      ? { content: { hub } }
      : notRead(diagnose(decodeBytes(body, headers.get('content-type')), body));
  }
  try {
    const feed = readResponse(response);
    const truncated = !isComplete(body);
    // The last post may have lost the fields that identify it.
    if (truncated) feed.items.pop();
    return { ...withPollHints(feed, now), content: { feed }, truncated };
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error;
    return notRead(error);
  }
}

/** Polls one source. */
export async function requestSource(
  source: PolledSource,
  state: PollState,
  { hasPermission, agent, read, now }: RequestPorts,
): Promise<SourceResult> {
  const { url } = source;
  // Without a host permission, any further header would cause a CORS preflight. The browser's cache sends the
  // validators and handles the 304.
  const isForeign = source.hub && !(await hasPermission(permissionFor(url)));
  let digest: string | undefined;
  const { outcome, content, unreadable } = await pollSource<Content, Unreadable>(state, {
    async fetch(headers) {
      if (!isForeign) return fetchFeed(url, { ...headers, 'User-Agent': agent });
      const result = await fetchFeed(url, { Accept: headers.Accept! });
      if ('failure' in result || result.status >= 300) return result;
      digest = await sha256(result.body);
      const known = (await read()).sources[url];
      const isUnchanged = known?.digest === digest && known.poll.succeeded;
      return isUnchanged ? { ...result, status: 304 } : result;
    },
    read: (response) => readContent(source, response, now()),
    explain: async (response) => challenged(response),
  });
  return { outcome, ...content, ...unreadable, ...(digest && { digest }) };
}
