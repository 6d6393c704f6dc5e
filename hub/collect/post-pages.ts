/** Posts' own pages, which are fetched after all lists, because slow ones would delay them. */
import type { ClusterSource } from '../../core/config/cluster.ts';
import { SECOND_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { type MergeResult, markMissing } from '../memory/merge.ts';
import { withDetails } from '../memory/posts.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { albumsToFetch, fetchAlbumPages } from './album-pages.ts';
import { checkVanished } from './check-vanished.ts';
import { documentsToFetch, fetchDocumentPages, rereadDocumentPages } from './document-pages.ts';
import { postsToReread } from './reread-schedule.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/** The pages to fetch after a poll of a source. */
export interface PagesToFetch {
  source: ConfiguredSource;
  /** The source's configuration, or what is read in its place. */
  config: ClusterSource;
  /** Its URL. */
  url: string;
  /** Documents or albums of which the list does not tell everything. */
  posts: StoredPost[];
  /** Documents whose pages are to be read again. */
  rereads: StoredPost[];
  /** See `MergeResult`. */
  doubtful: StoredPost[];
  /** Whether the next poll has other work to do. */
  pending: boolean;
  /** The source's time, of which its list has spent some. */
  budget: TimeBudget;
}

/** What the pages that were fetched tell. */
export interface PageFacts {
  details: Map<StoredPost, PageDetails>;
  rereads: Map<StoredPost, PageDetails>;
  /** Whether a post's page is gone. */
  vanished: Map<StoredPost, boolean>;
  /** Message for the webmaster if there was no time for all pages. */
  note?: string;
}

/**
 * @param config the source's configuration, or what is read in its place
 * @param change of the poll
 * @param budget of the source
 * @param now ms since the epoch
 */
export function pagesToFetch(
  source: ConfiguredSource,
  config: ClusterSource,
  list: PostList,
  { doubtful, pending }: MergeResult,
  budget: TimeBudget,
  now: number,
): PagesToFetch | undefined {
  const { kind, url } = source;
  const posts =
    kind === 'documents'
      ? documentsToFetch(list, { ...source, config })
      : kind === 'gallery'
        ? albumsToFetch(list, { ...source, config })
        : [];
  const rereads = kind === 'documents' ? postsToReread(list, url, now) : [];
  return posts.length || rereads.length || doubtful.length
    ? { source, config, url: config.url, posts, rereads, doubtful, pending, budget }
    : undefined;
}

/** Fetches the pages, as long as there is time. */
export async function fetchPages(
  { source, config, posts, rereads, doubtful, budget }: PagesToFetch,
  client: HttpClient,
  robots: Robots,
  now: number,
): Promise<PageFacts> {
  const isGallery = source.kind === 'gallery';
  const details = isGallery
    ? await fetchAlbumPages(posts, { ...source, config }, client, robots, budget)
    : await fetchDocumentPages(posts, client, robots, budget, now);
  const vanished = await checkVanished(doubtful, client, budget);
  const reread = await rereadDocumentPages(rereads, client, robots, budget, now);
  const left = posts.length - details.size;
  const name = isGallery ? 'album' : 'văn bản';
  const note = `Trang web trả lời chậm: trong ${budget.ms / SECOND_MS} giây mới đọc được trang riêng của ${details.size} ${name}; ${left} ${name} còn lại để lần sau.`;
  return { details, rereads: reread, vanished, ...(budget.isSpent && left && { note }) };
}

/**
 * Adds what the pages tell to a list, which may have been read again since.
 *
 * @returns the number of changes to publish, and whether the next poll has work to do
 */
export function addPageFacts(
  list: PostList,
  { source, posts, pending }: PagesToFetch,
  { details, rereads, vanished }: PageFacts,
): Pick<MergeResult, 'edited' | 'pending'> {
  const change: MergeResult = { added: 0, edited: 0, doubtful: [], pending };
  const own = list.entries.filter((entry) => entry.source === source.url);
  const byKey = new Map(own.map((entry) => [entry.key, entry]));
  for (const [{ key }, found] of [...details, ...rereads]) {
    const entry = byKey.get(key);
    if (!entry) continue;
    const before = JSON.stringify(withDetails(entry));
    entry.details = found;
    if (JSON.stringify(withDetails(entry)) !== before) change.edited++;
  }
  for (const [{ key }, isGone] of vanished) {
    const entry = byKey.get(key);
    if (!entry) continue;
    entry.place = -1;
    if (isGone) markMissing(entry, change);
  }
  const isRest = details.size < posts.length || [...details.values()].some(({ old }) => old);
  if (isRest) change.pending = true;
  return change;
}
