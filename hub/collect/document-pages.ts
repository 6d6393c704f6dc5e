import type { DocumentFacts, Item } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { fetchOwnPage, fetchOwnPages, postsToFetch } from './own-pages.ts';
import { readSource } from './read-source.ts';
import type { TimeBudget } from './time-budget.ts';

/** Whether to fetch a document's page: its list gives no file, and the page is on the source's own site. */
function needsDetails({ item, source, details }: StoredPost): boolean {
  const { url, attachments, _tct } = item;
  if (!url || attachments?.length || !_tct?.document?.number || (details && !details.old)) return false;
  return url !== source && serverOf(url) === serverOf(source);
}

const hasSameNumber = (a: DocumentFacts, b: DocumentFacts) =>
  a.number?.toLowerCase() === b.number?.toLowerCase();

/**
 * Fetches one document's page.
 *
 * @returns empty details if the page has none, so that it is not fetched again; undefined if it could not be fetched
 *   this time
 */
async function fetchDetails(
  item: Item,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<PageDetails | undefined> {
  const url = item.url!;
  const response = await fetchOwnPage(url, client, robots, budget);
  if (typeof response === 'string') return response === 'none' ? {} : undefined;
  try {
    const page = { url, kind: 'page', pages: 1 } as const;
    const { items } = await readSource(page, 'documents', response, client, robots, budget);
    const [{ attachments, _tct } = {}] = items;
    // The page is a list of documents, or about another document.
    if (items.length > 1 || !_tct?.document || !hasSameNumber(_tct.document, item._tct!.document!)) return {};
    return { document: _tct.document, ...(attachments && { attachments }) };
  } catch (error) {
    if (error instanceof UnreadableError) return {};
    throw error;
  }
}

/**
 * The documents of a list whose pages are to be fetched, because the list has no files, the newest first. NukeViet's feed
 * of laws, for example, has title, number and date; the pages add the files, the signer and the subject.
 */
export function documentsToFetch(list: PostList, source: string): StoredPost[] {
  return postsToFetch(list, source, needsDetails);
}

/**
 * Fetches the pages of documents, each once; see `fetchOwnPages`.
 *
 * @returns what the pages that were read contain
 */
export function fetchDocumentPages(
  documents: readonly StoredPost[],
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<Map<StoredPost, PageDetails>> {
  return fetchOwnPages(documents, budget, ({ item }) => fetchDetails(item, client, robots, budget));
}
