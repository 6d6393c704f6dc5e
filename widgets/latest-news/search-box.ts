import { html, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { textMatcher } from '../../core/text/search.ts';
import type { Locale } from '../locale/types/locale.ts';

/** Renders the search box. */
export function searchBox(query: string, locale: Locale, onInput: (query: string) => void): TemplateResult {
  return html`<input part="search" type="search" aria-label=${locale.search} placeholder=${locale.searchPlaceholder} .value=${query} @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}>`;
}

/** The items whose title, summary or authors contain the searched words. */
export function searchItems(items: readonly Item[], query: string): readonly Item[] {
  const matches = textMatcher(query);
  return items.filter(({ title, summary, authors = [] }) =>
    matches([title, summary, ...authors.map(({ name }) => name)].join(' ')),
  );
}
