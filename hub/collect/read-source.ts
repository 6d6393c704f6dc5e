import type { ClusterSource, ListKind, PageSource } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { FeedError } from '../../core/read/feed-error.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { type HttpClient, type HubResponse, readContext } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { errorMessage } from '../messages.ts';
import { PageError, readPage } from '../page/read-page.ts';

/** Why nothing was read of an answer, for the webmaster. */
export class UnreadableError extends Error {
  override readonly name = 'Unread';
}

/**
 * What a source has answered: a feed, or a list page with those that follow it.
 *
 * @throws Unread, whatever was wrong with the answer
 */
export async function readSource(
  source: ClusterSource,
  kind: ListKind,
  answer: HubResponse,
  network: HttpClient,
  robots: Robots,
): Promise<Feed> {
  try {
    return source.kind === 'page'
      ? await readPages(source, kind, answer, network, robots)
      : await readFeed(answer.body, readContext(answer));
  } catch (error) {
    if (error instanceof FeedError || error instanceof PageError) throw new UnreadableError(error.message);
    if (error instanceof UnreadableError) throw error;
    // Ours is the mistake, but one source's oddity must not keep the others from being published.
    throw new UnreadableError(
      `Không đọc nổi nguồn này; xin gửi địa chỉ của nó cho người làm tct-hub (${error}).`,
    );
  }
}

async function readPages(
  source: PageSource,
  kind: ListKind,
  answer: HubResponse,
  network: HttpClient,
  robots: Robots,
): Promise<Feed> {
  const { feed, next } = await readPage(answer.body, readContext(answer), source, kind);
  const known = new Set(feed.items.map(({ id }) => id));
  let following = next;
  for (let page = 2; page <= source.pages && following; page++) {
    // A list that is read in part would make the rest look withdrawn.
    const fail = (why = '') => {
      throw new UnreadableError(`Không đọc được trang ${page} của danh sách (${following}). ${why}`.trim());
    };
    if (serverOf(following) !== serverOf(answer.url)) fail('Nó nằm ở một trang web khác.');
    const refusal = await robots.refusal(following);
    if (refusal) fail(refusal.words);
    const further = await network.fetch(following, {});
    if (!('body' in further) || further.status !== 200) return fail(errorMessage(further));
    const read = await readPage(further.body, readContext(further), source, kind);
    for (const item of read.feed.items)
      if (!known.has(item.id)) {
        known.add(item.id);
        feed.items.push(item);
      }
    following = read.next;
  }
  return feed;
}

/** Reads a source once, outside any schedule: a feed, or in words why there is none. */
export async function readOnce(
  source: ClusterSource,
  kind: ListKind,
  network: HttpClient,
  robots: Robots,
): Promise<Feed | string> {
  const refusal = source.kind === 'page' ? await robots.refusal(source.url) : undefined;
  if (refusal) return refusal.words;
  const answer = await network.fetch(source.url, { Accept: '*/*' });
  const why = errorMessage(answer);
  if (why !== undefined || !('body' in answer)) return why ?? '';
  try {
    return await readSource(source, kind, answer, network, robots);
  } catch (error) {
    if (error instanceof UnreadableError) return error.message;
    throw error;
  }
}
