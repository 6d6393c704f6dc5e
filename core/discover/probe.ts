import type { ListKind } from '../config/cluster.ts';
import type { Feed } from '../model/feed.ts';
import { type FetchedResponse, readContext } from '../poll/poll-source.ts';
import { decodeBytes } from '../read/charset.ts';
import { htmlToLine } from '../read/html/to-text.ts';
import { type Cms, proposeSources, type SourceProposal } from './from-html.ts';

/** Proposals tried per kind: a site is not to be combed through. */
export const MAX_CANDIDATES_PER_KIND = 6;

/** How a platform opens addresses of a site. `Refusal` says why that did not work, in the platform's own terms. */
export interface ProbePorts<Refusal> {
  /** Resolves to a response with a status below 300, or to the refusal. */
  open: (url: string, headers: Record<string, string>) => Promise<FetchedResponse | { refusal: Refusal }>;
  read: (response: FetchedResponse) => Promise<{ feed: Feed } | { refusal: Refusal }>;
}

/** What one page of a site tells about the site. */
export interface SiteProbe {
  cms?: Cms;
  /** What the page calls itself: of a title in parts the school, else the longest part. */
  title?: string;
  /** Best first; to be tried with `tryProposals`. */
  proposals: SourceProposal[];
  /** The page itself. */
  page: FetchedResponse;
  /** Set if the address was that of a feed. */
  feed?: Feed;
}

/** A proposal that was tried: its feed and the URL that served it after redirects, or why there is none. */
export type TriedProposal<Refusal> = SourceProposal &
  ({ servedFrom: string; feed: Feed } | { refusal: Refusal });

function siteTitle(html: string): string | undefined {
  const title = htmlToLine(/<title[^>]*>([\s\S]{0,1000}?)<\/title/i.exec(html)?.[1] ?? '', 300);
  const parts = title?.split(/\s+[-–—|>»·]\s+/) ?? [];
  return parts.find((part) => /trường/i.test(part)) ?? parts.sort((a, b) => b.length - a.length)[0];
}

/**
 * Fetches one page of a site and proposes sources from it; if the address is a feed already, reads that.
 *
 * @param address a homepage, a list page or a feed
 */
export async function probeSite<Refusal>(
  address: string,
  { open, read }: ProbePorts<Refusal>,
): Promise<SiteProbe | { refusal: Refusal }> {
  const page = await open(address, { Accept: 'text/html,*/*;q=0.5' });
  if ('refusal' in page) return page;
  const result = await read(page);
  if ('feed' in result) return { page, proposals: [], feed: result.feed };
  const { url, contentType } = readContext(page);
  const html = decodeBytes(page.body, contentType);
  const { cms, proposals } = proposeSources(html, { url });
  const title = siteTitle(html);
  return { page, proposals, ...(cms && { cms }), ...(title && { title }) };
}

/**
 * Tries the best proposals of one kind, one after the other.
 *
 * @param onTried called after each, for progress
 */
export async function tryProposals<Refusal>(
  proposals: readonly SourceProposal[],
  kind: ListKind,
  { open, read }: ProbePorts<Refusal>,
  onTried?: (tried: TriedProposal<Refusal>) => void,
): Promise<TriedProposal<Refusal>[]> {
  const tried: TriedProposal<Refusal>[] = [];
  for (const proposal of proposals.filter((each) => each.kind === kind).slice(0, MAX_CANDIDATES_PER_KIND)) {
    const response = await open(proposal.url, { Accept: '*/*' });
    const result = 'refusal' in response ? response : { servedFrom: response.url, ...(await read(response)) };
    const one = { ...proposal, ...result };
    tried.push(one);
    onTried?.(one);
  }
  return tried;
}
