import type { ClusterSource, ListKind, PageSource } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { SECOND_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { failureMessage } from '../read/error-page.ts';
import { readFeedSafely, readPageSafely } from '../read/reader.ts';
import { orRefusal, UnreadableError } from '../read/unreadable-error.ts';
import { openAllowed } from './open-allowed.ts';
import { TimeBudget } from './time-budget.ts';

/** The time was spent before all pages of a list were read. */
export class HalfReadError extends UnreadableError {
  override readonly name = 'HalfReadError';

  constructor(
    message: string,
    /** The pages that were read. */
    readonly feed: Feed,
  ) {
    super(message);
  }
}

/** The list was read, but not a page that follows it. */
export class NextPageError extends UnreadableError {
  override readonly name = 'NextPageError';
}

/**
 * Reads the response of a source: a feed, or a list page with the pages that follow it.
 *
 * @param budget when it is spent, no further page is fetched
 * @throws HalfReadError
 * @throws UnreadableError if the response cannot be read, even because of a bug in the readers
 */
export async function readSource(
  source: ClusterSource,
  kind: ListKind,
  response: FetchedResponse,
  client: HttpClient,
  robots: Robots,
  budget = new TimeBudget(Infinity),
): Promise<Feed> {
  return source.kind === 'page'
    ? readPages(source, kind, response, client, robots, budget)
    : readFeedSafely(response, budget.charge, kind);
}

async function readPages(
  source: PageSource,
  kind: ListKind,
  response: FetchedResponse,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<Feed> {
  const { feed, next } = await readPageSafely(response, source, kind, robots.now, budget.charge);
  const known = new Set(feed.items.map(({ id }) => id));
  let nextUrl = next;
  for (let page = 2; page <= source.pages && nextUrl; page++) {
    if (budget.isSpent)
      throw new HalfReadError(
        `Trang web trả lời chậm: trong ${budget.ms / SECOND_MS} giây mới đọc được ${page - 1} trang của danh sách. Tin mới ở đó vẫn được lấy, các bài khác giữ nguyên. Nếu lần nào cũng vậy, hãy giảm "pages" của nguồn này.`,
        feed,
      );
    // Posts on a page that is not read would look withdrawn.
    const fail = (why = '') => {
      throw new NextPageError(`Không đọc được trang ${page} của danh sách này. ${why}`.trim());
    };
    if (serverOf(nextUrl) !== serverOf(response.url)) fail('Nó nằm ở một trang web khác.');
    const refusal = await budget.charge(robots.refusal(nextUrl));
    if (refusal) fail(refusal.message);
    const nextPage = await budget.charge(client.fetch(nextUrl, {}));
    if (!('body' in nextPage) || nextPage.status !== 200)
      return fail(await failureMessage(nextPage, budget.charge));
    const read = await readPageSafely(nextPage, source, kind, robots.now, budget.charge);
    for (const item of read.feed.items)
      if (!known.has(item.id)) {
        known.add(item.id);
        feed.items.push(item);
      }
    const approximate = [...(feed._tct?.approximate ?? []), ...(read.feed._tct?.approximate ?? [])];
    if (approximate.length) feed._tct = { ...feed._tct, approximate };
    nextUrl = read.next;
  }
  return feed;
}

/** Reads a source once, outside any schedule. */
export async function readOnce(
  source: ClusterSource,
  kind: ListKind,
  client: HttpClient,
  robots: Robots,
): Promise<Feed | { refusal: string }> {
  const response = await openAllowed(source.url, client, source.kind === 'page' ? robots : undefined);
  return 'refusal' in response ? response : orRefusal(readSource(source, kind, response, client, robots));
}
