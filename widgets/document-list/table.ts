import { html, nothing, type TemplateResult } from 'lit';
import { type CellContext, renderCell } from './cell.ts';
import type { Column } from './columns.ts';
import type { DocumentRow } from './document-row.ts';
import type { Filters } from './filters.ts';

/** A longer number, in characters, may be broken: the table would need more room than there is. */
const MAX_UNBROKEN = 20;

interface TableContext extends CellContext {
  caption: string;
  sortBy: (column: Column) => void;
}

/** Renders the documents as a table. It has explicit roles, because `display` removes those of a table laid out as cards. */
export function table(
  rows: readonly DocumentRow[],
  { sort, descending }: Filters,
  context: TableContext,
): TemplateResult {
  const { words, columns } = context;
  const direction = (column: Column) =>
    sort === column ? (descending ? 'descending' : 'ascending') : 'none';
  return html`<table part="list" role="table">
    <caption class="unseen">${context.caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(
      (column) =>
        html`<th class=${column} role="columnheader" scope="col" aria-sort=${direction(column)}><button @click=${() => context.sortBy(column)}>${words.columns[column]}</button></th>`,
    )}</tr></thead>
    <tbody role="rowgroup">${rows.map(
      (row) =>
        html`<tr part="item" role="row">${columns.map((column) => {
          const content = renderCell(row, column, context);
          return html`<td class=${column === 'number' && (row.cells.number?.length ?? 0) > MAX_UNBROKEN ? 'number long' : column} role="cell">${content === nothing ? nothing : html`<span class="label" aria-hidden="true">${words.columns[column]}</span>${content}`}</td>`;
        })}</tr>`,
    )}</tbody>
  </table>`;
}
