import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AllDocumentWords } from '../locale/types/documents.ts';
import { FACETS, type Facet } from './columns.ts';
import { UNFILTERED } from './filters.ts';
import type { ToolsState } from './tools-panel.ts';
import { compareText } from './vietnamese-order.ts';

const inputValue = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Renders the filter of a facet, unless all documents share one value. */
function facetPanel(
  facet: Facet,
  { filters: { chosen }, counts, onChange }: ToolsState,
  words: AllDocumentWords,
): unknown {
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
export function filterPanel(state: ToolsState, words: AllDocumentWords): TemplateResult {
  const { filters, rows, onChange } = state;
  const hasDates = new Set(rows.flatMap(({ cells }) => cells.issued ?? [])).size > 1;
  const clear = ({ currentTarget }: Event) => {
    // A date of which a part is missing counts as none, and is left to the user until here.
    for (const input of (currentTarget as Element).parentElement!.querySelectorAll('input')) input.value = '';
    onChange({ ...UNFILTERED, query: filters.query });
  };
  // `live`: an empty value written to a date that is being edited would clear its other parts.
  const dateInput = (name: 'from' | 'to') =>
    html`<label>${words[name]}<input type="date" .value=${live(filters[name])} @change=${(event: Event) => onChange({ [name]: inputValue(event) })}></label>`;
  return html`${FACETS.map((facet) => facetPanel(facet, state, words))}
    ${hasDates || filters.from || filters.to ? [dateInput('from'), dateInput('to')] : nothing}
    <button @click=${clear}>${words.clear}</button>`;
}
