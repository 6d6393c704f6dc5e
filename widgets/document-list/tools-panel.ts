import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DocumentWords } from '../locale/types/documents.ts';
import { type Column, FACETS, type Facet } from './columns.ts';
import type { FacetCounts } from './document-index.ts';
import type { DocumentRow } from './document-row.ts';
import { activeFilterCount, type Filters } from './filters.ts';
import { compareText } from './vietnamese-order.ts';

/** Content and callbacks of the tools. */
interface ToolsState {
  filters: Filters;
  words: DocumentWords;
  columns: readonly Column[];
  rows: readonly DocumentRow[];
  counts: FacetCounts;
  /** Whether the filters are expanded. */
  expanded: boolean;
  onChange: (change: Partial<Filters>) => void;
  onToggle: () => void;
}

const inputValue = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Renders the choice of order, for narrow containers where the table is laid out as cards without a head. */
function sortPanel({ filters, words, columns, onChange }: ToolsState): TemplateResult {
  const { sort, descending } = filters;
  return html`<span class="sort"><select aria-label=${words.sortBy} @change=${(event: Event) => onChange({ sort: inputValue(event) as Column | '', descending: inputValue(event) === 'issued' })}>
    <option value="" .selected=${!sort}>${words.newest}</option>
    ${columns.map((column) => html`<option value=${column} .selected=${sort === column}>${words.columns[column]}</option>`)}
  </select>${sort ? html`<button aria-label=${descending ? words.descending : words.ascending} @click=${() => onChange({ descending: !descending })}>${descending ? '↓' : '↑'}</button>` : nothing}</span>`;
}

/** Renders the filter of a facet, unless all documents share one value. */
function facetPanel(facet: Facet, { filters: { chosen }, words, counts, onChange }: ToolsState): unknown {
  const current = chosen[facet] ?? '';
  // A value from the URL is shown even if no document has it.
  const values = [...new Map([[current, 0], ...counts[facet]])].filter(([value]) => value);
  if (values.length < 2 && !current) return nothing;
  const label = (value: string) => (facet === 'validity' ? (words.validity[value] ?? value) : value);
  const options = values
    .filter(([value, count]) => count || value === current)
    .map(([value, count]) => ({ value, count, name: label(value) }))
    .sort((a, b) => compareText(a.name, b.name));
  return html`<label>${words.columns[facet]}<select @change=${(event: Event) => onChange({ chosen: { ...chosen, [facet]: inputValue(event) } })}>
    <option value="" .selected=${!current}>${words.all}</option>
    ${options.map(({ value, count, name }) => html`<option value=${value} .selected=${value === current}>${name} (${count})</option>`)}
  </select></label>`;
}

/** Renders the filters in which the documents differ. */
function filterPanel(state: ToolsState): TemplateResult {
  const { filters, words, rows, onChange } = state;
  const hasDates = new Set(rows.flatMap(({ cells }) => cells.issued ?? [])).size > 1;
  const clear = ({ currentTarget }: Event) => {
    // A date of which a part is missing counts as none, and is left to the user until here.
    for (const input of (currentTarget as Element).parentElement!.querySelectorAll('input')) input.value = '';
    onChange({ chosen: {}, from: '', to: '' });
  };
  // `live`: an empty value written to a date that is being edited would clear its other parts.
  const dateInput = (name: 'from' | 'to') =>
    html`<label>${words[name]}<input type="date" .value=${live(filters[name])} @change=${(event: Event) => onChange({ [name]: inputValue(event) })}></label>`;
  return html`${FACETS.map((facet) => facetPanel(facet, state))}
    ${hasDates || filters.from || filters.to ? [dateInput('from'), dateInput('to')] : nothing}
    <button @click=${clear}>${words.clear}</button>`;
}

/** Renders the search box, the order and the filters. */
export function toolsPanel(state: ToolsState): TemplateResult {
  const { filters, words, expanded, onChange, onToggle } = state;
  const count = activeFilterCount(filters);
  return html`<div class="tools">
      <input part="search" type="search" aria-label=${words.search} placeholder=${words.searchPlaceholder} .value=${filters.query} @input=${(event: Event) => onChange({ query: inputValue(event) })}>
      ${sortPanel(state)}
      <button aria-expanded=${expanded} aria-controls="filters" @click=${onToggle}>${words.filters}${count ? ` (${count})` : ''}</button>
    </div>
    <div id="filters" part="filters" ?hidden=${!expanded}>${expanded ? filterPanel(state) : nothing}</div>`;
}
