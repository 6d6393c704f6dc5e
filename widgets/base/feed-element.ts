import { html, nothing, type PropertyValues } from 'lit';
import type { Feed, Item } from '../../core/model/feed.ts';
import { FeedController } from '../data/feed-controller.ts';
import { splitWords } from '../data/source-urls.ts';
import type { Locale } from '../locale/types/locale.ts';
import { TctElement } from './tct-element.ts';

/** A widget that shows the items of feeds. */
export abstract class FeedElement extends TctElement {
  static override properties = { ...TctElement.properties, feed: { attribute: false } };

  /** A feed that a script has at hand: shown instead of what `src` names, nothing is asked for. */
  declare feed: Feed | undefined;
  /** How often "Xem thêm" has brought more. */
  protected extraPages = 0;
  /** Whether more is on its way. */
  #coming = false;

  protected override readonly source = new FeedController(this);

  override reload(): Promise<void> {
    return this.feed ? this.source.show(this.feed) : super.reload();
  }

  /** What is at hand is drawn at once. */
  protected override async scheduleUpdate(): Promise<void> {
    return this.feed ? this.performUpdate() : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The first update asks anyhow.
    if (changed.has('feed') && this.hasUpdated) void this.reload();
    if (changed.has('src') || changed.has('school')) this.extraPages = 0;
    super.willUpdate(changed);
  }

  /** Whether an item is to be shown: it is of the schools that the tag names, or of none. */
  protected includesItem({ _tct }: Item): boolean {
    const schools = splitWords(this.school);
    return !_tct?.school || !schools.length || schools.includes(_tct.school);
  }

  /** The items that are wanted. */
  protected get matchingItems(): readonly Item[] {
    return this.source.items.filter((item) => this.includesItem(item));
  }

  protected override get hasContent(): boolean {
    return this.matchingItems.length > 0;
  }

  /** How many items are shown, where there are as many. */
  protected get shown(): number {
    return this.count * (this.extraPages + 1);
  }

  /**
   * The button for more, where there is more.
   *
   * @param total how many there are to be shown, of all that have been read
   * @param more whether there is more
   */
  protected moreButton(
    locale: Locale,
    total: () => number,
    more = total() > this.shown || this.source.hasMore,
  ): unknown {
    const coming = this.#coming;
    return coming || more
      ? html`<button part="more" aria-busy=${coming} @click=${() => this.#more(total)}>${coming ? locale.loading : locale.more}</button>`
      : nothing;
  }

  /** Shows as many again, from the sources' next pages if need be. */
  async #more(total: () => number): Promise<void> {
    if (this.#coming) return;
    this.#coming = true;
    this.requestUpdate();
    const before = Math.min(this.shown, total());
    let came = true;
    // A page may bring nothing that is wanted.
    while (came && total() <= before) {
      came = await this.source.loadMore();
      await this.updateComplete;
    }
    this.#coming = false;
    if (came) this.extraPages++;
    this.requestUpdate();
    await this.updateComplete;
    // The button may be gone: reading goes on at the first item that was added.
    const first = this.renderRoot.querySelectorAll<HTMLElement>('[part=item]')[before];
    const link = first?.querySelector('a');
    if (first && !link) first.tabIndex = -1;
    this.moveFocus(link ?? first);
  }
}
