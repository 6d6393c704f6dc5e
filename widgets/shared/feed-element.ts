import type { Item } from '../../core/feed.ts';
import { SourceController } from './source-controller.ts';
import { TctElement } from './tct-element.ts';

/** A widget that shows the items of feeds. */
export abstract class FeedElement extends TctElement {
  protected override readonly source = new SourceController(this);

  /** The items of the schools that the tag names. */
  protected get ours(): readonly Item[] {
    const schools = this.school?.split(/\s+/).filter(Boolean) ?? [];
    const { items } = this.source;
    if (!schools.length) return items;
    return items.filter(({ _tct }) => !_tct?.school || schools.includes(_tct.school));
  }
}
