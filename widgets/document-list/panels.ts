import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from './address-state.ts';
import { type Column, FACETS, type Facet, type Row } from './columns.ts';
import type { Counts } from './document-index.ts';
import type { DocumentWords } from './words.ts';

type Choose = (change: Partial<Choice>) => void;

const valueIn = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Sorting where the table is set as cards and has no head to press. */
export function sortPanel(
  { sort, descending }: Choice,
  words: DocumentWords,
  columns: readonly Column[],
  choose: Choose,
): TemplateResult {
  return html`<span class="sort"><select aria-label=${words.sortBy} @change=${(event: Event) => choose({ sort: valueIn(event) as Column | '', descending: valueIn(event) === 'issued' })}>
    <option value="" ?selected=${!sort}>${words.newest}</option>
    ${columns.filter((column) => column !== 'files').map((column) => html`<option value=${column} ?selected=${sort === column}>${words.columns[column]}</option>`)}
  </select>${sort ? html`<button aria-label=${descending ? words.descending : words.ascending} @click=${() => choose({ descending: !descending })}>${descending ? '↓' : '↑'}</button>` : nothing}</span>`;
}

function facetPanel(
  facet: Facet,
  { chosen }: Choice,
  words: DocumentWords,
  counts: Counts,
  choose: Choose,
): TemplateResult | typeof nothing {
  const values = [...counts[facet]].filter(([value]) => value);
  const now = chosen[facet] ?? '';
  if (values.length < 2 && !now) return nothing;
  const name = (value: string) => (facet === 'validity' ? (words.validity[value] ?? value) : value);
  const offered = values
    .filter(([value, count]) => count || value === now)
    .sort(([one], [other]) => (name(one) < name(other) ? -1 : 1));
  return html`<label>${words.columns[facet]}<select @change=${(event: Event) => choose({ chosen: { ...chosen, [facet]: valueIn(event) } })}>
    <option value="" ?selected=${!now}>${words.all}</option>
    ${offered.map(([value, count]) => html`<option value=${value} ?selected=${value === now}>${name(value)} (${count})</option>`)}
  </select></label>`;
}

/** The choices: only where the documents differ. */
export function filterPanel(
  choice: Choice,
  words: DocumentWords,
  counts: Counts,
  rows: readonly Row[],
  choose: Choose,
): TemplateResult {
  const first = rows.find(({ cells }) => cells.issued)?.cells.issued;
  const dated = rows.some(({ cells }) => cells.issued && cells.issued !== first);
  const day = (name: 'from' | 'to') =>
    html`<label>${words[name]}<input type="date" .value=${choice[name]} @change=${(event: Event) => choose({ [name]: valueIn(event) })}></label>`;
  return html`${FACETS.map((facet) => facetPanel(facet, choice, words, counts, choose))}
    ${dated || choice.from || choice.to ? [day('from'), day('to')] : nothing}
    <button @click=${() => choose({ chosen: {}, from: '', to: '' })}>${words.clear}</button>`;
}
