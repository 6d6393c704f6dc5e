/** What there is to see of a site or a hub before anybody subscribes. */

import { type Cms, type Proposal, proposeSources } from '../../core/discover/from-html.ts';
import type { Item } from '../../core/model/feed.ts';
import type { PollProblem, Unreached } from '../../core/poll/next.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { NotAFeedError } from '../../core/read/not-a-feed.ts';
import { httpUrl } from '../../core/url.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../../widgets/data/request-options.ts';
import { type FetchedResponse, fetchFeed } from '../net/fetch-feed.ts';
import { hostQueue } from '../net/host-queue.ts';
import { readResponse } from '../net/read-response.ts';
import { parseHub } from '../schools/parse-hub.ts';
import type { Hub } from '../store/schema.ts';
import { isGranted } from './permission.ts';

/** Addresses tried at most: a site is not combed through. */
const MAX_CANDIDATES = 12;
/** Posts shown of a source. */
const SAMPLE_POSTS = 3;

const FEEDS = { Accept: '*/*' };
const PAGES = { Accept: 'text/html,*/*;q=0.5' };

/**
 * Why there is nothing to show. `said` is the reader's own words; `denied` wants the permission for the host;
 * `elsewhere` sends to a host that nobody has been asked about.
 */
export interface Refusal {
  problem: PollProblem['kind'] | Unreached | 'denied' | 'elsewhere' | 'not-a-hub';
  status?: number;
  said?: { vi: string; en: string };
}

export interface Sample {
  /** The address that answered. */
  url: string;
  title: string;
  posts: number;
  /** The newest few, as read. */
  sample: Item[];
}

export interface Found {
  cms?: Cms;
  /** What the page calls itself. */
  title?: string;
  /** Those that can be read, best first. */
  sources: (Omit<Proposal, 'title'> & Sample & { called?: string })[];
}

/** A hub, and its newest posts to judge it by. */
export interface HubLook {
  hub: Hub;
  sample: Item[];
}

/** Whether an address sends to another: where that may not be read, browsers do not say so, the request just fails. */
export function sendsElsewhere(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const asked = hostQueue.run(url, () => fetch(url, { ...REQUEST_OPTIONS, redirect: 'manual', signal }));
  return asked.then(
    ({ type }) => type === 'opaqueredirect',
    () => false,
  );
}

async function request(url: string, headers: Record<string, string>): Promise<FetchedResponse | Refusal> {
  const answer = await hostQueue.run(url, () => fetchFeed(url, headers));
  if ('failure' in answer) {
    const elsewhere = answer.failure === 'reset' && (await sendsElsewhere(url));
    return { problem: elsewhere ? 'elsewhere' : answer.failure };
  }
  return answer.status < 300 ? answer : { problem: 'status', status: answer.status };
}

/** One request to a host that has been granted. */
async function open(url: string, headers: Record<string, string>): Promise<FetchedResponse | Refusal> {
  return (await isGranted(url)) ? request(url, headers) : { problem: 'denied' };
}

/** The newest posts of a source, or why there are none. */
async function sampleOf(reply: FetchedResponse): Promise<Sample | Refusal> {
  try {
    const { title, items } = await readResponse(reply);
    return { url: reply.url, title, posts: items.length, sample: items.slice(0, SAMPLE_POSTS) };
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error;
    return { problem: 'not-a-feed', said: feedErrorMessage(error.code, error.detail) };
  }
}

/** What a page calls itself: of a title in parts the school, else the longest. */
function pageTitle(html: string): string | undefined {
  const { title } = new DOMParser().parseFromString(html, 'text/html');
  const parts = title.normalize('NFC').split(/\s+[-–—|>»·]\s+/);
  return parts.find((part) => /trường/i.test(part)) ?? parts.sort((a, b) => b.length - a.length)[0];
}

/** Feeds of one title, as the categories of a site often are, with what the page calls each. */
function toldApart(sources: Found['sources']): Found['sources'] {
  return sources.map((source) => {
    const { called, title } = source;
    if (!called || sources.filter((other) => other.title === title).length < 2) return source;
    return { ...source, title: called.startsWith(title) ? called : `${title} (${called})` };
  });
}

/**
 * The news and documents of a site that can be read, found from one of its pages and each read once; the page may be
 * a feed itself. Its host must have been granted.
 */
export async function find(home: string): Promise<Found | Refusal> {
  const answer = await open(home, PAGES);
  if ('problem' in answer) return answer;
  const contentType = answer.headers.get('content-type') ?? undefined;
  const itself = await sampleOf(answer);
  if (!('problem' in itself)) return { sources: [{ ...itself, kind: 'news', declared: true }] };
  const { cms, proposals } = proposeSources(answer.body, {
    url: answer.url,
    ...(contentType && { contentType }),
  });
  const wanted = proposals.filter(({ kind }) => kind !== 'gallery').slice(0, MAX_CANDIDATES);
  const tried = await Promise.all(
    wanted.map(async (proposal) => {
      const reply = await open(proposal.url, FEEDS);
      const { title: called, ...rest } = proposal;
      return { ...rest, ...(called && { called }), ...('problem' in reply ? reply : await sampleOf(reply)) };
    }),
  );
  const sources = tried.filter(
    (one): one is Found['sources'][number] => !('problem' in one) && one.posts > 0,
  );
  const title = pageTitle(decodeBytes(answer.body, contentType));
  return { ...(cms && { cms }), ...(title && { title }), sources: toldApart(sources) };
}

/** A hub's list of schools and newest posts. Needs no permission: hubs let everybody read. */
export async function readHub(url: string): Promise<HubLook | Refusal> {
  const address = httpUrl('cluster.json', url.replace(/\/*$/, '/').replace(/cluster\.json\/$/, ''));
  const answer = await request(address!, { Accept: 'application/json,*/*;q=0.5' });
  if ('problem' in answer) return answer;
  const hub = parseHub(answer.body, answer.url);
  if (!hub) return { problem: 'not-a-hub' };
  const news = await request(`${hub.url}news.json`, FEEDS);
  const read = 'problem' in news ? news : await sampleOf(news);
  return { hub, sample: 'problem' in read ? [] : read.sample };
}

/**
 * What the first of several addresses with something to show comes to; else why the first of them has none, or that one
 * sends to another host.
 *
 * @param addresses at least one
 */
export async function firstOf<Seen extends object, Stage>(
  addresses: readonly string[],
  look: (address: string) => Promise<Seen | Refusal>,
  found: (seen: Seen, address: string) => Stage,
): Promise<Stage | { at: 'refused'; refusal: Refusal }> {
  let refusal: Refusal | undefined;
  for (const address of addresses) {
    const reply = await look(address);
    if (!('problem' in reply)) return found(reply, address);
    if (!refusal || reply.problem === 'elsewhere') refusal = reply;
  }
  return { at: 'refused', refusal: refusal! };
}
