import type { ListKind } from '../config/cluster.ts';
import type { Feed, ReadContext } from '../model/feed.ts';
import { type FetchedResponse, readContext } from '../poll/poll-source.ts';
import { decodeBytes } from '../read/charset.ts';
import { htmlToLine } from '../read/html/to-text.ts';
import { type ProposedSources, proposeSources, type SourceProposal } from './from-html.ts';

/** Proposals tried per kind by default, to limit the load on the site. */
export const MAX_CANDIDATES_PER_KIND = 6;

/** How the platform fetches and reads pages of a site. `Refusal` is its description of a failure. */
export interface ProbePorts<Refusal> {
  /** Resolves to a response with a status below 300, or to a refusal. */
  open: (url: string, headers: Record<string, string>) => Promise<FetchedResponse | { refusal: Refusal }>;
  read: (response: FetchedResponse) => Promise<{ feed: Feed } | { refusal: Refusal }>;
  /** Runs `inspectPage` elsewhere; by default it is called directly. */
  inspect?: (page: FetchedResponse) => Promise<PageInspection | { refusal: Refusal }>;
}

/** What a page tells about its site. The proposals are to be tried with `tryProposals`. */
export interface PageInspection extends ProposedSources {
  /** From the page's title, the part that names a school, else the longest part. */
  title?: string;
}

/** The result of probing a site. */
export interface SiteProbe extends PageInspection {
  page: FetchedResponse;
  /** Set if the address is a feed; `title` is its title. */
  feed?: Feed;
}

/** A proposal that was tried: its feed and the URL that served it after redirects, or the refusal. */
export type TriedProposal<Refusal> = SourceProposal &
  ({ servedFrom: string; feed: Feed } | { refusal: Refusal });

function siteTitle(html: string): string | undefined {
  const head = html.replace(/<!--[\s\S]*?-->/g, '');
  const title = htmlToLine(/<title[^>]*>([\s\S]{0,1000}?)<\/title/i.exec(head)?.[1] ?? '', 300);
  const parts = title?.split(/\s+[-–—|>»·]\s+/) ?? [];
  return parts.find((part) => /trường/i.test(part)) ?? parts.sort((a, b) => b.length - a.length)[0];
}

/**
 * Finds in a page what it tells about its site.
 *
 * @param body the bytes of the page, or its text if it is decoded already
 */
export function inspectPage(body: Uint8Array | string, { url, contentType }: ReadContext): PageInspection {
  const html = typeof body === 'string' ? body : decodeBytes(body, contentType);
  const title = siteTitle(html);
  return { ...proposeSources(html, { url }), ...(title && { title }) };
}

/**
 * Fetches one page of a site and proposes sources from it. If the address is a feed, reads the feed instead.
 *
 * @param address a homepage, a list page or a feed
 */
export async function probeSite<Refusal>(
  address: string,
  { open, read, inspect }: ProbePorts<Refusal>,
): Promise<SiteProbe | { refusal: Refusal }> {
  const page = await open(address, { Accept: 'text/html,*/*;q=0.5' });
  if ('refusal' in page) return page;
  const result = await read(page);
  if ('feed' in result) return { page, proposals: [], feed: result.feed, title: result.feed.title };
  const found = inspect ? await inspect(page) : inspectPage(page.body, readContext(page));
  return 'refusal' in found ? found : { page, ...found };
}

/**
 * Tries the best proposals of one kind, one after the other.
 *
 * @param options.max how many to try at most
 * @param options.onTried called after each, to show progress
 */
export async function tryProposals<Refusal>(
  proposals: readonly SourceProposal[],
  kind: ListKind,
  { open, read }: ProbePorts<Refusal>,
  {
    max = MAX_CANDIDATES_PER_KIND,
    onTried,
  }: { max?: number; onTried?: (tried: TriedProposal<Refusal>) => void } = {},
): Promise<TriedProposal<Refusal>[]> {
  const tried: TriedProposal<Refusal>[] = [];
  for (const proposal of proposals.filter((each) => each.kind === kind).slice(0, max)) {
    const response = await open(proposal.url, { Accept: '*/*' });
    const result = 'refusal' in response ? response : { servedFrom: response.url, ...(await read(response)) };
    const one = { ...proposal, ...result };
    tried.push(one);
    onTried?.(one);
  }
  return tried;
}
