import { htmlToText } from '../../core/read/html/to-text.ts';
import { line } from '../../core/text/normalize.ts';
import { httpUrl } from '../../core/url.ts';
import { parseHtml } from './parse-html.ts';
import { descendants, type Element, isElement, type Node, type Root } from './tree.ts';

/** Characters of an element's source that are converted to text. */
const MAX_TEXT_CHARS = 20_000;

/**
 * A parsed HTML page. Elements are found in its tree, but texts are converted from the source, with the same function
 * as the texts of feeds.
 */
export class HtmlPage {
  readonly root: Root;
  /** Base URL of the page: its `<base>`, else its own URL. */
  readonly base: string;
  /** The `<title>`, else the URL. Never empty. */
  readonly title: string;

  /** @throws PageError if there are too many elements */
  constructor(
    private readonly source: string,
    readonly url: string,
  ) {
    this.root = parseHtml(source);
    const base = this.firstNamed(/^base$/)?.attribs.href;
    this.base = httpUrl(base, url) ?? url;
    const title = this.firstNamed(/^title$/);
    this.title = (title && this.textLine(title, 200)) ?? url;
  }

  /** The first element whose name matches, hidden or not. */
  private firstNamed(name: RegExp): Element | undefined {
    for (const node of descendants(this.root)) if (isElement(node) && name.test(node.name)) return node;
    return undefined;
  }

  /** What the head of the page states as a property (Open Graph, https://ogp.me) or under a name. */
  meta(name: string): string | undefined {
    for (const node of descendants(this.root))
      if (isElement(node) && node.name === 'meta' && (node.attribs.property ?? node.attribs.name) === name) {
        const content = line(node.attribs.content);
        if (content) return content;
      }
    return undefined;
  }

  /** Length of the source, in characters. */
  get length(): number {
    return this.source.length;
  }

  /** The source from one node to another, both included. */
  slice(first: Node, last: Node): string {
    return this.source.slice(first.startIndex ?? 0, (last.endIndex ?? -1) + 1);
  }

  /** The HTML inside an element. */
  innerHtml({ children }: Element): string {
    const [first] = children;
    return first ? this.slice(first, children.at(-1)!) : '';
  }

  /**
   * The visible text of an element, a line for each block.
   *
   * @param maxChars characters of its source to read
   */
  text(element: Element, maxChars = MAX_TEXT_CHARS): string {
    return this.textOf(this.innerHtml(element), maxChars);
  }

  /** The visible text of a piece of HTML. */
  textOf(html: string, maxChars = MAX_TEXT_CHARS): string {
    return htmlToText(html.slice(0, maxChars), this.base, maxChars).text;
  }

  /** The text of an element on one line, or the `alt` of an image. Undefined if it is empty. */
  textLine(element: Element, maxChars?: number): string | undefined {
    return line(this.text(element), maxChars) ?? line(element.attribs.alt, maxChars);
  }

  /** Resolves a URL in an attribute. Undefined unless it is http(s) and more than a fragment. */
  resolveUrl(href: string | undefined): string | undefined {
    return href?.trim().startsWith('#') ? undefined : httpUrl(href, this.base);
  }
}
