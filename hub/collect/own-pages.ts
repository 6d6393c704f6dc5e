/** Fetches the own pages of the posts of a list, of which the list does not tell everything. */
import { requestHeaders } from '../../core/poll/next.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { isShown, sortNewestFirst } from '../memory/posts.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { challengeIn } from '../read/error-page.ts';
import type { TimeBudget } from './time-budget.ts';

/** Pages fetched in one poll of a source. The others are fetched in the next polls. */
const MAX_PAGES_PER_POLL = 20;

/** The posts that a source lists and whose pages are to be fetched, the newest first. */
export function postsToFetch(
  list: PostList,
  source: string,
  needsDetails: (entry: StoredPost) => boolean,
): StoredPost[] {
  return sortNewestFirst(
    list.entries.filter(
      (entry) => entry.source === source && entry.place >= 0 && isShown(entry) && needsDetails(entry),
    ),
  );
}

/**
 * Fetches the pages of posts, each once. If a page cannot be fetched, or the time is spent, the others wait for the next
 * poll, unless it is only that page that is broken.
 *
 * @param fetchDetails undefined or `broken` if the page could not be fetched this time
 * @returns what the pages that were read contain
 */
export async function fetchOwnPages(
  posts: readonly StoredPost[],
  budget: TimeBudget,
  fetchDetails: (entry: StoredPost) => Promise<PageDetails | 'broken' | undefined>,
): Promise<Map<StoredPost, PageDetails>> {
  const read = new Map<StoredPost, PageDetails>();
  for (const entry of posts.slice(0, MAX_PAGES_PER_POLL)) {
    const details = budget.isSpent ? undefined : await fetchDetails(entry);
    if (!details) break;
    if (details !== 'broken') read.set(entry, details);
  }
  return read;
}

/**
 * Fetches the page of one post.
 *
 * @param known validators of the page as it was read before
 * @returns `same` if it has not changed since; `none` if it cannot be had, so that it is not asked for again; `later` if it could not be fetched this time; `broken` if that says nothing about other pages
 */
export async function fetchOwnPage(
  url: string,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
  known: Pick<PageDetails, 'etag' | 'lastModified'> = {},
): Promise<FetchedResponse | 'same' | 'none' | 'later' | 'broken'> {
  const refusal = await budget.charge(robots.refusal(url));
  if (refusal) return refusal.forbidden ? 'none' : 'later';
  const headers = { ...requestHeaders(known), Accept: 'text/html,*/*;q=0.5' };
  const response = await budget.charge(client.fetch(url, headers));
  if ('failure' in response)
    return /redirect|too-large|protocol|internal/.test(response.failure) ? 'none' : 'later';
  if (response.status === 304) return 'same';
  // An exception in the script of the page. An overloaded server sends others.
  if (response.status === 500) return 'broken';
  if (response.status === 429 || response.status >= 500) return 'later';
  if (response.status === 200) return response;
  // A firewall says nothing about the post.
  return (await challengeIn(response, budget.charge)) ? 'later' : 'none';
}
