import { type Element, type HtmlPage, isElement } from './html-page.ts';

/** Columns of the widest table and of the widest cell. */
const MOST_COLUMNS = 60;

export interface Cell {
  element: Element;
  /** One line. */
  text: string;
}

/** A row; a cell that spans several columns or rows stands in each of them. */
export type Row = readonly Cell[];

const CELL = /^t[dh]$/;
const PART = /^(?:thead|tbody|tfoot)$/;

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number > 1 ? Math.min(number, most) : 1;
}

function childElements({ children }: Element): Element[] {
  return children.filter(isElement);
}

/** Rows of a table, none of a table inside it; the children of any other element stand for its rows. */
function rowsOf(table: Element): Element[] {
  if (table.name !== 'table' && !PART.test(table.name)) return childElements(table);
  return childElements(table).flatMap((child) =>
    child.name === 'tr'
      ? [child]
      : PART.test(child.name)
        ? childElements(child).filter(({ name }) => name === 'tr')
        : [],
  );
}

/** A table, or elements laid out as one, as rows of cells: the spans of cells are written out. */
export function gridOf(page: HtmlPage, table: Element): Row[] {
  /** Cells that reach down from above, by column, and for how many rows more. */
  const hanging = new Map<number, { cell: Cell; rows: number }>();
  return rowsOf(table).map((row) => {
    const cells: Cell[] = [];
    const hang = () => {
      for (let above = hanging.get(cells.length); above; above = hanging.get(cells.length)) {
        if (--above.rows <= 0) hanging.delete(cells.length);
        cells.push(above.cell);
        if (cells.length >= MOST_COLUMNS) return;
      }
    };
    for (const element of childElements(row)) {
      if (row.name === 'tr' && !CELL.test(element.name)) continue;
      hang();
      if (cells.length >= MOST_COLUMNS) break;
      const cell = { element, text: page.words(element) ?? '' };
      const rows = span(element.attribs.rowspan, 1000);
      const columns = span(element.attribs.colspan, MOST_COLUMNS - cells.length);
      for (let column = 0; column < columns; column++) {
        if (rows > 1) hanging.set(cells.length, { cell, rows: rows - 1 });
        cells.push(cell);
      }
    }
    hang();
    return cells;
  });
}
