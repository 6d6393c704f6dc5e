import { html, type TemplateResult } from 'lit';
import type { DocumentWords } from '../locale/types/documents.ts';

/**
 * Renders buttons for the previous and next page.
 *
 * @param page counted from 0
 * @param hasMore whether there are more pages than `pages`
 */
export function pager(
  page: number,
  pages: number,
  hasMore: boolean,
  words: DocumentWords,
  showPage: (page: number) => void,
): TemplateResult {
  const button = (to: number, name: string, sign: string) =>
    html`<button part="more" aria-label=${name} ?disabled=${to < 0 || (to >= pages && !hasMore)} @click=${() => showPage(to)}>${sign}</button>`;
  return html`<nav aria-label=${words.pages}>${button(page - 1, words.previous, '‹')}<span role="status">${words.page(page + 1, pages)}${hasMore ? '+' : ''}</span>${button(page + 1, words.next, '›')}</nav>`;
}
