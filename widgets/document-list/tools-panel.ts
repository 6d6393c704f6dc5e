import { html, nothing, type TemplateResult } from 'lit';
import type { AllDocumentWords, DocumentWords } from '../locale/types/documents.ts';
import type { Column } from './columns.ts';
import type { FacetCounts } from './document-index.ts';
import type { DocumentRow } from './document-row.ts';
import { activeFilterCount, type Filters } from './filters.ts';

/** The panels below the search box, of which one is open at most. */
export type Panel = 'filters' | 'options';

/** Content and callbacks of the tools. */
export interface ToolsState {
  filters: Filters;
  words: DocumentWords;
  /** The shown columns. */
  columns: readonly Column[];
  /** Those shown if the reader has chosen none. */
  tagColumns: readonly Column[];
  pageSize: number;
  tagPageSize: number;
  rows: readonly DocumentRow[];
  counts: FacetCounts;
  /** The open panel. */
  panel: Panel | undefined;
  onChange: (change: Partial<Filters>) => void;
  onToggle: (panel: Panel) => void;
  /** Downloads the documents that are found as CSV. */
  onDownload: (words: AllDocumentWords) => void;
}

/** Renders the choice of order, for widths at which some columns have no head to sort by. */
function sortPanel({ filters, words, columns, onChange }: ToolsState): TemplateResult {
  const { sort, descending } = filters;
  const choose = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement;
    onChange({ sort: value as Column | '', descending: value === 'issued' });
  };
  return html`<span class="sort"><select aria-label=${words.sortBy} @change=${choose}>
    <option value="" .selected=${!sort}>${words.newest}</option>
    ${columns.map((column) => html`<option value=${column} .selected=${sort === column}>${words.columns[column]}</option>`)}
  </select>${sort ? html`<button aria-label=${descending ? words.descending : words.ascending} @click=${() => onChange({ descending: !descending })}>${descending ? '↓' : '↑'}</button>` : nothing}</span>`;
}

/**
 * Renders the search box, the order, and the buttons of the panels.
 *
 * @param content renders the content of the open panel
 */
export function toolsPanel(state: ToolsState, content: () => unknown): TemplateResult {
  const { filters, words, panel, onChange, onToggle } = state;
  const count = activeFilterCount(filters);
  const toggle = (name: Panel, label: string) =>
    html`<button aria-expanded=${panel === name} aria-controls="panel" @click=${() => onToggle(name)}>${label}</button>`;
  return html`<div class="tools">
      <input part="search" type="search" aria-label=${words.search} placeholder=${words.searchPlaceholder} .value=${filters.query} @input=${(event: Event) => onChange({ query: (event.target as HTMLInputElement).value })}>
      ${sortPanel(state)}
      ${toggle('filters', words.filters + (count ? ` (${count})` : ''))}${toggle('options', words.options)}
    </div>
    <div id="panel" part=${panel ?? nothing} ?hidden=${!panel}>${panel ? content() : nothing}</div>`;
}
