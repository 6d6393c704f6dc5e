import type { PropertyValues } from 'lit';
import type { Feed, Item } from '../../core/feed.ts';
import { SourceController } from './source-controller.ts';
import { TctElement } from './tct-element.ts';

/** A widget that shows the items of feeds. */
export abstract class FeedElement extends TctElement {
  static override properties = { ...TctElement.properties, feed: { attribute: false } };

  /** A feed that a script has at hand: shown instead of what `src` names, nothing is asked for. */
  declare feed: Feed | undefined;

  protected override readonly source = new SourceController(this);

  override reload(): Promise<void> {
    return this.feed ? this.source.show(this.feed) : super.reload();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The first update asks anyhow.
    if (changed.has('feed') && this.hasUpdated) void this.reload();
    super.willUpdate(changed);
  }

  /** The items of the schools that the tag names. */
  protected get ours(): readonly Item[] {
    const schools = this.school?.split(/\s+/).filter(Boolean) ?? [];
    const { items } = this.source;
    if (!schools.length) return items;
    return items.filter(({ _tct }) => !_tct?.school || schools.includes(_tct.school));
  }
}
