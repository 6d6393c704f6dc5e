import type { Feed, Item, ReadContext, School } from '../../core/model/feed.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { pageSettings } from '../globals.ts';
import { DataController } from './data-controller.ts';
import { itemsAhead, noteDates } from './item-days.ts';
import type { FeedAnswer } from './older-pages.ts';

/** Items cached per URL: `localStorage` is small and shared with the page. */
const MAX_CACHED_ITEMS = 50;

/** The host of a URL without `www.`; its operator owns it under `http:` and `https:`. */
const siteOf = (url?: string) => url?.split(/\/+(?:www\.)?/)[1];

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

  protected override get hasData(): boolean {
    return this.items.length > 0;
  }

  /** The dates by which the items are sorted. */
  readonly dates = new WeakMap<Item, string>();
  /** Items that are not new whatever their date says. */
  readonly mistyped = new WeakSet<Item>();

  declare answers: FeedAnswer[];
  /** Names of the feeds that items without a known school come from. */
  names?: Map<Item, string>;
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

  protected override merge(): undefined | Promise<unknown> {
    this.generation++;
    return this.mergeAnswers();
  }

  /** Merges the answers as they are. */
  mergeAnswers(): undefined | Promise<unknown> {
    const { answers } = this;
    this.schools = Object.assign({}, ...answers.map(({ data }) => data?._tct?.schools));
    const now = Date.now();
    const [first, second] = answers;
    const feed = first?.data;
    // Loaded lazily: most pages show one hub, whose posts are unique and in order.
    if (second || (feed && !feed._tct?.schools))
      return import('./merge-feeds.ts').then(
        // Another load may have been faster.
        (code) =>
          answers === this.answers && Object.assign(this, code.mergeFeeds(answers, this.schools, this, now)),
        (error) => {
          this.report(error, '');
          // Nothing can be shown.
          for (const answer of answers) answer.data = undefined;
        },
      );
    this.items = feed?.items ?? [];
    noteDates(this.items, itemsAhead(this.items, now), this);
    this.hasSeveralSchools = new Set(this.items.map(({ _tct }) => _tct?.school)).size > 1;
    this.names = undefined;
  }

  /**
   * Loads the next page of every source that has one, and further ones until there are enough. Sources whose next page
   * failed are tried again once the others have no more.
   *
   * @returns whether any page was loaded
   */
  async loadMore(isEnough = () => true): Promise<boolean> {
    try {
      // Loaded lazily: most readers never ask for more.
      return await (await import('./older-pages.ts')).loadOlderPages(this, isEnough);
    } catch (error) {
      this.report(error, '');
      return false;
    }
  }

  /** The day that an item is sorted by, `YYYY-MM-DD`; empty if it has none. */
  readonly dayOf = (item: Item): string => this.dates.get(item)!.slice(0, 10);

  /** The name of the item's school; for feeds that list no schools, the feed's title. */
  schoolNameOf(item: Item): string | undefined {
    return (
      this.schools[item._tct?.school ?? '']?.name ?? this.names?.get(item) ?? this.answers[0]?.data?.title
    );
  }
}
