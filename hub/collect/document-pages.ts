import type { DocumentFacts, Item } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { validator } from '../../core/poll/headers.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { fetchOwnPage, fetchOwnPages, postsToFetch } from './own-pages.ts';
import { readSource } from './read-source.ts';
import { REREAD_RETRY_MS, rereadDue } from './reread-schedule.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/**
 * Whether to fetch a document's page: its list gives no file, and the page is on the source's own site.
 *
 * @param list its URL
 */
function needsDetails({ item, details }: StoredPost, list: string): boolean {
  const { url, attachments, _tct } = item;
  if (!url || attachments?.length || !_tct?.document?.number || (details && !details.old)) return false;
  return url !== list && serverOf(url) === serverOf(list);
}

const hasSameNumber = (a: DocumentFacts, b: DocumentFacts) =>
  a.number?.toLowerCase() === b.number?.toLowerCase();

/**
 * Fetches one document's page.
 *
 * @param known what it told the last time, for a conditional request
 * @returns empty details if the page has none; `known` if it has not changed; undefined or `broken` if it could not be
 *   fetched this time
 */
async function fetchDetails(
  item: Item,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
  known: PageDetails = {},
): Promise<PageDetails | 'broken' | undefined> {
  const url = item.url!;
  const response = await fetchOwnPage(url, client, robots, budget, known);
  if (response === 'same') return known;
  if (response === 'broken') return response;
  if (typeof response === 'string') return response === 'none' ? {} : undefined;
  try {
    const page = { url, kind: 'page', pages: 1 } as const;
    const { items } = await readSource(page, 'documents', response, client, robots, budget);
    const [{ attachments, _tct } = {}] = items;
    // The page is a list of documents, or about another document.
    if (items.length > 1 || !_tct?.document || !hasSameNumber(_tct.document, item._tct!.document!)) return {};
    return omitUndefined({
      document: _tct.document,
      attachments,
      etag: validator(response.headers.get('etag')),
      lastModified: validator(response.headers.get('last-modified')),
    });
  } catch (error) {
    // A firewall says nothing about the document.
    if (error instanceof UnreadableError) return error.code === 'challenge' ? undefined : {};
    throw error;
  }
}

/**
 * The documents of a list whose pages are to be fetched, because the list has no files, the newest first. NukeViet's feed
 * of laws, for example, has title, number and date; the pages add the files, the signer and the subject.
 */
export function documentsToFetch(list: PostList, { url, config }: ConfiguredSource): StoredPost[] {
  return postsToFetch(list, url, (entry) => needsDetails(entry, config.url));
}

/**
 * Fetches the pages of documents for the first time, or after an edit in their list; see `fetchOwnPages`.
 *
 * @returns what the pages that were read contain
 */
export function fetchDocumentPages(
  documents: readonly StoredPost[],
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
  now: number,
): Promise<Map<StoredPost, PageDetails>> {
  return fetchOwnPages(documents, budget, async (entry) => {
    const details = await fetchDetails(entry.item, client, robots, budget);
    return typeof details === 'object'
      ? { ...details, due: rereadDue(entry, now, !details.document) }
      : details;
  });
}

/**
 * Reads pages of documents again, for later corrections. What a page told stays if it tells nothing any more, or cannot
 * be fetched; then the others wait for the next poll.
 *
 * @returns as `fetchDocumentPages`
 */
export async function rereadDocumentPages(
  documents: readonly StoredPost[],
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
  now: number,
): Promise<Map<StoredPost, PageDetails>> {
  const read = new Map<StoredPost, PageDetails>();
  for (const entry of documents) {
    if (budget.isSpent) break;
    const answer = await fetchDetails(entry.item, client, robots, budget, entry.details);
    const details = answer === 'broken' ? undefined : answer;
    const told = details?.document ? details : entry.details;
    const due = details ? rereadDue(entry, now, !told?.document) : now + REREAD_RETRY_MS;
    read.set(entry, { ...told, due });
    if (!answer) break;
  }
  return read;
}
