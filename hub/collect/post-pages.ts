/** Posts' own pages, which are fetched after all lists, because slow ones would delay them. */
import { SECOND_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { type MergeResult, markMissing } from '../memory/merge.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { checkVanished } from './check-vanished.ts';
import { documentsToFetch, fetchDocumentPages } from './document-pages.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/** The pages to fetch after a poll of a source. */
export interface PagesToFetch {
  source: ConfiguredSource;
  url: string;
  documents: StoredPost[];
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
  const documents = kind === 'documents' ? documentsToFetch(list, url) : [];
  return documents.length || doubtful.length
    ? { source, url, documents, doubtful, pending, budget }
    : undefined;
}

/** Fetches the pages, as long as there is time. */
export async function fetchPages(
  { documents, doubtful, budget }: PagesToFetch,
  client: HttpClient,
  robots: Robots,
): Promise<PageFacts> {
  const details = await fetchDocumentPages(documents, client, robots, budget);
  const vanished = await checkVanished(doubtful, client, budget);
  const left = documents.length - details.size;
  const note = `Trang web trả lời chậm: trong ${budget.ms / SECOND_MS} giây mới đọc được trang riêng của ${details.size} văn bản; ${left} văn bản còn lại để lần sau.`;
  return { details, vanished, ...(budget.isSpent && left && { note }) };
}

/**
 * Adds what the pages tell to a list, which may have been read again since.
 *
 * @returns the number of changes to publish, and whether the next poll has work to do
 */
export function addPageFacts(
  list: PostList,
  { source, documents, pending }: PagesToFetch,
  { details, vanished }: PageFacts,
): Pick<MergeResult, 'edited' | 'pending'> {
  const change: MergeResult = { added: 0, edited: 0, doubtful: [], pending };
  const own = list.entries.filter((entry) => entry.source === source.url);
  const byKey = new Map(own.map((entry) => [entry.key, entry]));
  for (const [{ key }, found] of details) {
    const entry = byKey.get(key);
    if (!entry) continue;
    if (found.document || entry.details?.document) change.edited++;
    entry.details = found;
  }
  for (const [{ key }, isGone] of vanished) {
    const entry = byKey.get(key);
    if (!entry) continue;
    entry.place = -1;
    if (isGone) markMissing(entry, change);
  }
  if (details.size < documents.length) change.pending = true;
  return change;
}
