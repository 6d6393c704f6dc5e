import { html, nothing, type TemplateResult } from 'lit';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import type { Store } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';

/** Which posts are listed. */
export interface ListFilter {
  list: 'news' | 'documents' | 'starred';
  query: string;
  /** Id of the only school whose posts are listed; empty for all. */
  school: string;
  onlyUnread: boolean;
}

const fieldValue = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** The tabs, the search field and the filters above the list. */
export function listControls(
  store: Store,
  words: Words,
  filter: ListFilter,
  onChange: (change: Partial<ListFilter>) => void,
): TemplateResult {
  const { popup } = words;
  const locale = localeOf(words);
  const schools = schoolsOf(store).filter(({ on }) => on);
  const tab = (list: ListFilter['list'], name: string, count: number) =>
    html`<button aria-pressed=${filter.list === list} @click=${() => onChange({ list })}>${name}${count ? html` <span class="number">${count}</span>` : nothing}</button>`;
  const unread = (kind: 'news' | 'documents') => postsOf(store, { kind, unread: true }).length;
  return html`<nav class="lists" aria-label=${popup.lists}>
      ${tab('news', popup.news, unread('news'))}${tab('documents', popup.documents, unread('documents'))}${tab('starred', popup.starred, 0)}
      <label class="check"><input type="checkbox" .checked=${filter.onlyUnread} @change=${(event: Event) => onChange({ onlyUnread: (event.target as HTMLInputElement).checked })}> ${popup.onlyUnread}</label>
    </nav>
    <div class="tools" role="search">
      <input type="search" aria-label=${locale.search} placeholder=${locale.searchPlaceholder} .value=${filter.query} @input=${(event: Event) => onChange({ query: fieldValue(event) })}>
      ${
        schools.length > 1
          ? html`<select aria-label=${popup.school} @change=${(event: Event) => onChange({ school: fieldValue(event) })}>
              <option value="" ?selected=${!filter.school}>${popup.allSchools}</option>
              ${schools.map(({ id, name }) => html`<option value=${id} ?selected=${filter.school === id}>${name}</option>`)}
            </select>`
          : nothing
      }
    </div>`;
}
