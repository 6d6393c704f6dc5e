import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { type CellContext, cellOf } from './cell.ts';
import type { Column, Row } from './columns.ts';
import type { Filters } from './filters.ts';

interface TableContext extends CellContext {
  caption: string;
  sortBy: (column: Column) => void;
  select: (event: Event, item: Item) => void;
}

/** The documents as a table. Its roles stay where narrow containers set it as cards: `display` takes its own away. */
export function table(
  rows: readonly Row[],
  columns: readonly Column[],
  { sort, descending }: Filters,
  context: TableContext,
): TemplateResult {
  const { words } = context;
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
          const content = cellOf(row, column, context);
          return html`<td class=${column} role="cell">${content === nothing ? nothing : html`<span class="label" aria-hidden="true">${words.columns[column]}</span>${content}`}</td>`;
        })}</tr>`,
    )}</tbody>
  </table>`;
}
