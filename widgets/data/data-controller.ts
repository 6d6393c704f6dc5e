import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Feed } from '../../core/model/feed.ts';
import { MINUTE_MS } from '../../core/time/duration.ts';
import type { ForecastList } from './events.ts';
import { type BodyReader, fetchOnce } from './fetch-once.ts';
import { announce } from './reporter.ts';
import { readCache, writeCache } from './storage-cache.ts';

export type WidgetState = 'loading' | 'ready' | 'empty' | 'error' | 'stale';

/** The data from a URL, and when it arrived (ms since the epoch). */
export interface SourceAnswer<Data> {
  url: string;
  data?: Data;
  at: number;
  /** Whether the last request for it, or for its next page, failed. */
  failed?: boolean;
}

/**
 * Loads the sources of a widget. Aborts when the widget is removed, but not when it is moved; late responses never
 * replace newer ones. The last good response is cached and shown when no source responds. Subclasses read one kind of
 * data and merge it.
 */
export abstract class DataController<Data extends Feed | ForecastList> implements ReactiveController {
  /** Whether there is anything to show among what has come, the element knows. */
  state: Exclude<WidgetState, 'empty'> = 'loading';
  /** When the oldest cached copy on display was fetched (ms since the epoch); 0 when the data is fresh. */
  staleSince = 0;

  answers: SourceAnswer<Data>[] = [];
  abort?: AbortController;
  #urls: readonly string[] = [];
  #openRequests = 0;
  /** When the last load finished (ms since the epoch). */
  #loadedAt = 0;
  #timer?: ReturnType<typeof setInterval>;

  /** @param host its `refresh` is the minutes between two loads while the page is visible; 0 is never */
  constructor(readonly host: ReactiveControllerHost & HTMLElement & { readonly refresh: number }) {
    host.addController(this);
  }

  /** The sources whose last request failed, by title or host name. */
  get failedSources(): string[] {
    return this.answers
      .filter(({ failed }) => failed)
      .map(({ url, data }) => data?.title ?? url.replace(/^https?:\/\/([^/]+\w).*/, '$1'));
  }

  /** Parses a response, or the JSON of a cached copy; throws if it cannot be read. */
  protected abstract readonly parse: BodyReader<Data>;
  /** Whether there is anything to show. */
  protected abstract readonly hasData: boolean;
  /** Merges the answers when all requests have finished; at once unless it returns a promise. */
  protected abstract merge(): undefined | Promise<unknown>;
  /** Reduces data to what is cached. */
  protected toCache(data: Data): Data {
    return data;
  }
  /** Combines a new answer with the previous one of the same URL. */
  protected mergeAnswer(answer: SourceAnswer<Data>, _previous?: SourceAnswer<Data>): SourceAnswer<Data> {
    return answer;
  }

  hostConnected(): void {
    addEventListener('visibilitychange', this.#refreshIfDue);
    this.#timer = setInterval(this.#refreshIfDue, MINUTE_MS);
    if (!this.abort && this.#urls.length) void this.load(this.#urls);
    // Another language may hold here.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('visibilitychange', this.#refreshIfDue);
    clearInterval(this.#timer);
    // Moving an element disconnects and reconnects it synchronously.
    queueMicrotask(() => {
      if (this.host.isConnected || !this.#openRequests) return;
      this.abort?.abort();
      this.abort = undefined;
    });
  }

  /** Runs every minute and when the page becomes visible: loads if due, else updates relative dates. */
  readonly #refreshIfDue = (): void => {
    // An element of this name (`<img name=hidden>`) is not `true`.
    if (document.hidden === true) return;
    const { refresh } = this.host;
    if (refresh > 0 && Date.now() - this.#loadedAt >= refresh * MINUTE_MS && this.#urls.length)
      void this.load(this.#urls);
    else this.host.requestUpdate();
  };

  /**
   * Requests and parses a URL, and counts the request as pending until it settles.
   *
   * @throws if there is no response or it cannot be read
   */
  async trackRequest(url: string, signal: AbortSignal): Promise<Data> {
    this.#openRequests++;
    try {
      return await fetchOnce(url, signal, this.parse);
    } finally {
      this.#openRequests--;
    }
  }

  /** Returns the cached copy of a URL, parsed like a response, because any version or script may have written it. */
  async #readCopy(url: string): Promise<SourceAnswer<Data>> {
    const copy = readCache(url);
    try {
      if (copy)
        return { url, at: copy.at, data: await this.parse(JSON.stringify(copy.data), { url }), failed: true };
    } catch {
      // As if there were no copy.
    }
    return { url, at: 0, failed: true };
  }

  /**
   * Loads the URLs; a newer call cancels an older one.
   *
   * @param noUrls the reported error if there are no URLs
   */
  async load(urls: readonly string[], noUrls = 'no src and no hub'): Promise<void> {
    if (!this.hasData || urls.join() !== this.#urls.join()) this.state = 'loading';
    this.#urls = urls;
    this.abort?.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.host.requestUpdate();
    const results = await Promise.allSettled(urls.map((url) => this.trackRequest(url, signal)));
    if (signal.aborted) return;
    const now = Date.now();
    const answers = await Promise.all(
      results.map((result, index) => {
        const url = urls[index]!;
        const known = this.answers.find((answer) => answer.url === url);
        if (result.status === 'fulfilled') {
          const data = result.value;
          // In a separate task: the first access to a page's storage blocks until the browser has loaded it.
          setTimeout(() => writeCache(url, this.toCache(data), now));
          return this.mergeAnswer({ url, data, at: now }, known);
        }
        this.report(result.reason, url);
        return known?.data ? { ...known, failed: true } : this.#readCopy(url);
      }),
    );
    if (signal.aborted) return;
    this.answers = answers;
    if (!urls.length) this.report(new Error(noUrls), '');
    await this.#finish(now);
  }

  /** Shows the given data; cancels pending requests and sends none. */
  async show(data: Data): Promise<void> {
    this.abort?.abort();
    this.#urls = [];
    const at = Date.now();
    this.answers = [{ url: '', data, at }];
    await this.#finish(at);
  }

  async #finish(now: number): Promise<void> {
    const { answers } = this;
    // At once if it can be: a feed that a script supplies is in the first rendering.
    const merging = this.merge();
    if (merging) await merging;
    if (answers !== this.answers) return;
    const fresh = answers.some(({ failed }) => !failed);
    this.#loadedAt = now;
    this.staleSince = fresh ? 0 : Math.min(...answers.map(({ at }) => at || now));
    const loaded = answers.flatMap(({ data }) => data ?? []);
    this.state = loaded.length ? (fresh ? 'ready' : 'stale') : 'error';
    this.host.requestUpdate();
    for (const { data, url } of answers) if (data) announce(this.host, 'tct-load', { feed: data, url });
  }

  report(error: unknown, url: string): void {
    if ((error as Error)?.name !== 'AbortError') announce(this.host, 'tct-error', { error, url });
  }
}
