import type { Feed, Item, School } from '../../core/feed.ts';
import { postKey } from '../../core/post-key.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { type Answer, DataController } from './data-controller.ts';
import { fetchOnce } from './fetch-once.ts';

/** Items kept of an address; `localStorage` is small and shared with the page. */
const MOST = 50;

/** A feed, and where it goes on. */
interface FeedAnswer extends Answer<Feed> {
  next?: string;
  more?: boolean;
}

/** Loads feeds and merges them. */
export class SourceController extends DataController<Feed> {
  /** All sources' items, each post once, newest first. */
  items: readonly Item[] = [];
  schools: Record<string, School> = {};
  /** Whether the items are of more than one school, so that each has to say which it is of. */
  several = false;
  /** How often everything was read anew: what is counted by it holds as long as it stays. */
  generation = 0;
  /** Whether a source has a further page. */
  get hasMore(): boolean {
    return this.answers.some(({ next }) => next);
  }

  declare protected answers: FeedAnswer[];
  readonly #titles = new WeakMap<Item, string>();
  #posts = new Map<string, Item>();
  #owners = new Set<string>();

  protected override read(url: string, signal: AbortSignal): Promise<Feed> {
    return fetchOnce(url, signal, readFeed);
  }

  protected override kept(data: unknown): Feed | undefined {
    const feed = data as Feed | undefined;
    return Array.isArray(feed?.items) ? { ...feed!, items: feed!.items.slice(0, MOST) } : undefined;
  }

  protected override renew({ url, data, at }: Answer<Feed>, known?: FeedAnswer): FeedAnswer {
    const feed = data!;
    if (!known?.more) return { url, data, at, next: feed.next_url };
    // What "more" had brought stays, behind what is new.
    const last = feed.items.at(-1)?.date_published ?? '';
    const older = known.data!.items.filter(({ date_published = '' }) => date_published < last);
    return { ...known, data: { ...feed, items: [...feed.items, ...older] }, at };
  }

  protected override merge(): boolean {
    this.generation++;
    this.#posts = new Map();
    this.#owners = new Set();
    for (const { url, data } of this.answers) if (data) this.#add(data, url);
    this.#sort();
    return this.items.length > 0;
  }

  /** Reads the next page of every source that has one. */
  async loadMore(): Promise<void> {
    const { abort } = this;
    await Promise.all(
      this.answers.map(async (answer) => {
        if (!answer.next || !abort) return;
        const url = answer.next;
        answer.next = undefined;
        try {
          const feed = await this.read(url, abort.signal);
          answer.next = feed.next_url;
          answer.more = true;
          answer.data = { ...answer.data!, items: [...answer.data!.items, ...feed.items] };
          if (!abort.signal.aborted) this.#add(feed, answer.url);
        } catch (error) {
          // The button comes back, to be tried again.
          answer.next = url;
          this.report(error, url);
        }
      }),
    );
    if (abort?.signal.aborted) return;
    this.#sort();
    this.host.requestUpdate();
  }

  /** Name of the item's school; of a feed that knows no schools, the feed's title. */
  nameOf(item: Item): string | undefined {
    return this.schools[item._tct?.school ?? '']?.name ?? this.#titles.get(item);
  }

  /** Adds what is not there yet: a post that several sources have is one. */
  #add(feed: Feed, url: string): void {
    Object.assign(this.schools, feed._tct?.schools);
    for (const item of feed.items) {
      const owner = item._tct?.school ?? feed.home_page_url ?? url;
      this.#owners.add(owner);
      const key = postKey(item, owner);
      if (this.#posts.has(key)) continue;
      this.#posts.set(key, item);
      this.#titles.set(item, feed.title);
    }
  }

  #sort(): void {
    this.several = this.#owners.size > 1;
    const date = ({ date_published = '' }: Item) => date_published;
    this.items = [...this.#posts.values()].sort((a, b) =>
      date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0,
    );
  }
}
