import { html, nothing, type TemplateResult } from 'lit';
import type { ListKind, PageSource } from '../../../core/config/cluster.ts';
import type { PointWords, SelectorField } from './point-words.ts';

const FIELDS: Record<ListKind, readonly SelectorField[]> = {
  news: ['item', 'title', 'link', 'date', 'image', 'summary', 'next'],
  documents: ['table', 'item', 'title', 'link', 'date', 'next'],
  gallery: ['item', 'title', 'link', 'date', 'image', 'photos', 'next'],
};

/** A message about one of the selectors. */
export interface SelectorError {
  field: string | undefined;
  text: string;
}

const isField = (field: string | undefined, kind: ListKind) => FIELDS[kind].some((each) => each === field);

/** Whether a message stands at one of the fields, so that nothing else needs to say it. */
export const isAtField = (error: SelectorError | undefined, kind: ListKind): boolean =>
  isField(error?.field, kind);

/** The selectors that were found, to be read and changed by who knows CSS. */
export function selectorFields(
  source: PageSource,
  kind: ListKind,
  words: PointWords,
  error: SelectorError | undefined,
  save: (source: PageSource) => void,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    const edited: PageSource = { ...source };
    for (const field of FIELDS[kind]) {
      const value = String(values.get(field) ?? '').trim();
      if (value) edited[field] = value;
      else delete edited[field];
    }
    save(edited);
  };
  const row = (field: SelectorField) => {
    const wrong = error?.field === field ? error.text : undefined;
    return html`<li><label>${words.cssField[field]}<input name=${field} type="text" spellcheck="false" autocapitalize="off" autocomplete="off" .value=${source[field] ?? ''} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `point-wrong-${field}` : nothing}></label>${wrong ? html`<p class="trouble" id="point-wrong-${field}">${wrong}</p>` : nothing}</li>`;
  };
  return html`<details class="selectors" ?open=${isAtField(error, kind)}><summary>${words.css}</summary>
    <p class="hint">${words.cssHelp}</p>
    <form @submit=${submit}><ul>${FIELDS[kind].map(row)}</ul><button class="unseen" tabindex="-1" aria-hidden="true">${words.go}</button></form></details>`;
}
