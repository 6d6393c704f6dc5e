import { html, nothing, type PropertyValues } from 'lit';
import type { Feed, Item } from '../../core/model/feed.ts';
import type { SelectDetail, TctEventMap } from '../data/events.ts';
import { FeedController } from '../data/feed-controller.ts';
import { splitWords } from '../data/source-urls.ts';
import type { Locale } from '../locale/types/locale.ts';
import { TctElement } from './tct-element.ts';

/** The base of widgets that show the items of feeds. */
export abstract class FeedElement<Events = TctEventMap<Feed, SelectDetail<Item>>> extends TctElement<Events> {
  static override properties = { ...TctElement.properties, feed: { attribute: false } };

  /** A feed supplied by a script. It is shown instead of `src`, and nothing is requested. */
  declare feed: Feed | undefined;
  /** How many times "Xem thêm" has added items. */
  protected extraPages = 0;
  #isLoadingMore = false;

  protected override readonly source = new FeedController(this);

  override reload(): Promise<void> {
    return this.feed ? this.source.showFeed(this.feed) : super.reload();
  }

  /** Renders a supplied feed at once, without the render queue. */
  protected override async scheduleUpdate(): Promise<void> {
    return this.feed ? this.performUpdate() : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The first update loads anyway.
    if (changed.has('feed') && this.hasUpdated) void this.reload();
    if (changed.has('src') || changed.has('school')) this.extraPages = 0;
    super.willUpdate(changed);
  }

  /** Whether an item may be shown: it belongs to a school named by the tag, or to no school. */
  protected includesItem({ _tct }: Item): boolean {
    const schools = splitWords(this.school);
    return !_tct?.school || !schools.length || schools.includes(_tct.school);
  }

  /** The loaded items that may be shown. */
  protected get matchingItems(): readonly Item[] {
    return this.source.items.filter((item) => this.includesItem(item));
  }

  protected override get hasContent(): boolean {
    return this.matchingItems.length > 0;
  }

  /** The most items to show at present. */
  protected get visibleLimit(): number {
    return this.effectiveLimit * (this.extraPages + 1);
  }

  /**
   * Renders the "Xem thêm" button if there is more to show.
   *
   * @param total returns the number of loaded items that can be shown
   * @param hasMore whether the button is needed
   */
  protected moreButton(
    locale: Locale,
    total: () => number,
    hasMore = total() > this.visibleLimit || this.source.hasMore,
  ): unknown {
    const loading = this.#isLoadingMore;
    return loading || hasMore
      ? html`<button part="more" aria-busy=${loading} @click=${() => this.#showMore(total)}>${loading ? locale.loading : locale.more}</button>`
      : nothing;
  }

  /** Shows as many items again, loading further pages of the sources if needed. */
  async #showMore(total: () => number): Promise<void> {
    if (this.#isLoadingMore) return;
    this.#isLoadingMore = true;
    this.requestUpdate();
    const before = Math.min(this.visibleLimit, total());
    if (total() <= before) await this.source.loadMore(() => total() > before);
    this.#isLoadingMore = false;
    if (total() > before) this.extraPages++;
    this.requestUpdate();
    await this.updateComplete;
    // The button may be gone: the focus moves to the first added item.
    const first = this.renderRoot.querySelectorAll<HTMLElement>('[part=item]')[before];
    const link = first?.querySelector('a');
    if (first && !link) first.tabIndex = -1;
    this.moveFocus(link ?? first);
  }
}
