import type { RawItem } from '../../core/read/to-item.ts';
import type { StatedFacts } from './document/facts.ts';
import type { Element, Node } from './tree.ts';

/** The nodes that parts of an item were read from. Absent ones were read from an attribute, or are missing. */
export interface ItemParts {
  title?: Node | undefined;
  date?: Node | undefined;
  /** The image, or an element around it. */
  image?: Element | undefined;
  summary?: Node | undefined;
  /** The images of an album. */
  photos?: Element[] | undefined;
}

/** An item of a page, and where it stands there. */
export interface FoundItem {
  raw: RawItem;
  /** The facts of a document that `RawItem` has no fields for. */
  stated: StatedFacts;
  /** Its element. It may not be in the tree; see `joined`. */
  element: Element;
  parts: ItemParts;
}
