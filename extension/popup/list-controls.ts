import { html, nothing, type TemplateResult } from 'lit';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf, unreadCount } from '../schools/posts.ts';
import type { ListName, Store } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { LISTS, type ListFilter } from './list-filter.ts';

type OnChange = (change: Partial<ListFilter>) => void;

const fieldValue = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

const checkbox = (checked: boolean, label: unknown, onChange: (checked: boolean) => void) =>
  html`<label class="check"><input type="checkbox" .checked=${checked} @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}> ${label}</label>`;

/** The lists to choose from, and whether only unread posts are shown. */
export function listTabs(
  store: Store,
  { popup }: Words,
  filter: ListFilter,
  onChange: OnChange,
): TemplateResult {
  const tab = (list: ListName) => {
    const count = list === 'starred' ? 0 : postsOf(store, { kind: list, unread: true }).length;
    return html`<button aria-pressed=${filter.list === list} @click=${() => onChange({ list })}>${popup[list]}${count ? html` <span class="number">${count}</span>` : nothing}</button>`;
  };
  const unread = html`<span class="count">${popup.unread(unreadCount(store))}</span>`;
  return html`<nav class="lists" aria-label=${popup.lists}>
    ${LISTS.map(tab)}
    ${checkbox(filter.onlyUnread, unread, (onlyUnread) => onChange({ onlyUnread }))}
  </nav>`;
}

/**
 * The search field and the other filters.
 *
 * @param hasWatchWords whether the user watches for any words
 */
export function searchTools(
  store: Store,
  words: Words,
  filter: ListFilter,
  { isOpen, hasWatchWords }: { isOpen: boolean; hasWatchWords: boolean },
  onChange: OnChange,
): TemplateResult {
  const { popup } = words;
  const schools = schoolsOf(store).filter(({ on }) => on);
  return html`<div class="tools" role="search" ?hidden=${!isOpen}>
    <input type="search" aria-label=${popup.searchPosts} placeholder=${localeOf(words).searchPlaceholder} .value=${filter.query} @input=${(event: Event) => onChange({ query: fieldValue(event) })}>
    ${
      schools.length > 1
        ? html`<select aria-label=${popup.school} @change=${(event: Event) => onChange({ school: fieldValue(event) })}>
            <option value="" ?selected=${!filter.school}>${popup.allSchools}</option>
            ${schools.map(({ id, name }) => html`<option value=${id} ?selected=${filter.school === id}>${name}</option>`)}
          </select>`
        : nothing
    }
    ${hasWatchWords || filter.onlyWatched ? checkbox(filter.onlyWatched, popup.onlyWatched, (onlyWatched) => onChange({ onlyWatched })) : nothing}
  </div>`;
}
