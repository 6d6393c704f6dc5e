/** Reads OPML (http://opml.org/spec2.opml), in which feed readers exchange their subscriptions. */
import { oneLine } from '../../text/normalize.ts';
import type { XmlElement } from './element.ts';
import { parseXml } from './parse.ts';

/** Depth of nested folders. */
const MAX_DEPTH = 50;

/** A subscription or a folder, as it is written: addresses may be anything. */
export interface Outline {
  name?: string | undefined;
  /** Address of the feed; absent in a folder. */
  feed?: string | undefined;
  /** Address of the site. */
  home?: string | undefined;
  category?: string | undefined;
}

/** The first of several attributes that is not blank. Names are lower-case: readers differ in their capitals. */
function firstAttribute(element: XmlElement, ...names: string[]): string | undefined {
  return names.map((name) => oneLine(element.attribute(name) ?? '')).find(Boolean);
}

const toOutline = (element: XmlElement): Outline => ({
  name: firstAttribute(element, 'text', 'title'),
  feed: firstAttribute(element, 'xmlurl', 'url'),
  home: firstAttribute(element, 'htmlurl'),
  category: firstAttribute(element, 'category'),
});

/**
 * Reads an OPML document.
 *
 * @param visit is called with each outline and the one that it lies in, in the order of the document
 * @throws Error if the text is not OPML
 */
export function readOutlines(text: string, visit: (outline: Outline, folder?: Outline) => void): void {
  const root = parseXml(text).children.find(({ name }) => name === 'opml');
  if (!root) throw new Error('no opml element');
  const visitAll = (parent: XmlElement, depth: number, folder?: Outline): void => {
    for (const element of parent.all('outline')) {
      const outline = toOutline(element);
      visit(outline, folder);
      if (depth < MAX_DEPTH) visitAll(element, depth + 1, outline);
    }
  };
  for (const body of root.all('body')) visitAll(body, 0);
}
