import type { Feed } from '../../core/model/feed.ts';
import type { PollOutcome } from '../../core/poll/next.ts';
import {
  type FetchedResponse,
  type FetchResult,
  pollSource,
  withPollHints,
} from '../../core/poll/poll-source.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import type { HubSourceState, StoredAnswer } from '../memory/types.ts';
import { errorMessage } from '../messages.ts';
import { challengeIn } from '../read/error-page.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { describeAnswer } from './answer.ts';
import { HalfReadError, NextPageError, readSource } from './read-source.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/** The result of a poll. */
export interface PolledSource {
  outcome: PollOutcome;
  feed?: Feed | undefined;
  /** Message for the webmaster. */
  error?: string | undefined;
  /** What the body is instead of a feed or list; see `UnreadableError`. */
  code?: string | undefined;
  isHalfRead?: boolean;
  /** The response, if it is not what the configuration says. */
  page?: FetchedResponse;
  /** To be remembered. */
  answer?: StoredAnswer;
}

/**
 * Polls a source. Returns the outcome, with the feed or an error message and, if the body is something else, its code;
 * neither after a 304, and both if there was no time for all pages of a list.
 */
export async function requestSource(
  { config, kind, url }: ConfiguredSource,
  { poll, posts }: HubSourceState,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<PolledSource> {
  const refusal = config.kind === 'page' ? await budget.charge(robots.refusal(url)) : undefined;
  if (refusal) {
    const answer = describeAnswer(undefined, { isError: true }, robots.now);
    return { outcome: refusal.outcome, error: refusal.message, answer };
  }
  let halfRead: HalfReadError | undefined;
  let page: FetchedResponse | undefined;
  let result: FetchResult | undefined;
  const { outcome, content, unreadable } = await pollSource<Feed, Pick<UnreadableError, 'message' | 'code'>>(
    poll,
    {
      fetch: async (headers) => {
        result = await budget.charge(client.fetch(url, headers));
        return result;
      },
      read: async (response) => {
        try {
          const feed = await readSource(config, kind, response, client, robots, budget);
          return !feed.items.length && posts
            ? { unreadable: { message: 'Nguồn không còn bài nào; danh sách cũ được giữ lại.' } }
            : withPollHints(feed, robots.now);
        } catch (error) {
          if (error instanceof HalfReadError) {
            halfRead = error;
            return { ...withPollHints(error.feed, robots.now), truncated: true };
          }
          if (!(error instanceof UnreadableError)) throw error;
          if (!(error instanceof NextPageError)) page = response;
          return { unreadable: error };
        }
      },
      explain: (response) => challengeIn(response, budget.charge),
    },
  );
  const error = unreadable?.message ?? halfRead?.message ?? errorMessage(outcome);
  return {
    outcome,
    ...(content && { feed: content }),
    ...(error && { error }),
    ...(unreadable?.code && { code: unreadable.code }),
    ...(halfRead && { isHalfRead: true }),
    ...(page && { page }),
    answer: describeAnswer(result, { posts: content?.items.length, isError: !!error }, robots.now),
  };
}
