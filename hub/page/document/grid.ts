import type { HtmlPage } from '../html-page.ts';
import { type Element, isElement } from '../tree.ts';

/** Columns beyond these are ignored: `colspan` may claim any number. */
const MAX_COLUMNS = 60;

export interface Cell {
  element: Element;
  /** Its text, on one line. */
  text: string;
}

/** A row. A cell that spans several columns or rows is repeated in each of them. */
export type GridRow = readonly Cell[];

const CELL_ELEMENT = /^t[dh]$/;
const ROW_GROUP = /^(?:thead|tbody|tfoot)$/;

/** Value of a `colspan` or `rowspan` attribute. */
function parseSpan(value: string | undefined, max: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number > 1 ? Math.min(number, max) : 1;
}

function childElements({ children }: Element): Element[] {
  return children.filter(isElement);
}

/** The rows of a table, without those of nested tables. The rows of any other element are its children. */
function rowsOf(table: Element): Element[] {
  if (table.name !== 'table' && !ROW_GROUP.test(table.name)) return childElements(table);
  return childElements(table).flatMap((child) =>
    child.name === 'tr'
      ? [child]
      : ROW_GROUP.test(child.name)
        ? childElements(child).filter(({ name }) => name === 'tr')
        : [],
  );
}

/** A table, or elements laid out like one, as a grid in which spanning cells are repeated. */
export function gridOf(page: HtmlPage, table: Element): GridRow[] {
  /** By column: the cell that spans into the current row from above, and the number of rows it still covers. */
  const spanning = new Map<number, { cell: Cell; rows: number }>();
  return rowsOf(table).map((row) => {
    const cells: Cell[] = [];
    const addSpanning = () => {
      for (let above = spanning.get(cells.length); above; above = spanning.get(cells.length)) {
        if (--above.rows <= 0) spanning.delete(cells.length);
        cells.push(above.cell);
        if (cells.length >= MAX_COLUMNS) return;
      }
    };
    for (const element of childElements(row)) {
      if (row.name === 'tr' && !CELL_ELEMENT.test(element.name)) continue;
      addSpanning();
      if (cells.length >= MAX_COLUMNS) break;
      const cell = { element, text: page.textLine(element) ?? '' };
      const rows = parseSpan(element.attribs.rowspan, 1000);
      const columns = parseSpan(element.attribs.colspan, MAX_COLUMNS - cells.length);
      for (let column = 0; column < columns; column++) {
        if (rows > 1) spanning.set(cells.length, { cell, rows: rows - 1 });
        cells.push(cell);
      }
    }
    addSpanning();
    return cells;
  });
}
