import { DomHandler, Parser } from 'htmlparser2';
import { tooLarge } from './page-error.ts';
import type { Node, Root } from './tree.ts';

/** Limits against hostile pages. Real ones have a few thousand elements, twenty or thirty deep. */
const MAX_ELEMENTS = 50_000;
const MAX_DEPTH = 250;
const MAX_TEXT_NODE_CHARS = 20_000;

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

  /** Stores only the beginning of very long texts. The end index stays correct, and texts are read from the source. */
  override ontext(data: string): void {
    const { lastNode } = this;
    super.ontext(lastNode?.type === 'text' && lastNode.data.length > MAX_TEXT_NODE_CHARS ? '' : data);
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

/** Parses HTML into a tree whose nodes have their indices in the source. @throws PageError if it is too large */
export function parseHtml(source: string): Root {
  const tree = new BoundedTree(undefined, { withStartIndices: true, withEndIndices: true });
  new BoundedParser(tree, source).end(source);
  return tree.root;
}
