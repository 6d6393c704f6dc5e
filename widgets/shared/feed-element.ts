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

  /** Whether an item is to be shown: it is of the schools that the tag names, or of none. */
  protected wants({ _tct }: Item): boolean {
    const schools = this.school?.split(/\s+/).filter(Boolean);
    return !_tct?.school || !schools?.length || schools.includes(_tct.school);
  }

  /** The items that are wanted. */
  protected get ours(): readonly Item[] {
    return this.source.items.filter((item) => this.wants(item));
  }

  protected override get filled(): boolean {
    return this.ours.length > 0;
  }
}
