import { compile, selectAll } from 'css-select';
import type { PageSource } from '../../core/config/cluster.ts';
import type { HtmlPage } from './html-page.ts';
import { invalidSelector, type SelectorCount } from './page-error.ts';
import { type Element, isElement, type Node, outermost } from './tree.ts';

const FIELDS = ['item', 'title', 'link', 'date', 'image', 'summary', 'table', 'photos', 'next'] as const;
export type Field = (typeof FIELDS)[number];

/** `> a` and `:scope` are relative to the item. Other selectors may match from outside it, as in `querySelector`. */
const RELATIVE_SELECTOR = /^\s*[>+~]|:scope/;

/** The compiled selectors of a source. */
export class Selectors {
  private readonly queries = new Map<Field, string | ReturnType<typeof compile<Element, Element>>>();

  /** @throws PageError if one of them is not valid CSS */
  constructor(private readonly source: PageSource) {
    for (const field of FIELDS) {
      const selector = source[field];
      if (selector === undefined) continue;
      try {
        const query = compile<Element, Element>(selector);
        this.queries.set(field, RELATIVE_SELECTOR.test(selector) ? selector : query);
      } catch (error) {
        throw invalidSelector(field, selector, error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** These selectors with another one for the items. */
  withItem(item: string): Selectors {
    return new Selectors({ ...this.source, item });
  }

  /** A field's selector as configured; undefined if it has none. */
  selectorOf(field: Field): string | undefined {
    return this.source[field];
  }

  /** The columns of a table that are named. */
  get columns(): PageSource['columns'] {
    return this.source.columns;
  }

  /** The elements that a field's selector matches, in document order. Empty if the field has none. */
  all(field: Field, within: Element | HtmlPage): Element[] {
    const query = this.queries.get(field);
    if (!query) return [];
    return selectAll<Node, Element>(query, 'root' in within ? within.root : within).filter(isElement);
  }

  /** The first element that a field's selector matches. */
  first(field: Field, within: Element | HtmlPage): Element | undefined {
    return this.all(field, within)[0];
  }

  /** The elements of a page that a field's selector matches, without those inside another match. */
  outermost(field: Field, page: HtmlPage): Element[] {
    return outermost(this.all(field, page));
  }

  /** The number of matches of each selector on a page. */
  counts(page: HtmlPage): SelectorCount[] {
    return FIELDS.filter((field) => this.queries.has(field)).map((field) => ({
      field,
      selector: this.source[field]!,
      matched: this.all(field, page).length,
    }));
  }
}
