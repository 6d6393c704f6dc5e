import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Feed, Item, School } from '../../core/feed.ts';
import { postKey } from '../../core/post-key.ts';
import { fetchFeed } from './fetch-feed.ts';
import { keepCopy, keptCopy } from './kept-copy.ts';

export type State = 'loading' | 'ready' | 'empty' | 'error' | 'stale';

/** A longer wait than this (ms) a browser takes for none. */
const LONGEST = 2 ** 31 - 1;

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Loads the sources of a widget and merges them. Aborts when the widget leaves the page (a move is no leaving), never
 * shows an older answer after a newer question, keeps the last good copy for when nothing answers.
 */
export class SourceController implements ReactiveController {
  state: State = 'loading';
  /** All sources' items, each post once, newest first. */
  items: readonly Item[] = [];
  schools: Record<string, School> = {};
  /** Whether the items are of more than one school, so that each has to say which it is of. */
  several = false;
  /** Sources that could not be read, by host or school name. */
  missing: string[] = [];
  /** When the copy shown was read, if it is not fresh (ms since the epoch). */
  staleSince = 0;
  /** How often everything was read anew: what is counted by it holds as long as it stays. */
  generation = 0;
  /** Whether a source has a further page. */
  get hasMore(): boolean {
    return this.#pages.some(({ next }) => next);
  }

  readonly #titles = new WeakMap<Item, string>();
  #posts = new Map<string, Item>();
  #owners = new Set<string>();
  #urls: readonly string[] = [];
  #pages: { url: string; feed?: Feed; next?: string; more?: boolean; at: number }[] = [];
  #abort?: AbortController;
  #timer = 0;
  #minutes = 0;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tick);
    if (!this.#abort && this.#urls.length) void this.load(this.#urls);
    this.#schedule();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tick);
    clearTimeout(this.#timer);
    // A move in the document disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.host.isConnected || this.state !== 'loading') return;
      this.#abort?.abort();
      this.#abort = undefined;
    });
  }

  /** Minutes between two looks, while the page is visible; 0 is never. */
  refreshEvery(minutes: number): void {
    this.#minutes = minutes;
    this.#schedule();
  }

  /** Reads the addresses. A newer call makes an older one void. */
  async load(urls: readonly string[]): Promise<void> {
    const same = urls.join() === this.#urls.join() && this.items.length > 0;
    this.#urls = urls;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    if (!same) {
      this.state = 'loading';
      this.items = [];
    }
    this.host.requestUpdate();
    const answers = await Promise.allSettled(urls.map((url) => fetchFeed(url, abort.signal)));
    if (abort.signal.aborted) return;
    const now = Date.now();
    const before = this.#pages;
    this.#pages = answers.map((answer, index) => {
      const url = urls[index]!;
      const known = before.find((page) => page.url === url);
      if (answer.status === 'fulfilled') {
        const feed = answer.value;
        keepCopy(url, feed, now);
        if (!known?.more) return { url, feed, next: feed.next_url, at: now };
        // What "more" had brought stays, behind what is new.
        const last = feed.items.at(-1)?.date_published ?? '';
        const older = known.feed!.items.filter(({ date_published = '' }) => date_published < last);
        return { ...known, feed: { ...feed, items: [...feed.items, ...older] }, at: now };
      }
      this.#report(answer.reason, url);
      return known?.feed ? known : { url, at: 0, ...keptCopy(url) };
    });
    const old = this.#pages.filter(({ at }) => at < now);
    const fresh = old.length < urls.length;
    this.missing = old.map(({ url, feed }) => feed?.title ?? new URL(url).host);
    this.staleSince = fresh ? 0 : Math.min(...old.map(({ at }) => at || now));
    this.generation++;
    this.#posts = new Map();
    this.#owners = new Set();
    for (const { url, feed } of this.#pages) if (feed) this.#add(feed, url);
    this.#sort();
    const failed = this.#pages.every(({ feed }) => !feed);
    this.state = failed ? 'error' : fresh ? (this.items.length ? 'ready' : 'empty') : 'stale';
    if (!urls.length) this.#report(new Error('no src, and no hub beside the script'), '');
    this.#schedule();
    this.host.requestUpdate();
    if (!failed) this.#tell('tct-load', { feed: this.#pages.find(({ feed }) => feed)!.feed });
  }

  /** Reads the next page of every source that has one. */
  async loadMore(): Promise<void> {
    const abort = this.#abort;
    await Promise.all(
      this.#pages.map(async (page) => {
        if (!page.next || !abort) return;
        const url = page.next;
        page.next = undefined;
        try {
          const feed = await fetchFeed(url, abort.signal);
          page.next = feed.next_url;
          page.more = true;
          page.feed = { ...page.feed!, items: [...page.feed!.items, ...feed.items] };
          if (!abort.signal.aborted) this.#add(feed, page.url);
        } catch (error) {
          // The button comes back, to be tried again.
          page.next = url;
          this.#report(error, url);
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

  #report(error: unknown, url: string): void {
    if ((error as Error)?.name === 'AbortError') return;
    console.warn(`${this.host.localName}: ${url} ${(error as Error)?.message ?? error}`);
    this.#tell('tct-error', { error });
  }

  #tell(type: string, detail: object): void {
    this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #due = 0;

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!(this.#minutes > 0) || !this.host.isConnected) return;
    this.#due = Date.now() + this.#minutes * 60_000;
    this.#timer = window.setTimeout(this.#tick, Math.min(this.#minutes * 60_000, LONGEST));
  }

  #tick = (): void => {
    if (!(this.#minutes > 0) || document.visibilityState !== 'visible') return;
    const left = this.#due - Date.now();
    if (left <= 0) return void this.load(this.#urls);
    // The wall clock was set back, or the timer's own runs ahead of it.
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#tick, Math.min(left, LONGEST));
  };
}
