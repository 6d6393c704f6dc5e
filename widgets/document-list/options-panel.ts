import { html, type TemplateResult } from 'lit';
import type { AllDocumentWords } from '../locale/types/documents.ts';
import { COLUMNS, type Column } from './columns.ts';
import { filledColumns } from './shown-columns.ts';
import type { ToolsState } from './tools-panel.ts';

const PAGE_SIZES = [10, 25, 50, 100];

/** The columns and others in the default order if the columns are in it, else the others behind them. */
function orderedColumns(columns: readonly Column[], others: readonly Column[]): Column[] {
  const all = new Set([...columns, ...others]);
  const byDefault = COLUMNS.filter((column) => all.has(column));
  const isByDefault = String(byDefault.filter((column) => columns.includes(column))) === String(columns);
  return isByDefault ? byDefault : [...all];
}

/** Renders the choice of columns and of the number of documents per page, and the download of the list. */
export function optionsPanel(state: ToolsState, words: AllDocumentWords): TemplateResult {
  const { columns, tagColumns, filters, rows, pageSize, tagPageSize, onChange, onDownload } = state;
  const allColumns = orderedColumns(tagColumns, [...columns, ...filledColumns(COLUMNS, rows)]);
  const toggle = (column: Column) => {
    const chosen = allColumns.filter((each) => columns.includes(each) !== (each === column));
    const isAsBefore = String(chosen) === String(tagColumns);
    onChange({ columns: isAsBefore ? [] : chosen, page: filters.page });
  };
  // A list without columns would show nothing.
  const isLast = (column: Column) => columns.length === 1 && columns[0] === column;
  const sizes = [...new Set([...PAGE_SIZES, tagPageSize, pageSize])].sort((a, b) => a - b);
  const choose = ({ target }: Event) => {
    const size = Number((target as HTMLSelectElement).value);
    onChange({ pageSize: size === tagPageSize ? 0 : size });
  };
  return html`<div class="choice" role="group" aria-label=${words.shownColumns}>${allColumns.map(
    (column) =>
      html`<label><input type="checkbox" .checked=${columns.includes(column)} ?disabled=${isLast(column)} @change=${() => toggle(column)}>${words.columns[column]}</label>`,
  )}</div>
    <label>${words.pageSize}<select @change=${choose}>
      ${sizes.map((size) => html`<option value=${size} .selected=${size === pageSize}>${size}</option>`)}
    </select></label>
    <button @click=${() => onDownload(words)}>${words.csv}</button>`;
}
