/** Posts' own pages, which are fetched after all lists, because slow ones would delay them. */
import { SECOND_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { type MergeResult, markMissing } from '../memory/merge.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { albumsToFetch, fetchAlbumPages } from './album-pages.ts';
import { checkVanished } from './check-vanished.ts';
import { documentsToFetch, fetchDocumentPages } from './document-pages.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/** The pages to fetch after a poll of a source. */
export interface PagesToFetch {
  source: ConfiguredSource;
  url: string;
  /** Documents or albums of which the list does not tell everything. */
  posts: StoredPost[];
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
  /** Whether a post's page is gone. */
  vanished: Map<StoredPost, boolean>;
  /** Message for the webmaster if there was no time for all pages. */
  note?: string;
}

/** @param change of the poll. @param budget of the source */
export function pagesToFetch(
  source: ConfiguredSource,
  list: PostList,
  { doubtful, pending }: MergeResult,
  budget: TimeBudget,
): PagesToFetch | undefined {
  const { kind, url } = source;
  const posts =
    kind === 'documents'
      ? documentsToFetch(list, url)
      : kind === 'gallery'
        ? albumsToFetch(list, source)
        : [];
  return posts.length || doubtful.length ? { source, url, posts, doubtful, pending, budget } : undefined;
}

/** Fetches the pages, as long as there is time. */
export async function fetchPages(
  { source, posts, doubtful, budget }: PagesToFetch,
  client: HttpClient,
  robots: Robots,
): Promise<PageFacts> {
  const isGallery = source.kind === 'gallery';
  const details = isGallery
    ? await fetchAlbumPages(posts, source, client, robots, budget)
    : await fetchDocumentPages(posts, client, robots, budget);
  const vanished = await checkVanished(doubtful, client, budget);
  const left = posts.length - details.size;
  const name = isGallery ? 'album' : 'văn bản';
  const note = `Trang web trả lời chậm: trong ${budget.ms / SECOND_MS} giây mới đọc được trang riêng của ${details.size} ${name}; ${left} ${name} còn lại để lần sau.`;
  return { details, vanished, ...(budget.isSpent && left && { note }) };
}

const hasContent = (details: PageDetails | undefined) => details?.document ?? details?.attachments;

/**
 * Adds what the pages tell to a list, which may have been read again since.
 *
 * @returns the number of changes to publish, and whether the next poll has work to do
 */
export function addPageFacts(
  list: PostList,
  { source, posts, pending }: PagesToFetch,
  { details, vanished }: PageFacts,
): Pick<MergeResult, 'edited' | 'pending'> {
  const change: MergeResult = { added: 0, edited: 0, doubtful: [], pending };
  const own = list.entries.filter((entry) => entry.source === source.url);
  const byKey = new Map(own.map((entry) => [entry.key, entry]));
  for (const [{ key }, found] of details) {
    const entry = byKey.get(key);
    if (!entry) continue;
    if (hasContent(found) || hasContent(entry.details)) change.edited++;
    entry.details = found;
  }
  for (const [{ key }, isGone] of vanished) {
    const entry = byKey.get(key);
    if (!entry) continue;
    entry.place = -1;
    if (isGone) markMissing(entry, change);
  }
  if (details.size < posts.length) change.pending = true;
  return change;
}
