import type { Attachment, DocumentFacts, Item } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { byDate, isShown, type PostList, postDate, type StoredPost } from '../memory/merge.ts';
import { readSource, UnreadableError } from './read-source.ts';

/** Pages looked at in one poll of a source, the newest documents first: the rest comes with the next polls. */
const MAX_PAGES_PER_POLL = 20;

/** What a document's own page states; empty if that is nothing. */
export interface Details {
  document?: DocumentFacts;
  attachments?: Attachment[];
  /** The document was edited in its list since. */
  old?: true;
}

/** Whether a document is to be looked up: its list gives no file of it, but a page on the same site. */
function tellsLittle({ item, source, details }: StoredPost): boolean {
  const { url, attachments, _tct } = item;
  if (!url || attachments?.length || !_tct?.document?.number || (details && !details.old)) return false;
  return url !== source && serverOf(url) === serverOf(source);
}

const sameNumber = (a: DocumentFacts, b: DocumentFacts) =>
  a.number?.toLowerCase() === b.number?.toLowerCase();

/** @returns nothing where the page cannot be had just now */
async function lookUp(item: Item, network: HttpClient, robots: Robots): Promise<Details | undefined> {
  const url = item.url!;
  const refusal = await robots.refusal(url);
  if (refusal) return refusal.forbidden ? {} : undefined;
  const answer = await network.fetch(url, { Accept: 'text/html,*/*;q=0.5' });
  if ('failure' in answer) return /redirect|too-large/.test(answer.failure) ? {} : undefined;
  if (answer.status === 429 || answer.status >= 500) return undefined;
  if (answer.status !== 200) return {};
  try {
    const page = { url, kind: 'page', pages: 1 } as const;
    const { items } = await readSource(page, 'documents', answer, network, robots);
    const [{ attachments, _tct } = {}] = items;
    // A list of others, or the page of another, says nothing of this one.
    if (items.length > 1 || !_tct?.document || !sameNumber(_tct.document, item._tct!.document!)) return {};
    return { document: _tct.document, ...(attachments && { attachments }) };
  } catch (error) {
    if (error instanceof UnreadableError) return {};
    throw error;
  }
}

/**
 * Looks up documents of a source whose list tells little of them, each once: the feed of NukeViet's laws has title,
 * number and day, their pages have the files, who signed and what they are about. A site that does not answer is left
 * alone until the next poll.
 *
 * @returns how many are known better now, and whether some are left
 */
export async function fetchDocumentPages(
  shelf: PostList,
  source: string,
  network: HttpClient,
  robots: Robots,
): Promise<{ read: number; left: boolean }> {
  const wanted = shelf.entries
    .filter((entry) => entry.source === source && entry.place >= 0 && isShown(entry) && tellsLittle(entry))
    .map((entry) => ({ entry, date: postDate(entry), place: entry.place }))
    .sort(byDate);
  let read = 0;
  for (const { entry } of wanted.slice(0, MAX_PAGES_PER_POLL)) {
    const details = await lookUp(entry.item, network, robots);
    if (!details) return { read, left: true };
    if (details.document || entry.details?.document) read++;
    entry.details = details;
  }
  return { read, left: wanted.length > MAX_PAGES_PER_POLL };
}

/** A post as it is to be published: what its own page states stands above what its list says. */
export function withDetails({ item, details }: StoredPost): Item {
  if (!details?.document) return item;
  const attachments = item.attachments ?? details.attachments;
  return {
    ...item,
    ...(attachments && { attachments }),
    _tct: { ...item._tct, document: { ...item._tct?.document, ...details.document } },
  };
}
