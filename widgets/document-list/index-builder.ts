import type { Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { FeedController } from '../data/feed-controller.ts';
import type { Column } from './columns.ts';
import { DocumentIndex } from './document-index.ts';
import { YieldToMain } from './yield-to-main.ts';

/** Builds the index of a source's documents in slices, so that the page stays responsive. */
export class IndexBuilder {
  index = new DocumentIndex();
  /** Whether older pages are being loaded. */
  isLoadingAll = false;
  /** Whether loaded documents are still missing from the index. */
  isIndexing = false;
  /** Settles when all work requested so far is done. */
  done: Promise<void> = Promise.resolve();
  #items: readonly Item[] = [];
  #loading?: Promise<void> | undefined;
  #generation = 0;

  /** @param onChange called when the index has changed */
  constructor(
    readonly source: FeedController,
    readonly onChange: () => void,
  ) {}

  /**
   * Indexes the source's items if they have changed.
   *
   * @param items returns the items to index, newest first
   * @param sort the column to sort a new index by, before it is first shown
   */
  update(items: () => readonly Item[], sort: Column | ''): void {
    if (this.source.items === this.#items) return;
    this.#items = this.source.items;
    this.isIndexing = true;
    this.done = this.#add(items(), sort);
  }

  async #add(items: readonly Item[], sort: Column | ''): Promise<void> {
    const { generation } = this.source;
    const reloaded = generation !== this.#generation;
    this.#generation = generation;
    const index = reloaded ? new DocumentIndex() : this.index;
    const schoolOf = (item: Item) =>
      this.source.hasSeveralSchools ? this.source.schoolNameOf(item) : undefined;
    const today = formatVietnamTime(Date.now()).slice(0, 10);
    await index.add(items, schoolOf, today, new YieldToMain());
    if (reloaded && sort) index.sort(sort);
    if (generation !== this.#generation) return;
    this.index = index;
    this.isIndexing = items.length > index.itemCount;
    this.onChange();
  }

  /** Sorts the index by a column, after pending work. */
  sort(column: Column | ''): void {
    if (!column || this.index.isSorted(column)) return;
    this.done = this.done.then(() => this.index.sort(column)).then(this.onChange);
  }

  /** Loads all older pages. Settles when they are loaded, or one of them has failed. */
  loadAll(): Promise<void> {
    this.#loading ??= this.#loadAll().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #loadAll(): Promise<void> {
    const { source } = this;
    if (!source.hasMore) return;
    this.isLoadingAll = true;
    while (source.host.isConnected && source.hasMore && (await source.loadMore()));
    this.isLoadingAll = false;
    source.host.requestUpdate();
  }
}
