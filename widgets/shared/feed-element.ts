import type { PropertyValues } from 'lit';
import type { Feed, Item } from '../../core/feed.ts';
import { SourceController } from './source-controller.ts';
import { TctElement } from './tct-element.ts';

/** A widget that shows the items of feeds. */
export abstract class FeedElement extends TctElement {
  static override properties = {
    ...TctElement.properties,
    feed: { attribute: false },
    brought: { state: true },
  };

  /** A feed that a script has at hand: shown instead of what `src` names, nothing is asked for. */
  declare feed: Feed | undefined;
  /** How many items "Xem thêm" has brought it to; 0 is `limit`. */
  declare protected brought: number;

  protected override readonly source = new SourceController(this);

  override reload(): Promise<void> {
    return this.feed ? this.source.show(this.feed) : super.reload();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The first update asks anyhow.
    if (changed.has('feed') && this.hasUpdated) void this.reload();
    if (['limit', 'src', 'school'].some((name) => changed.has(name))) this.brought = 0;
    super.willUpdate(changed);
  }

  /** The items of the schools that the tag names. */
  protected get ours(): readonly Item[] {
    const schools = this.school?.split(/\s+/).filter(Boolean) ?? [];
    const { items } = this.source;
    if (!schools.length) return items;
    return items.filter(({ _tct }) => !_tct?.school || schools.includes(_tct.school));
  }

  /** How many items are shown, where there are as many. */
  protected get shown(): number {
    return this.brought || this.count;
  }

  /**
   * Shows as many again, from the sources' next pages if need be.
   *
   * @param total items that there are to be shown
   */
  protected async more(total: number): Promise<void> {
    const before = this.shown;
    if (total <= before) await this.source.loadMore();
    this.brought = before + this.count;
    await this.updateComplete;
    // The button may be gone: reading goes on at the first item that was added.
    const first = this.renderRoot.querySelectorAll<HTMLElement>('[part=item]')[Math.min(before, total)];
    const link = first?.querySelector('a');
    if (first && !link) first.tabIndex = -1;
    (link ?? first)?.focus();
  }
}
