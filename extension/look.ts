/** What the options page wants to see of a site before anybody subscribes. */
import { safeLink } from '../core/link.ts';
import { discover, type Proposal } from '../core/poll/discover.ts';
import { FeedError } from '../core/read/feed-error.ts';
import { readFeed } from '../core/read/read-feed.ts';
import { ask, type Reply } from './ask.ts';
import { permissionFor } from './configuration.ts';
import { HubError, hubFrom } from './hub-from.ts';
import type { Found, HubLook, Refusal, Sample } from './messages.ts';
import type { Turns } from './turns.ts';

/** Addresses tried at most: a site is not combed through. */
const MOST = 12;
/** Posts shown of a source. */
const SHOWN = 3;

const FEEDS = { Accept: '*/*' };
const PAGES = { Accept: 'text/html,*/*;q=0.5' };

export interface LookWorld {
  turns: Turns;
  granted: (pattern: string) => Promise<boolean>;
}

export class Look {
  constructor(private readonly world: LookWorld) {}

  /** One request to a host that has been granted. */
  private async open(url: string, headers: Record<string, string>): Promise<Reply | Refusal> {
    if (!(await this.world.granted(permissionFor(url)))) return { problem: 'denied' };
    return this.request(url, headers);
  }

  private async request(url: string, headers: Record<string, string>): Promise<Reply | Refusal> {
    const answer = await this.world.turns.take(url, () => ask(url, headers));
    if ('failure' in answer) return { problem: answer.failure };
    return answer.status < 300 ? answer : { problem: 'status', status: answer.status };
  }

  /** A source and its newest posts, or why there are none. */
  private async tryOut(url: string): Promise<Sample | Refusal> {
    const answer = await this.open(url, FEEDS);
    return 'problem' in answer ? answer : this.sample(answer);
  }

  private async sample({ body, url, headers }: Reply): Promise<Sample | Refusal> {
    const contentType = headers.get('content-type') ?? undefined;
    try {
      const { title, items } = await readFeed(body, { url, ...(contentType && { contentType }) });
      return { url, title, posts: items.length, sample: items.slice(0, SHOWN) };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      const { vi, en } = error;
      return { problem: 'not-a-feed', said: { vi, en } };
    }
  }

  /** The news and documents of a site that can be read, found from one of its pages; the page may be a feed itself. */
  async find(home: string): Promise<Found | Refusal> {
    const answer = await this.open(home, PAGES);
    if ('problem' in answer) return answer;
    const contentType = answer.headers.get('content-type') ?? undefined;
    const itself = await this.sample(answer);
    if (!('problem' in itself)) return { sources: [{ ...itself, kind: 'news', declared: true }], unread: 0 };
    const { cms, proposals } = discover(answer.body, {
      url: answer.url,
      ...(contentType && { contentType }),
    });
    const wanted = proposals.filter(({ kind }) => kind !== 'gallery').slice(0, MOST);
    // One after the other: each asks the browser whether it may, and Firefox ends a background that asks it nothing.
    const tried: (Proposal & (Sample | Refusal))[] = [];
    for (const proposal of wanted) tried.push({ ...proposal, ...(await this.tryOut(proposal.url)) });
    const sources = tried.filter(
      (one): one is Found['sources'][number] => !('problem' in one) && one.posts > 0,
    );
    return { ...(cms && { cms }), sources, unread: tried.length - sources.length };
  }

  /** A hub's schools and newest posts. Hubs let everybody read. */
  async hub(url: string): Promise<HubLook | Refusal> {
    const address = safeLink('cluster.json', url.replace(/\/*$/, '/').replace(/cluster\.json\/$/, ''));
    const answer = await this.request(address!, { Accept: 'application/json,*/*;q=0.5' });
    if ('problem' in answer) return answer;
    try {
      const hub = hubFrom(answer.body, answer.url);
      const news = await this.request(`${hub.url}news.json`, FEEDS);
      const read = 'problem' in news ? news : await this.sample(news);
      return { hub, sample: 'problem' in read ? [] : read.sample };
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const { vi, en } = error;
      return { problem: 'not-a-hub', said: { vi, en } };
    }
  }
}
