import { postKey, stripScheme } from '../../core/identity/post-key.ts';
import type { Feed, Item, School } from '../../core/model/feed.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { DataController, type SourceAnswer } from './data-controller.ts';
import { fetchOnce } from './fetch-once.ts';

/** Items kept of an address; `localStorage` is small and shared with the page. */
const MAX_CACHED_ITEMS = 50;

/** A feed, and where it goes on. */
interface FeedAnswer extends SourceAnswer<Feed> {
  next?: string;
  more?: boolean;
}

const publishedDate = ({ date_published = '' }: Item): string => date_published;
/** A homepage, however it is written. */
const homeKey = (url = ''): string => stripScheme(url).replace(/\/$/, '');

/** Loads feeds and merges them. */
export class FeedController extends DataController<Feed> {
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
  readonly #names = new WeakMap<Item, string>();
  #posts = new Map<string, Item>();
  #owners = new Set<string>();

  protected override read(url: string, signal: AbortSignal): Promise<Feed> {
    return fetchOnce(url, signal, readFeed);
  }

  protected override toCache(data: unknown): Feed | undefined {
    const feed = data as Feed | undefined;
    return Array.isArray(feed?.items)
      ? { ...feed!, items: feed!.items.slice(0, MAX_CACHED_ITEMS) }
      : undefined;
  }

  protected override mergeAnswer({ url, data, at }: SourceAnswer<Feed>, known?: FeedAnswer): FeedAnswer {
    const feed = data!;
    if (!known?.more) return { url, data, at, next: feed.next_url };
    // What "more" had brought stays, behind what is new.
    const last = feed.items.at(-1)?.date_published ?? '';
    const older = known.data!.items.filter((item) => publishedDate(item) < last);
    return { ...known, data: { ...feed, items: [...feed.items, ...older] }, at, failed: false };
  }

  protected override merge(): boolean {
    this.generation++;
    this.#posts = new Map();
    this.#owners = new Set();
    this.schools = Object.assign({}, ...this.answers.map(({ data }) => data?._tct?.schools));
    for (const { url, data } of this.answers) if (data) this.#add(data, url);
    this.#sort();
    return this.items.length > 0;
  }

  /**
   * Reads the next page of every source that has one; of those that failed, when the others have come to
   * their end.
   *
   * @returns whether any came
   */
  async loadMore(): Promise<boolean> {
    const signal = this.abort?.signal;
    if (!signal) return false;
    const going = this.answers.filter(({ next }) => next);
    const fine = going.filter(({ failed }) => !failed);
    const came = await Promise.all(
      (fine.length ? fine : going).map(async (answer) => {
        const url = answer.next!;
        answer.next = undefined;
        try {
          const feed = await this.trackRequest(url, signal);
          const data = answer.data!;
          Object.assign(answer, { next: feed.next_url, more: true, failed: false });
          answer.data = { ...data, items: [...data.items, ...feed.items] };
          if (!signal.aborted) this.#add(feed, answer.url);
          return true;
        } catch (error) {
          // The button comes back, to be tried again.
          Object.assign(answer, { next: url, failed: true });
          this.report(error, url);
          return false;
        }
      }),
    );
    if (signal.aborted) return false;
    this.#sort();
    this.host.requestUpdate();
    return came.includes(true);
  }

  /** Name of the item's school; of a feed that knows no schools, the feed's title. */
  nameOf(item: Item): string | undefined {
    return this.schools[item._tct?.school ?? '']?.name ?? this.#names.get(item);
  }

  /** Adds what is not there yet: a post that several sources have, a hub and the school itself, is one. */
  #add(feed: Feed, url: string): void {
    const schools = Object.assign(this.schools, feed._tct?.schools);
    const home = feed.home_page_url;
    const known = home && Object.keys(schools).find((id) => homeKey(schools[id]!.home) === homeKey(home));
    for (const item of feed.items) {
      const owner = item._tct?.school ?? (known || home || url);
      this.#owners.add(owner);
      const key = postKey(item, owner);
      if (this.#posts.has(key)) continue;
      this.#posts.set(key, item);
      this.#names.set(item, schools[owner]?.name ?? feed.title);
    }
  }

  #sort(): void {
    this.several = this.#owners.size > 1;
    const sorted = [...this.#posts.values()].sort(
      (a, b) => Number(publishedDate(a) < publishedDate(b)) - Number(publishedDate(a) > publishedDate(b)),
    );
    // Where a source goes on, its older posts are not here yet: those of the others wait for them.
    const ends = this.answers.flatMap(({ next, failed, data }) =>
      next && !failed && data?.items.length ? publishedDate(data.items.at(-1)!) : [],
    );
    const since = this.answers.length > 1 ? (ends.sort().at(-1) ?? '') : '';
    this.items = sorted.filter((item) => publishedDate(item) >= since);
  }
}
