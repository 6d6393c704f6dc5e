import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { dispatch } from './events.ts';
import { readCache, writeCache } from './storage-cache.ts';

export type WidgetState = 'loading' | 'ready' | 'empty' | 'error' | 'stale';

/** What an address answered, and when (ms since the epoch). */
export interface SourceAnswer<Data> {
  url: string;
  data?: Data;
  at: number;
  /** Whether it, or its next page, could not be read when it was last asked for. */
  failed?: boolean;
}

/**
 * Loads the sources of a widget, whatever they hold. Aborts when the widget leaves the page (a move is no leaving),
 * never shows an older answer after a newer question, keeps the last good copy for when nothing answers. What the data
 * are, and how those of several sources become one, a controller of that data says.
 */
export abstract class DataController<Data extends { title?: string }> implements ReactiveController {
  state: WidgetState = 'loading';
  /** When the copy shown was read, if it is not fresh (ms since the epoch). */
  staleSince = 0;

  protected answers: SourceAnswer<Data>[] = [];
  protected abort?: AbortController;
  #urls: readonly string[] = [];
  #filled = false;
  /** Requests under way. */
  #asking = 0;
  #minutes = 0;
  /** When it was last asked, as far as that has been answered (ms since the epoch). */
  #asked = 0;
  #clock?: ReturnType<typeof setInterval>;

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Sources that could not be read, by host or what they call themselves. */
  get failedSources(): string[] {
    return this.answers
      .filter(({ failed }) => failed)
      .map(({ url, data }) => data?.title ?? url.replace(/^https?:\/\/([^/]+\w).*/, '$1'));
  }

  /** @throws where there is no answer, or none that can be read */
  protected abstract read(url: string, signal: AbortSignal): Promise<Data>;
  /** Makes the answers one; called when all have been read. Says whether there is anything to show. */
  protected abstract merge(): boolean;
  /** What is kept of an answer for bad days; of a copy kept by whatever version of this, what can be shown. */
  protected abstract toCache(data: unknown): Data | undefined;
  /** A new answer of an address that may have answered before. */
  protected mergeAnswer(answer: SourceAnswer<Data>, _before?: SourceAnswer<Data>): SourceAnswer<Data> {
    return answer;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#clock = setInterval(this.#look, MINUTE_MS);
    if (!this.abort && this.#urls.length) void this.load(this.#urls);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#clock);
    // A move in the document disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.host.isConnected || !this.#asking) return;
      this.abort?.abort();
      this.abort = undefined;
    });
  }

  /** Minutes between two looks, while the page is visible; 0 is never. */
  refreshEvery(minutes: number): void {
    this.#minutes = minutes;
  }

  /** Every minute, and when the page is seen again: what is due is asked for, and "5 phút trước" grows older. */
  readonly #look = (): void => {
    if (document.hidden) return;
    const due = this.#minutes > 0 && Date.now() - this.#asked >= this.#minutes * MINUTE_MS;
    if (due && this.#urls.length) void this.load(this.#urls);
    else this.host.requestUpdate();
  };

  /** `read`, known to be under way. */
  protected async trackRequest(url: string, signal: AbortSignal): Promise<Data> {
    this.#asking++;
    try {
      return await this.read(url, signal);
    } finally {
      this.#asking--;
    }
  }

  /**
   * Reads the addresses. A newer call makes an older one void.
   *
   * @param otherwise why there is none, for whoever made the page
   */
  async load(urls: readonly string[], otherwise = 'no src, and no hub beside the script'): Promise<void> {
    if (!this.#filled || urls.join() !== this.#urls.join()) this.state = 'loading';
    this.#urls = urls;
    this.abort?.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.host.requestUpdate();
    const results = await Promise.allSettled(urls.map((url) => this.trackRequest(url, signal)));
    if (signal.aborted) return;
    const now = Date.now();
    const before = this.answers;
    this.answers = results.map((result, index) => {
      const url = urls[index]!;
      const known = before.find((answer) => answer.url === url);
      if ('value' in result) {
        const data = result.value;
        // In a task of its own: a page's first use of its storage waits for the browser.
        setTimeout(() => writeCache(url, this.toCache(data), now));
        return this.mergeAnswer({ url, data, at: now }, known);
      }
      this.report(result.reason, url);
      if (known?.data) return { ...known, failed: true };
      const { at, data } = readCache(url);
      return { url, at, data: this.toCache(data), failed: true };
    });
    if (!urls.length) this.report(new Error(otherwise), '');
    this.#settle(now);
  }

  /** Shows data that are at hand. Makes what was asked for void, and asks for nothing. */
  async show(data: Data): Promise<void> {
    this.abort?.abort();
    this.#urls = [];
    const at = Date.now();
    this.answers = [{ url: '', data, at }];
    this.#settle(at);
  }

  #settle(now: number): void {
    const { answers } = this;
    const fresh = answers.some(({ failed }) => !failed);
    this.#asked = now;
    this.staleSince = fresh ? 0 : Math.min(...answers.map(({ at }) => at || now));
    this.#filled = this.merge();
    const good = answers.filter(({ data }) => data);
    this.state = good.length ? (fresh ? (this.#filled ? 'ready' : 'empty') : 'stale') : 'error';
    this.host.requestUpdate();
    for (const { data } of good) dispatch(this.host, 'tct-load', { feed: data });
  }

  protected report(error: unknown, url: string): void {
    if ((error as Error)?.name === 'AbortError') return;
    console.warn(`${this.host.localName}: ${url}`, error);
    dispatch(this.host, 'tct-error', { error });
  }
}
