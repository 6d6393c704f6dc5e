import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentControlWords } from '../locale/types/documents.ts';

/** The pages to offer: the first, the last and those beside the current one; where only one would be left out, it too. */
function offeredPages(page: number, pages: number): number[] {
  const isNear = (other: number) => !other || other === pages - 1 || Math.abs(other - page) < 2;
  return [...new Array(pages).keys()].filter(
    (other) => isNear(other) || (isNear(other - 1) && isNear(other + 1)),
  );
}

/**
 * Renders buttons for pages by number, and for the previous and next one.
 *
 * @param page counted from 0
 * @param hasMore whether there are more pages than `pages`
 */
export function pager(
  page: number,
  pages: number,
  hasMore: boolean,
  words: DocumentControlWords,
  showPage: (page: number) => void,
): TemplateResult {
  const gap = html`<span aria-hidden="true">…</span>`;
  const step = (to: number, name: string, sign: string) =>
    html`<button part="more" aria-label=${name} ?disabled=${to < 0 || (to >= pages && !hasMore)} @click=${() => showPage(to)}>${sign}</button>`;
  const numbers = offeredPages(page, pages).map(
    (to, at, all) =>
      html`${at && all[at - 1] !== to - 1 ? gap : nothing}<button aria-label=${words.page(to + 1)} aria-current=${to === page ? 'page' : nothing} @click=${() => showPage(to)}>${to + 1}</button>`,
  );
  return html`<nav aria-label=${words.pages}>${step(page - 1, words.previous, '‹')}${numbers}${hasMore ? gap : nothing}${step(page + 1, words.next, '›')}<span class="unseen" role="status">${words.page(page + 1, pages)}${hasMore ? '+' : ''}</span></nav>`;
}
