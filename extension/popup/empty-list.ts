import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import { isFiltered, type ListFilter } from './list-filter.ts';

/** Why the list is empty, and a button that shows more if it is filtered. */
export function emptyList({ popup }: Words, filter: ListFilter, clear: () => void): TemplateResult {
  const { list, onlyUnread } = filter;
  const noPosts = { news: popup.noneYet, documents: popup.noDocuments, starred: popup.noStars }[list];
  const isUnreadAlone = onlyUnread && !isFiltered({ ...filter, onlyUnread: false });
  const noMatch = isUnreadAlone ? popup.nothingUnread : popup.noMatch;
  return html`<div class="empty"><p>${isFiltered(filter) ? noMatch : noPosts}</p>${
    isFiltered(filter) ? html`<p><button @click=${clear}>${popup.clear}</button></p>` : nothing
  }</div>`;
}
