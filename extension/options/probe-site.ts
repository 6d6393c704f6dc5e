/** Previews what a site or a hub offers, before the user subscribes. */
import type { Cms } from '../../core/discover/cms.ts';
import { inspectPage, type ProbePorts, probeSite, tryProposals } from '../../core/discover/probe.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import type { PollProblem, Unreached } from '../../core/poll/next.ts';
import { type FetchedResponse, readContext } from '../../core/poll/poll-source.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { NotAFeedError } from '../../core/read/not-a-feed.ts';
import { httpUrl } from '../../core/url.ts';
import { challengeIn } from '../net/challenge-in.ts';
import { fetchFeed } from '../net/fetch-feed.ts';
import { hostQueue } from '../net/host-queue.ts';
import { readResponse } from '../net/read-response.ts';
import { redirectsElsewhere } from '../net/redirects-elsewhere.ts';
import { parseHub } from '../schools/parse-hub.ts';
import type { Hub, PostKind } from '../store/schema.ts';
import { isGranted } from './permission.ts';

/** Posts shown in the preview of a source. */
const SAMPLE_POSTS = 3;

/** The user chooses among them, so more than a hub tries for itself. */
const MAX_CANDIDATES_PER_KIND = 12;

const ANY = { Accept: '*/*' };

/**
 * Why there is nothing to show. `denied`: the permission for the host is missing; `elsewhere`: the address redirects to
 * a host for which no permission was requested.
 */
export interface ProbeRefusal {
  problem: PollProblem['kind'] | Unreached | 'denied' | 'elsewhere' | 'not-a-hub';
  status?: number;
  /** A more precise reason, from the reader. */
  reason?: { vi: string; en: string };
}

/** A source that can be read. */
export interface SampledSource {
  url: string;
  kind: PostKind;
  title: string;
  /** Whether the page names it; if not, it was found at its CMS's usual address. */
  declared: boolean;
  posts: number;
  /** The first few posts, as read. */
  sample: Item[];
}

export interface SiteSources {
  cms?: Cms;
  /** The page's own title. */
  title?: string;
  /** Best first. */
  sources: SampledSource[];
}

/** A hub with its newest posts. */
export interface HubPreview {
  hub: Hub;
  sample: Item[];
}

type Opened = FetchedResponse | { refusal: ProbeRefusal };

async function openAny(url: string, headers: Record<string, string>): Promise<Opened> {
  const result = await hostQueue.run(url, () => fetchFeed(url, headers));
  if ('failure' in result) {
    const elsewhere = result.failure === 'reset' && (await redirectsElsewhere(url));
    return { refusal: { problem: elsewhere ? 'elsewhere' : result.failure } };
  }
  if (result.status < 300) return result;
  const reason = challengeReason(result);
  return { refusal: { problem: 'status', status: result.status, ...(reason && { reason }) } };
}

/** A message if there is a test of the browser or a login in place of what was asked for. */
function challengeReason(response: FetchedResponse): ProbeRefusal['reason'] {
  const challenge = challengeIn(response);
  return challenge && feedErrorMessage(challenge.code, challenge.detail);
}

async function readFeedOrRefuse(
  response: FetchedResponse,
): Promise<{ feed: Feed } | { refusal: ProbeRefusal }> {
  try {
    return { feed: readResponse(response) };
  } catch (error) {
    if (!(error instanceof NotAFeedError)) return { refusal: { problem: 'not-a-feed' } };
    const reason = feedErrorMessage(error.code, error.detail);
    return { refusal: { problem: 'not-a-feed', ...(reason && { reason }) } };
  }
}

/** Opens only hosts whose permission is granted. */
const grantedHosts: ProbePorts<ProbeRefusal> = {
  read: readFeedOrRefuse,
  async inspect(page) {
    const reason = challengeReason(page);
    return reason
      ? { refusal: { problem: 'not-a-feed', reason } }
      : inspectPage(page.body, readContext(page));
  },
  open: async (url, headers) =>
    (await isGranted(url)) ? openAny(url, headers) : { refusal: { problem: 'denied' } },
};

interface ReadProposal {
  servedFrom: string;
  /** Its title on the page. */
  title?: string;
  kind: PostKind;
  declared: boolean;
  feed: Feed;
}

/** Feeds that share a title, as the categories of a site often do, get their title on the page as well. */
function toSources(read: readonly ReadProposal[]): SampledSource[] {
  return read.map(({ servedFrom, title: label, kind, declared, feed: { title, items } }) => {
    const isShared = read.filter(({ feed }) => feed.title === title).length > 1;
    const distinct = label?.startsWith(title) ? label : `${title} (${label})`;
    return {
      url: servedFrom,
      kind,
      declared,
      title: label && isShared ? distinct : title,
      posts: items.length,
      sample: items.slice(0, SAMPLE_POSTS),
    };
  });
}

/**
 * Finds the news and documents of a site from one of its pages and reads each source once. The address may also be
 * that of a feed. Permission for its host must have been granted.
 */
export async function findSources(address: string): Promise<SiteSources | ProbeRefusal> {
  const site = await probeSite(address, grantedHosts);
  if ('refusal' in site) return site.refusal;
  const { cms, title, page, feed, proposals } = site;
  if (feed) return { sources: toSources([{ servedFrom: page.url, kind: 'news', declared: true, feed }]) };
  const found: ReadProposal[] = [];
  for (const kind of ['news', 'documents'] as const)
    for (const tried of await tryProposals(proposals, kind, grantedHosts, { max: MAX_CANDIDATES_PER_KIND }))
      if ('feed' in tried && tried.feed.items.length) found.push({ ...tried, kind });
  return { ...(cms && { cms }), ...(title && { title }), sources: toSources(found) };
}

/** A hub's list of schools and newest posts. Needs no permission: hubs allow cross-origin requests. */
export async function previewHub(url: string): Promise<HubPreview | ProbeRefusal> {
  const file = httpUrl('cluster.json', url.replace(/\/*$/, '/').replace(/cluster\.json\/$/, ''));
  if (!file) return { problem: 'not-a-hub' };
  const response = await openAny(file, { Accept: 'application/json,*/*;q=0.5' });
  if ('refusal' in response) return response.refusal;
  const hub = parseHub(response.body, response.url);
  if (!hub) return { problem: 'not-a-hub' };
  const news = await openAny(`${hub.url}news.json`, ANY);
  const result = 'refusal' in news ? news : await readFeedOrRefuse(news);
  return { hub, sample: 'feed' in result ? result.feed.items.slice(0, SAMPLE_POSTS) : [] };
}

/**
 * Tries addresses in turn until one can be read. If none can, returns the refusal of the first, or that of one that
 * redirects to another host, which the user can act on.
 *
 * @param addresses at least one
 */
export async function firstReadable<Found extends object>(
  addresses: readonly string[],
  probe: (address: string) => Promise<Found | ProbeRefusal>,
): Promise<{ address: string; found: Found } | { refusal: ProbeRefusal }> {
  let refusal: ProbeRefusal = { problem: 'not-a-feed' };
  for (const [index, address] of addresses.entries()) {
    // A page that cannot be read at all, such as one of 150,000 posts, must not leave the form waiting.
    const found = await probe(address).catch((): ProbeRefusal => ({ problem: 'not-a-feed' }));
    if (!('problem' in found)) return { address, found };
    if (index === 0 || found.problem === 'elsewhere') refusal = found;
  }
  return { refusal };
}
