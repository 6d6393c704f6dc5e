import { html, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { textMatcher } from '../../core/text/search.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi } from '../locale/vi/search.ts';

/** The search box of a list of news, and what is typed into it. */
export class SearchBox {
  #query = '';

  /** @param onChange called when the query has changed */
  constructor(private readonly onChange: () => void) {}

  readonly #onInput = ({ target }: Event): void => {
    this.#query = (target as HTMLInputElement).value;
    this.onChange();
  };

  render(locale: Locale): TemplateResult {
    const { search, searchPlaceholder } = { ...vi, ...locale };
    return html`<input part="search" type="search" aria-label=${search} placeholder=${searchPlaceholder} .value=${this.#query} @input=${this.#onInput}>`;
  }

  /** Says how many items were found; empty if nothing is searched. */
  status(count: number, locale: Locale): string {
    return this.#query && { ...vi, ...locale }.found(count);
  }

  /** The items whose title, summary or authors contain the searched words. */
  find(items: readonly Item[]): readonly Item[] {
    const matches = textMatcher(this.#query);
    return items.filter(({ title, summary, authors = [] }) =>
      matches([title, summary, ...authors.map(({ name }) => name)].join(' ')),
    );
  }
}
