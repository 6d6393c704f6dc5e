import { DomHandler, Parser } from 'htmlparser2';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { line } from '../../core/text/normalize.ts';
import { httpUrl } from '../../core/url.ts';
import { tooLarge } from './page-error.ts';

export type Node = DomHandler['dom'][number];
export type Element = Extract<Node, { attribs: object }>;

/** Limits against hostile pages. Real ones have a few thousand elements, twenty or thirty deep. */
const MAX_ELEMENTS = 50_000;
const MAX_DEPTH = 250;
/** Characters of an element's source that are converted to text. */
const MAX_TEXT_CHARS = 20_000;

/** Builds the tree of a page. @throws PageError if it has too many elements */
class BoundedTree extends DomHandler {
  private count = 0;

  get depth(): number {
    return this.tagStack.length;
  }

  /** Whether an element of that name is open in the innermost list or table. */
  isOpen(name: string): boolean {
    const container = name === 'li' ? /^[uo]l$/ : /^table$/;
    for (let level = this.tagStack.length - 1; level > 0; level--) {
      const open = this.tagStack[level]!;
      if (!('name' in open) || container.test(open.name)) return false;
      if (open.name === name) return true;
    }
    return false;
  }

  /** Keeps only the beginning of an endless text. Its end index is right, and texts are read from the source. */
  override ontext(data: string): void {
    const { lastNode } = this;
    super.ontext(lastNode?.type === 'text' && lastNode.data.length > MAX_TEXT_CHARS ? '' : data);
  }

  protected override addNode(node: Node): void {
    if (node.type !== 'text' && ++this.count > MAX_ELEMENTS)
      throw tooLarge(MAX_ELEMENTS, ['phần tử', 'elements']);
    super.addNode(node);
  }
}

/**
 * htmlparser2 with two changes. Elements that are nested too deeply are treated as void, and their children as
 * siblings, since the parser's work on a tag grows with the depth. And, as in browsers, a new row, cell or list item
 * closes the previous one even if an element inside it was left open.
 */
class BoundedParser extends Parser {
  /** Whether the current element is nested too deeply. */
  private isTooDeep = false;

  constructor(
    private readonly tree: BoundedTree,
    private readonly source: string,
  ) {
    super(tree);
  }

  override onopentagname(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    if (/^(?:li|tr|t[dh])$/.test(name) && this.tree.isOpen(name)) {
      const at = this.startIndex;
      super.onclosetag(start, end);
      this.startIndex = at;
    }
    this.isTooDeep = this.tree.depth > MAX_DEPTH;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.isTooDeep = false;
    super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.isTooDeep || super.isVoidElement(name);
  }
}

/** Elements that are never shown, or whose content is not part of the text. */
const HIDDEN_ELEMENT = /^(?:script|style|template|iframe|object|svg|select|textarea|button|noscript|title)$/;
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

/**
 * A parsed HTML page. Elements are found in its tree, but texts are converted from the source, by the same function
 * as the texts of feeds.
 */
export class HtmlPage {
  readonly root: DomHandler['root'];
  /** Base URL of the page: its `<base>`, else its own URL. */
  readonly base: string;
  /** The `<title>`, else the URL: never empty. */
  readonly title: string;

  /** @throws PageError if there are too many elements */
  constructor(
    private readonly source: string,
    readonly url: string,
  ) {
    const tree = new BoundedTree(undefined, { withStartIndices: true, withEndIndices: true });
    new BoundedParser(tree, source).end(source);
    this.root = tree.root;
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
   * @param maxChars of its source that are read
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

  /** Resolves a URL in an attribute. Undefined unless it is http(s) and leads to more than a place on the page. */
  resolveUrl(href: string | undefined): string | undefined {
    return href?.trim().startsWith('#') ? undefined : httpUrl(href, this.base);
  }
}

export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** All nodes inside an element, in document order. Elements for which `skip` is true are left out with their content. */
export function* descendants(
  top: Element | DomHandler['root'],
  skip: (element: Element) => boolean = () => false,
): Generator<Node, void> {
  const path: [children: readonly Node[], at: number][] = [[top.children, 0]];
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const node = level[0][level[1]++];
    if (!node) path.pop();
    else if (!isElement(node)) yield node;
    else if (!skip(node)) {
      yield node;
      path.push([node.children, 0]);
    }
  }
}

/** Whether an element is hidden by its name, attributes, or a class that frameworks hide. */
export function isHidden({ name, attribs }: Element): boolean {
  return (
    HIDDEN_ELEMENT.test(name) ||
    'hidden' in attribs ||
    HIDDEN_CLASS.test(attribs.class ?? '') ||
    /display\s*:\s*none/i.test(attribs.style ?? '')
  );
}

/** The visible elements inside an element, in document order. @param names pattern; all elements without it */
export function visibleElements(top: Element | DomHandler['root'], names?: RegExp): Element[] {
  const found: Element[] = [];
  for (const node of descendants(top, isHidden))
    if (isElement(node) && (!names || names.test(node.name))) found.push(node);
  return found;
}

/** The element itself and its ancestors, innermost first. */
export function* selfAndAncestors(element: Element): Generator<Element, void> {
  for (let at: Element['parent'] = element; at && 'attribs' in at; at = at.parent) yield at;
}

/** The nearest element whose name matches: the element itself or an ancestor. */
export function closest(element: Element, name: RegExp): Element | undefined {
  for (const each of selfAndAncestors(element)) if (name.test(each.name)) return each;
  return undefined;
}
