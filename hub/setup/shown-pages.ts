/** The pages that are shown to be pointed at. */
import { randomUUID } from 'node:crypto';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import type { ShownReading } from '../page/shown/show-page.ts';
import { showPageSafely } from '../read/reader.ts';
import type { ShownPage } from './api.ts';

/** Beyond that, the oldest are forgotten. One points at a list, an album, and perhaps a frame. */
const MAX_PAGES = 12;
/** Likewise, if they take more memory than this; but for the last, which is pointed at. */
const MAX_BYTES = 64 * 2 ** 20;

const bytesOf = ({ response, reading }: PageOnShow) => response.body.length + reading.html.length;

/** A page that is shown, and all that is needed to read it again and to load what it names. */
export interface PageOnShow {
  readonly id: string;
  readonly response: FetchedResponse;
  readonly reading: ShownReading;
  /** URLs whose servers may be private; see `HttpClient`. */
  readonly reachable: readonly string[];
  /** Aborted when another page is shown. */
  left: AbortController;
}

/** The pages that were shown last. Their paths cannot be guessed. */
export class ShownPages {
  /** By id, the oldest first. */
  private readonly pages = new Map<string, PageOnShow>();

  constructor(private readonly maxBytes = MAX_BYTES) {}

  /**
   * Makes a page ready to be shown. What others load is no longer waited for.
   *
   * @throws UnreadableError if it is no page
   */
  async add(response: FetchedResponse, reachable: readonly string[]): Promise<ShownPage> {
    const id = randomUUID();
    const reading = await showPageSafely(response, `/shown/${id}/assets/`);
    for (const { left } of this.pages.values()) left.abort();
    this.pages.set(id, { id, response, reading, reachable, left: new AbortController() });
    let bytes = [...this.pages.values()].reduce((sum, page) => sum + bytesOf(page), 0);
    for (const [oldest, page] of this.pages) {
      const isTooMuch = this.pages.size > MAX_PAGES || bytes > this.maxBytes;
      if (!isTooMuch || oldest === id) break;
      this.pages.delete(oldest);
      bytes -= bytesOf(page);
    }
    const { title, frames, nodes } = reading;
    return { page: id, url: response.url, title, frame: `/shown/${id}`, frames, nodes };
  }

  get(id: string): PageOnShow | undefined {
    return this.pages.get(id);
  }

  /** The document of a page, for its frame. What it loads may be waited for again. */
  open(id: string): string | undefined {
    const page = this.pages.get(id);
    if (page?.left.signal.aborted) page.left = new AbortController();
    return page?.reading.html;
  }
}
