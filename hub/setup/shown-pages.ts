/** The pages that are shown to be pointed at. */
import { randomUUID } from 'node:crypto';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import type { ShownReading } from '../page/shown/show-page.ts';
import { showPageSafely } from '../read/reader.ts';
import type { ShownPage } from './api.ts';

/** Beyond that, the oldest are forgotten. One points at a list, an album, and perhaps a frame. */
const MAX_PAGES = 12;

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
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MAX_PAGES) break;
      this.pages.delete(oldest);
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
