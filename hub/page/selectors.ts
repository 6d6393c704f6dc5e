import { compile, selectAll } from 'css-select';
import type { PageSource } from '../../core/config/cluster.ts';
import { type Element, type HtmlPage, isElement, type Node } from './html-page.ts';
import { type Count, invalidSelector } from './page-error.ts';

const FIELDS = ['item', 'title', 'link', 'date', 'image', 'summary', 'table', 'photos', 'next'] as const;
export type Field = (typeof FIELDS)[number];

/** `> a` and `:scope` are meant relative to the item; any other selector may begin outside of it, as in a browser. */
const RELATIVE = /^\s*[>+~]|:scope/;

/** The selectors of a source, checked and ready for use. */
export class Selectors {
  private readonly queries = new Map<Field, string | ReturnType<typeof compile<Element, Element>>>();

  /** @throws PageError that names the first selector that is none */
  constructor(private readonly given: PageSource) {
    for (const field of FIELDS) {
      const selector = given[field];
      if (selector === undefined) continue;
      try {
        const query = compile<Element, Element>(selector);
        this.queries.set(field, RELATIVE.test(selector) ? selector : query);
      } catch (error) {
        throw invalidSelector(field, selector, error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** The selector as it is written; undefined where the source has none. */
  written(field: Field): string | undefined {
    return this.given[field];
  }

  /** What the field's selector matches inside an element or on the page, in order; nothing where there is no selector. */
  all(field: Field, within: Element | HtmlPage): Element[] {
    const query = this.queries.get(field);
    if (!query) return [];
    return selectAll<Node, Element>(query, 'root' in within ? within.root : within).filter(isElement);
  }

  first(field: Field, within: Element | HtmlPage): Element | undefined {
    return this.all(field, within)[0];
  }

  /** What the field's selector matches on the page; of one match inside another the outer one. */
  outermost(field: Field, page: HtmlPage): Element[] {
    const found = this.all(field, page);
    const known = new Set(found);
    return found.filter(({ parent }) => {
      for (let at = parent; at && 'attribs' in at; at = at.parent) if (known.has(at)) return false;
      return true;
    });
  }

  /** How many elements of the page each selector matches. */
  counts(page: HtmlPage): Count[] {
    return FIELDS.filter((field) => this.queries.has(field)).map((field) => ({
      field,
      selector: this.given[field]!,
      matched: this.all(field, page).length,
    }));
  }
}
