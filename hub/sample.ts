import type { ClusterSource } from '../core/cluster.ts';
import type { Feed } from '../core/feed.ts';
import { FeedError } from '../core/read/feed-error.ts';
import { readFeed } from '../core/read/read-feed.ts';
import { PageError, readPage } from './page/read-page.ts';
import type { Kind } from './state.ts';
import { ask, type Client } from './transport.ts';
import { whyNot } from './words.ts';

/** Reads a source once, outside any schedule: a feed, or in words why there is none. */
export async function readOnce(source: ClusterSource, kind: Kind, client: Client): Promise<Feed | string> {
  const answer = await ask(source.url, { Accept: '*/*' }, client);
  const why = whyNot(answer);
  if (why || !('body' in answer)) return why ?? '';
  const contentType = answer.headers.get('content-type') ?? undefined;
  const from = { url: answer.url, ...(contentType && { contentType }) };
  try {
    return source.kind === 'page'
      ? (await readPage(answer.body, from, source, kind)).feed
      : await readFeed(answer.body, from);
  } catch (error) {
    if (error instanceof FeedError || error instanceof PageError) return error.message;
    throw error;
  }
}
