import { html, nothing, type TemplateResult } from 'lit';
import { sortKey } from '../../core/text/collation.ts';
import type { DocumentWords } from '../locale/types/documents.ts';
import { type Column, FACETS, type Facet, type Row } from './columns.ts';
import type { Counts } from './document-index.ts';
import { type Filters, filtersIn } from './filters.ts';

/** What the panels show, and what is called when the visitor chooses. */
interface Tools {
  choice: Filters;
  words: DocumentWords;
  columns: readonly Column[];
  rows: readonly Row[];
  counts: Counts;
  /** Whether the filters are open. */
  open: boolean;
  choose: (change: Partial<Filters>) => void;
  toggle: () => void;
}

const valueIn = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Sorting where the table is set as cards and has no head to press. */
function sortPanel({ choice: { sort, descending }, words, columns, choose }: Tools): TemplateResult {
  return html`<span class="sort"><select aria-label=${words.sortBy} @change=${(event: Event) => choose({ sort: valueIn(event) as Column | '', descending: valueIn(event) === 'issued' })}>
    <option value="" .selected=${!sort}>${words.newest}</option>
    ${columns.map((column) => html`<option value=${column} .selected=${sort === column}>${words.columns[column]}</option>`)}
  </select>${sort ? html`<button aria-label=${descending ? words.descending : words.ascending} @click=${() => choose({ descending: !descending })}>${descending ? '↓' : '↑'}</button>` : nothing}</span>`;
}

function facetPanel(facet: Facet, { choice: { chosen }, words, counts, choose }: Tools): unknown {
  const now = chosen[facet] ?? '';
  // What an address names is shown also where no document has it.
  const values = [...new Map([[now, 0], ...counts[facet]])].filter(([value]) => value);
  if (values.length < 2 && !now) return nothing;
  const name = (value: string) => (facet === 'validity' ? (words.validity[value] ?? value) : value);
  const offered = values
    .filter(([value, count]) => count || value === now)
    .sort(([one], [other]) => (sortKey(name(one)) < sortKey(name(other)) ? -1 : 1));
  return html`<label>${words.columns[facet]}<select @change=${(event: Event) => choose({ chosen: { ...chosen, [facet]: valueIn(event) } })}>
    <option value="" .selected=${!now}>${words.all}</option>
    ${offered.map(([value, count]) => html`<option value=${value} .selected=${value === now}>${name(value)} (${count})</option>`)}
  </select></label>`;
}

/** The choices: only where the documents differ. */
function filterPanel(tools: Tools): TemplateResult {
  const { choice, words, rows, choose } = tools;
  const dated = new Set(rows.flatMap(({ cells }) => cells.issued ?? [])).size > 1;
  const day = (name: 'from' | 'to') =>
    html`<label>${words[name]}<input type="date" .value=${choice[name]} @change=${(event: Event) => choose({ [name]: valueIn(event) })}></label>`;
  return html`${FACETS.map((facet) => facetPanel(facet, tools))}
    ${dated || choice.from || choice.to ? [day('from'), day('to')] : nothing}
    <button @click=${() => choose({ chosen: {}, from: '', to: '' })}>${words.clear}</button>`;
}

/** Search, order and filters. */
export function toolsPanel(tools: Tools): TemplateResult {
  const { choice, words, open, choose, toggle } = tools;
  const number = filtersIn(choice);
  return html`<div class="tools">
      <input part="search" type="search" aria-label=${words.search} placeholder=${words.searchPlaceholder} .value=${choice.query} @input=${(event: Event) => choose({ query: valueIn(event) })}>
      ${sortPanel(tools)}
      <button aria-expanded=${open} aria-controls="filters" @click=${toggle}>${words.filters}${number ? ` (${number})` : ''}</button>
    </div>
    <div id="filters" part="filters" ?hidden=${!open}>${open ? filterPanel(tools) : nothing}</div>`;
}

/**
 * Pages to turn.
 *
 * @param page counted from 0
 * @param open whether there are more pages than are known
 */
export function pager(
  page: number,
  pages: number,
  open: boolean,
  words: DocumentWords,
  turn: (page: number) => void,
): TemplateResult {
  const button = (to: number, name: string, sign: string) =>
    html`<button part="more" aria-label=${name} ?disabled=${to < 0 || (to >= pages && !open)} @click=${() => turn(to)}>${sign}</button>`;
  return html`<nav aria-label=${words.pages}>${button(page - 1, words.previous, '‹')}<span role="status">${words.page(page + 1, pages)}${open ? '+' : ''}</span>${button(page + 1, words.next, '›')}</nav>`;
}
