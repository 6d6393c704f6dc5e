import { foldWords } from '../../../core/text/fold-words.ts';
import type { HtmlPage } from '../html-page.ts';
import { type Element, isElement, type Node } from '../tree.ts';

/** Class names, ids and roles of parts beside the main content. */
const SIDE_NAME =
  /(?:^|\s|(?<!has|no|with)[_-])(?:side-?bar|aside|complementary|banner|contentinfo|navigation|menu|nav|navbar|breadcrumbs?|footer|pagination|pager|paging|lien-?quan|lien-?ket|popular|most-?(?:read|view(?:ed)?|popular)|(?:xem|doc)-?nhieu|widget-area|widget_\w+|recent-?(?:posts|comments)|carousel|slide-?show|slider|slick|swiper|owl|ticker)(?:$|[\s_-])/i;
/** Headings, folded, of lists beside the main content. */
const SIDE_HEADING =
  /^(?:(?:cac|nhung) )?(?:(?:tin|bai|bai viet|tin tuc|tin bai|chuyen muc|posts|articles|news) )?(?:duoc )?(?:(?:xem|doc|quan tam) nhieu|lien quan|lien ket|cung (?:chuyen muc|loai)|khac$|most (?:read|viewed|popular)|popular|related)/;
const MAX_HEADING_CHARS = 60;
const MAX_HEADING_SOURCE_CHARS = 1000;
/** Share of the page's source above which a part is around the content, whatever its class. */
const MAX_SIDE_SHARE = 0.7;

/** Tells which parts of a page stand beside its main content, by their names and headings. */
export class ListAreas {
  private readonly known = new Map<Node, boolean>();
  /** The last heading before each child of an element. */
  private readonly headings = new Map<Node, Map<Node, Element>>();

  constructor(private readonly page: HtmlPage) {}

  /** Whether an item of a list is in a menu, a sidebar, or another part beside the main content. */
  isAside(item: Element): boolean {
    if (SIDE_HEADING.test(this.headingBefore(item))) return true;
    const path: Element[] = [];
    let verdict: boolean | undefined;
    for (let at = item.parent; at && 'attribs' in at && verdict === undefined; at = at.parent) {
      verdict = this.known.get(at) ?? this.verdictOn(at);
      path.push(at);
    }
    for (const each of path) this.known.set(each, verdict ?? false);
    return verdict ?? false;
  }

  /** Whether an element by itself is beside the content, or is the content; undefined if it does not tell. */
  private verdictOn(element: Element): boolean | undefined {
    const { name, attribs } = element;
    if (name === 'body' || name === 'main' || attribs.role === 'main') return false;
    if (name === 'aside' || name === 'marquee') return true;
    const isAround = (element.endIndex ?? 0) - (element.startIndex ?? 0) > this.page.length * MAX_SIDE_SHARE;
    if (!isAround && SIDE_NAME.test(`${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.role ?? ''}`))
      return true;
    return [this.headingBefore(element), this.wordsRightBefore(element)].some((each) =>
      SIDE_HEADING.test(each),
    )
      ? true
      : undefined;
  }

  /** The text of the last heading before an element inside its parent, folded. */
  private headingBefore(element: Element): string {
    const parent = element.parent as Node | null;
    if (!parent || !('children' in parent)) return '';
    let headings = this.headings.get(parent);
    if (!headings) {
      headings = new Map();
      this.headings.set(parent, headings);
      let last: Element | undefined;
      for (const child of parent.children) {
        if (last) headings.set(child, last);
        if (isElement(child) && /^h[1-6]$/.test(child.name)) last = child;
      }
    }
    const heading = headings.get(element);
    return heading ? this.shortText(heading) : '';
  }

  /** The text right before an element, folded. */
  private wordsRightBefore(element: Element): string {
    let previous = element.previousSibling;
    while (previous && previous.type === 'text' && !previous.data.trim()) previous = previous.previousSibling;
    return previous && (isElement(previous) || previous.type === 'text') ? this.shortText(previous) : '';
  }

  /** The folded text of a node; empty if it is too long for a heading. */
  private shortText(node: Node): string {
    const html = this.page.slice(node, node);
    const text = html.length > MAX_HEADING_SOURCE_CHARS ? '' : this.page.textOf(html);
    return text.length <= MAX_HEADING_CHARS ? foldWords(text) : '';
  }
}
