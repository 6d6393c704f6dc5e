import { DomHandler, Parser } from 'htmlparser2';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { line } from '../../core/text/normalize.ts';
import { httpUrl } from '../../core/url.ts';
import { tooLarge } from './page-error.ts';

export type Node = DomHandler['dom'][number];
export type Element = Extract<Node, { attribs: object }>;

/** A real page has some thousand elements, twenty or thirty deep. */
const MAX_ELEMENTS = 50_000;
const MAX_DEPTH = 250;
/** Characters of an element that are looked at when its words are wanted. */
const LONGEST_WORDS = 20_000;

class BoundedTree extends DomHandler {
  private count = 0;

  get depth(): number {
    return this.tagStack.length;
  }

  /** Whether an element of that name is open, in the list or table that is. */
  isOpen(name: string): boolean {
    const holder = name === 'li' ? /^[uo]l$/ : /^table$/;
    for (let level = this.tagStack.length - 1; level > 0; level--) {
      const open = this.tagStack[level]!;
      if (!('name' in open) || holder.test(open.name)) return false;
      if (open.name === name) return true;
    }
    return false;
  }

  /** Of an endless text the tree holds the beginning; where it ends is kept, and the source has it all. */
  override ontext(data: string): void {
    const { lastNode } = this;
    super.ontext(lastNode?.type === 'text' && lastNode.data.length > LONGEST_WORDS ? '' : data);
  }

  protected override addNode(node: Node): void {
    if (node.type !== 'text' && ++this.count > MAX_ELEMENTS)
      throw tooLarge(MAX_ELEMENTS, ['phần tử', 'elements']);
    super.addNode(node);
  }
}

/**
 * As htmlparser2, but for two things. Elements too deep down are taken for empty ones, and what they hold for their
 * neighbours: the parser's work on a tag grows with the depth. And as in a browser a new row, cell or list item ends the
 * one before it, also if a paragraph or a font in it was left open.
 */
class BoundedParser extends Parser {
  private flat = false;

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
    this.flat = this.tree.depth > MAX_DEPTH;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.flat = false;
    super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.flat || super.isVoidElement(name);
  }
}

/** Never shown, whatever the style sheet says; or no part of what is read. */
const UNSHOWN = /^(?:script|style|template|iframe|object|svg|select|textarea|button|noscript|title)$/;
const UNSHOWN_CLASS = /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

/** A page as a tree; all text of it is read by core, from the source. */
export class HtmlPage {
  readonly root: DomHandler['root'];
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** The page's own title, else its address: never empty. */
  readonly title: string;

  /** @throws PageError for a page of more elements than a page has */
  constructor(
    private readonly source: string,
    readonly url: string,
  ) {
    const tree = new BoundedTree(undefined, { withStartIndices: true, withEndIndices: true });
    new BoundedParser(tree, source).end(source);
    this.root = tree.root;
    const base = this.first(/^base$/)?.attribs.href;
    this.base = httpUrl(base, url) ?? url;
    const title = this.first(/^title$/);
    this.title = (title && this.words(title, 200)) ?? url;
  }

  /** The first element of that name, seen or not. */
  private first(name: RegExp): Element | undefined {
    for (const node of within(this.root)) if (isElement(node) && name.test(node.name)) return node;
    return undefined;
  }

  /** Characters of the source. */
  get length(): number {
    return this.source.length;
  }

  /** The source between two nodes, both included. */
  slice(first: Node, last: Node): string {
    return this.source.slice(first.startIndex ?? 0, (last.endIndex ?? -1) + 1);
  }

  /** The HTML inside an element. */
  inner({ children }: Element): string {
    const [first] = children;
    return first ? this.slice(first, children.at(-1)!) : '';
  }

  /** The element's text, a line a block: what is hidden or a script is not in it. Of a long one only the beginning. */
  text(element: Element, most = LONGEST_WORDS): string {
    return this.read(this.inner(element), most);
  }

  /** The text of a piece of the source. */
  read(html: string, most = LONGEST_WORDS): string {
    return htmlToText(html.slice(0, most), this.base, most).text;
  }

  /** The element's text on one line; an image speaks by its alternative text. */
  words(element: Element, max?: number): string | undefined {
    return line(this.text(element), max) ?? line(element.attribs.alt, max);
  }

  /** An address in an attribute, absolute and http(s): not a place on this page, not a script. */
  address(href: string | undefined): string | undefined {
    return href?.trim().startsWith('#') ? undefined : httpUrl(href, this.base);
  }
}

export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** Everything inside an element in the order of the page; what `skip` says so of is passed over with all it holds. */
export function* within(
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

export function isUnseen({ name, attribs }: Element): boolean {
  return (
    UNSHOWN.test(name) ||
    'hidden' in attribs ||
    UNSHOWN_CLASS.test(attribs.class ?? '') ||
    /display\s*:\s*none/i.test(attribs.style ?? '')
  );
}

/** The elements that are seen inside an element, of the given names or all. */
export function seen(top: Element | DomHandler['root'], names?: RegExp): Element[] {
  const found: Element[] = [];
  for (const node of within(top, isUnseen))
    if (isElement(node) && (!names || names.test(node.name))) found.push(node);
  return found;
}

/** The element itself and what it lies in, inmost first. */
export function* lineage(element: Element): Generator<Element, void> {
  for (let at: Element['parent'] = element; at && 'attribs' in at; at = at.parent) yield at;
}

/** The nearest element of that name around, itself included. */
export function closest(element: Element, name: RegExp): Element | undefined {
  for (const each of lineage(element)) if (name.test(each.name)) return each;
  return undefined;
}
