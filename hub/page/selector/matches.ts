import { compile, selectAll } from 'css-select';
import type { HtmlPage } from '../html-page.ts';
import { type Element, isElement, type Node, outermost } from '../tree.ts';

/** The elements that a selector matches on a page, without those inside another match. */
export const matchesOf = (page: HtmlPage, selector: string): Element[] =>
  outermost(selectAll<Node, Element>(compile(selector), page.root).filter(isElement));
