import type { DocumentFacts, Item } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { isShown, newestFirst, sortKey } from '../memory/posts.ts';
import type { DocumentDetails, PostList, StoredPost } from '../memory/types.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { readSource } from './read-source.ts';
import type { TimeBudget } from './time-budget.ts';

/** Pages fetched in one poll of a source. The others are fetched in the next polls. */
const MAX_PAGES_PER_POLL = 20;

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
): Promise<DocumentDetails | undefined> {
  const url = item.url!;
  const refusal = await budget.charge(robots.refusal(url));
  if (refusal) return refusal.forbidden ? {} : undefined;
  const response = await budget.charge(client.fetch(url, { Accept: 'text/html,*/*;q=0.5' }));
  if ('failure' in response)
    return /redirect|too-large|protocol|internal/.test(response.failure) ? {} : undefined;
  if (response.status === 429 || response.status >= 500) return undefined;
  if (response.status !== 200) return {};
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
  return list.entries
    .filter((entry) => entry.source === source && entry.place >= 0 && isShown(entry) && needsDetails(entry))
    .map((entry) => ({ entry, ...sortKey(entry) }))
    .sort(newestFirst)
    .map(({ entry }) => entry);
}

/**
 * Fetches the pages of documents, each once. If a page cannot be fetched, or the time is spent, the others wait for the
 * next poll.
 *
 * @returns what the pages that were read contain
 */
export async function fetchDocumentPages(
  documents: readonly StoredPost[],
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<Map<StoredPost, DocumentDetails>> {
  const read = new Map<StoredPost, DocumentDetails>();
  for (const entry of documents.slice(0, MAX_PAGES_PER_POLL)) {
    const details = budget.isSpent ? undefined : await fetchDetails(entry.item, client, robots, budget);
    if (!details) break;
    read.set(entry, details);
  }
  return read;
}
