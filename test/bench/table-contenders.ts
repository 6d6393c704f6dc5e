/** The tables that the document list is measured against: each shows ten rows of many, searches and sorts them. */
import DataTables from 'datatables.net';
import { Grid } from 'gridjs';
import List from 'list.js';
import { DataTable } from 'simple-datatables';
import { TabulatorFull } from 'tabulator-tables';

export type DocumentFields = Record<(typeof FIELDS)[number], string>;

export interface TableContender {
  /** Shows the rows in an element. */
  show: (root: HTMLElement, rows: readonly DocumentFields[]) => unknown;
  /** Selectors of the search field and of the button that sorts by title. */
  search: string;
  sort: string;
}

const FIELDS = ['number', 'issued', 'title', 'type', 'issuer'] as const;
const cells = (rows: readonly DocumentFields[]) => rows.map((row) => FIELDS.map((field) => row[field]));

/** @public `documents.ts` bundles it by name. */
export const TABLES: Record<string, TableContender> = {
  'list.js': {
    show(root, rows) {
      root.innerHTML = `<input class="search"><button class="sort" data-sort="title">Trích yếu</button><table><tbody class="list"></tbody></table><ul class="pagination"></ul>`;
      root.id = 'list';
      const item = `<tr>${FIELDS.map((field) => `<td class="${field}"></td>`).join('')}</tr>`;
      new List('list', { valueNames: [...FIELDS], item, page: 10, pagination: {} }, [...rows]);
    },
    search: '.search',
    sort: '.sort',
  },
  'Grid.js': {
    show: (root, rows) =>
      new Grid({
        columns: [...FIELDS],
        data: cells(rows),
        search: true,
        sort: true,
        pagination: { limit: 10 },
      }).render(root),
    search: 'input',
    sort: 'th[data-column-id=title] button',
  },
  'simple-datatables': {
    show(root, rows) {
      root.append(document.createElement('table'));
      new DataTable(root.querySelector('table')!, {
        perPage: 10,
        data: { headings: [...FIELDS], data: cells(rows) },
      });
    },
    search: 'input',
    sort: 'th:nth-child(3) button',
  },
  Tabulator: {
    show(root, rows) {
      root.innerHTML = '<input><div></div>';
      const table = new TabulatorFull(root.querySelector('div')!, {
        data: [...rows],
        pagination: true,
        paginationSize: 10,
        columns: FIELDS.map((field) => ({ title: field, field })),
      });
      root.querySelector('input')!.addEventListener('input', ({ target }) => {
        const words = (target as HTMLInputElement).value.toLowerCase();
        table.setFilter((row: DocumentFields) =>
          FIELDS.some((field) => row[field].toLowerCase().includes(words)),
        );
      });
    },
    search: 'input',
    sort: '.tabulator-col[tabulator-field=title]',
  },
  DataTables: {
    show(root, rows) {
      root.append(document.createElement('table'));
      new DataTables(root.querySelector('table')!, {
        data: cells(rows),
        columns: FIELDS.map((title) => ({ title })),
        pageLength: 10,
      });
    },
    search: 'input[type=search]',
    sort: 'th:nth-child(3)',
  },
};
