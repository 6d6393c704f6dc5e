import { postKey, stripScheme } from '../../core/identity/post-key.ts';
import type { Feed, Item, ReadContext, School } from '../../core/model/feed.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { isFarAhead } from '../../core/time/mistyped.ts';
import { pageSettings } from '../globals.ts';
import { DataController } from './data-controller.ts';
import type { FeedAnswer } from './older-pages.ts';

/** Items cached per URL: `localStorage` is small and shared with the page. */
const MAX_CACHED_ITEMS = 50;

const publishedDate = ({ date_published = '' }: Item): string => date_published;
/** A homepage URL without scheme and trailing slash, for comparison. */
const homeKey = (url = ''): string => stripScheme(url).replace(/\/$/, '');

/** The host of a URL without `www.`; its operator owns it under `http:` and `https:`. */
const siteOf = (url = ''): string | undefined => stripScheme(url).split(/[/?#]/)[0];

/**
 * Reads a feed. Its next page is left out unless it is where the feed or the page's hub is: requests go to no host that
 * a feed has chosen.
 */
async function readList(body: Uint8Array | string, source: ReadContext): Promise<Feed> {
  const feed = await readFeed(body, source);
  if (![source.url, pageSettings().base].some((url) => siteOf(url) === siteOf(feed.next_url)))
    delete feed.next_url;
  return feed;
}

/** Loads feeds and merges their items. */
export class FeedController extends DataController<Feed> {
  /** The items of all sources without duplicates, newest first. */
  items: readonly Item[] = [];
  schools: Record<string, School> = {};
  /** Whether the items come from more than one school, so that each shows its school. */
  hasSeveralSchools = false;
  /** Incremented on every full reload; invalidates derived caches. */
  generation = 0;

  /** Whether any source has a next page. */
  get hasMore(): boolean {
    return this.answers.some(({ next }) => next);
  }

  /** Items that are not new whatever their date says. */
  readonly mistyped = new WeakSet<Item>();

  declare protected answers: FeedAnswer[];
  readonly #names = new WeakMap<Item, string>();
  /** Dates by which the items are sorted. */
  readonly #dates = new WeakMap<Item, string>();
  #posts = new Map<string, Item>();
  #owners = new Set<string>();
  protected override readonly parse = readList;

  /** Shows a feed that a script supplies; one that is not exactly the model is read like a response. */
  async showFeed(feed: Feed): Promise<void> {
    return this.show(isHubFeed(feed) ? feed : await readFeed(JSON.stringify(feed), { url: document.URL }));
  }

  protected override toCache(feed: Feed): Feed {
    return { ...feed, items: feed.items.slice(0, MAX_CACHED_ITEMS) };
  }

  protected override mergeAnswer(answer: FeedAnswer, previous?: FeedAnswer): FeedAnswer {
    return previous?.withOlderPages?.(answer) ?? { ...answer, next: answer.data!.next_url };
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
   * Loads the next page of every source that has one. Sources whose next page failed are tried again once the others
   * have no more.
   *
   * @returns whether any page was loaded
   */
  async loadMore(): Promise<boolean> {
    const signal = this.abort?.signal;
    if (!signal) return false;
    const read = (url: string) => this.trackRequest(url, signal);
    const add = (feed: Feed, url: string) => signal.aborted || this.#add(feed, url);
    const report = (error: unknown, url: string) => this.report(error, url);
    // Loaded lazily: most readers never ask for more.
    const loaded = await import('./older-pages.ts').then(
      (code) => code.loadOlderPages(this.answers, read, add, report),
      (error) => report(error, ''),
    );
    if (signal.aborted) return false;
    this.#sort();
    this.host.requestUpdate();
    return !!loaded;
  }

  /** The name of the item's school; for feeds that list no schools, the feed's title. */
  schoolNameOf(item: Item): string | undefined {
    return this.schools[item._tct?.school ?? '']?.name ?? this.#names.get(item);
  }

  /** Adds new posts. A post in several sources, such as the hub and the school's own feed, is added once. */
  #add(feed: Feed, url: string): void {
    const schools = Object.assign(this.schools, feed._tct?.schools);
    const home = feed.home_page_url;
    const homeSchool =
      home && Object.keys(schools).find((id) => homeKey(schools[id]!.home) === homeKey(home));
    const isOfHub = feed._tct?.schools;
    const now = Date.now();
    const ahead = feed.items.filter((item) => isFarAhead(publishedDate(item), now));
    // It is the viewer's clock that is slow.
    if (ahead.length > 2) ahead.length = 0;
    // Posts with a mistyped date stay after the post before them. In other feeds than a hub's, which is in order, the
    // first ones come after the posts of the next one's day.
    let date = isOfHub
      ? ''
      : (feed.items.find((item) => !ahead.includes(item))?.date_published?.slice(0, 10) ?? '');
    for (const item of feed.items) {
      const own = publishedDate(item);
      if (isOfHub ? !date || (own && own < date) : !ahead.includes(item)) date = own;
      // Older pages were added before; what is in order is each page.
      date = this.#dates.get(item) ?? date;
      this.#dates.set(item, date);
      if (own !== date || ahead.includes(item)) this.mistyped.add(item);
      const owner = item._tct?.school ?? (homeSchool || home || url);
      this.#owners.add(owner);
      const key = postKey(item, owner);
      if (this.#posts.has(key)) continue;
      this.#posts.set(key, item);
      this.#names.set(item, schools[owner]?.name ?? feed.title);
    }
  }

  #sort(): void {
    this.hasSeveralSchools = this.#owners.size > 1;
    const dateOf = (item: Item) => this.#dates.get(item)!;
    const sorted = [...this.#posts.values()].sort(
      (a, b) => Number(dateOf(a) < dateOf(b)) - Number(dateOf(a) > dateOf(b)),
    );
    // Hides posts older than the last loaded post of a source that has more: posts of that source may belong in between.
    const horizons = this.answers.flatMap(({ next, failed, data }) =>
      next && !failed && data?.items.length ? dateOf(data.items.at(-1)!) : [],
    );
    const since = this.answers.length > 1 ? (horizons.sort().at(-1) ?? '') : '';
    this.items = sorted.filter((item) => dateOf(item) >= since);
  }
}
