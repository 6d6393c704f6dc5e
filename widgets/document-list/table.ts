import { html, nothing, type TemplateResult } from 'lit';
import { type CellContext, renderCell } from './cell.ts';
import { type Column, MAIN_COLUMNS } from './columns.ts';
import type { DocumentRow } from './document-row.ts';
import type { Filters } from './filters.ts';

/** A longer number, in characters, may be broken: the table would need more room than there is. */
const MAX_UNBROKEN = 20;

/** Columns whose values do not speak for themselves without a head. */
const LABELLED: readonly Column[] = ['signer', 'field'];

interface TableContext extends CellContext {
  caption: string;
  /** Whether a table without room for all columns shows some of them below the title. */
  folds: boolean;
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
  const folded = context.folds ? columns.filter((column) => !MAIN_COLUMNS.includes(column)) : [];
  const foldable = (column: Column) => (folded.includes(column) ? `${column} foldable` : column);
  const labelled = (column: Column, content: unknown) =>
    LABELLED.includes(column)
      ? html`<span class="label" aria-hidden="true">${words.columns[column]}</span>${content}`
      : content;
  return html`<table part="list" role="table">
    <caption class="unseen">${context.caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(
      (column) =>
        html`<th class=${foldable(column)} role="columnheader" scope="col" aria-sort=${direction(column)}><button @click=${() => context.sortBy(column)}>${words.columns[column]}</button></th>`,
    )}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => {
      const contents = new Map(columns.map((column) => [column, renderCell(row, column, context)]));
      const filled = (some: readonly Column[]) => some.filter((column) => contents.get(column) !== nothing);
      const isLong = (row.cells.number?.length ?? 0) > MAX_UNBROKEN;
      return html`<tr part="item" role="row">${columns.map((column) => {
        const content = contents.get(column);
        return html`<td class=${column === 'number' && isLong ? 'number long' : foldable(column)} role="cell">${content === nothing ? nothing : labelled(column, content)}${
          column === 'title' && folded.length
            ? html`<div class="folded">${filled(folded).map((each) => html`<span class=${each}>${labelled(each, contents.get(each))}</span>`)}</div>`
            : nothing
        }</td>`;
      })}</tr>`;
    })}</tbody>
  </table>`;
}
