import type { Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { FeedController } from '../data/feed-controller.ts';
import type { Column } from './columns.ts';
import { DocumentIndex } from './document-index.ts';
import { YieldToMain } from './yield-to-main.ts';

/** Gathers the documents of a source into an index, in slices, so that the page goes on meanwhile. */
export class Gathering {
  index = new DocumentIndex();
  /** Whether the older pages are on their way. */
  loading = false;
  /** Whether documents have come that are not in the index yet. */
  behind = false;
  /** Over when all that was wanted so far is done. */
  work: Promise<void> = Promise.resolve();
  #items: readonly Item[] = [];
  #generation = 0;

  /** @param changed called when there is something new to be shown */
  constructor(
    readonly source: FeedController,
    readonly changed: () => void,
  ) {}

  /** Takes in what has come. `sort` is the order in which it will be shown, if not as it came. */
  take(items: () => readonly Item[], sort: Column | ''): void {
    if (this.source.items === this.#items) return;
    this.#items = this.source.items;
    this.behind = true;
    this.work = this.#add(items(), sort);
  }

  async #add(items: readonly Item[], sort: Column | ''): Promise<void> {
    const { generation } = this.source;
    const fresh = generation !== this.#generation;
    this.#generation = generation;
    const index = fresh ? new DocumentIndex() : this.index;
    const school = (item: Item) =>
      this.source.hasSeveralSchools ? this.source.schoolNameOf(item) : undefined;
    const pace = new YieldToMain();
    await index.add(items, school, formatVietnamTime(Date.now()).slice(0, 10), pace);
    if (fresh && sort) await index.sort(sort, pace);
    if (generation !== this.#generation) return;
    this.index = index;
    this.behind = items.length > index.rows.length;
    this.changed();
  }

  /** Makes the order of a column ready. */
  sort(column: Column | ''): void {
    if (!column || this.index.isSorted(column)) return;
    this.work = this.work.then(() => this.index.sort(column, new YieldToMain())).then(this.changed);
  }

  /** Reads all older pages. */
  async loadAll(): Promise<void> {
    const { source } = this;
    if (this.loading || !source.hasMore) return;
    this.loading = true;
    while (source.host.isConnected && source.hasMore && (await source.loadMore()));
    this.loading = false;
    source.host.requestUpdate();
  }
}
