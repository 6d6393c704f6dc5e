import type { Item } from '../../core/model/feed.ts';
import { fold } from '../../core/text/fold.ts';
import { indexOfWord, type Word } from '../../core/text/search.ts';
import { type Column, FACETS, type Facet } from './columns.ts';
import { addFiles, type DocumentRow, documentKey, toRow } from './document-row.ts';
import { orderRows, type RowOrder } from './row-order.ts';
import { sortText } from './sort-text.ts';
import type { YieldToMain } from './yield-to-main.ts';

/** Words whose matches are cached. */
const MAX_CACHED_WORDS = 20;

/** Which documents to select, and in which order. */
export interface DocumentQuery {
  words: readonly Word[];
  chosen: Partial<Record<Facet, string>>;
  /** First and last day of issue, `YYYY-MM-DD`; empty for any. */
  from: string;
  to: string;
  sort: Column | '';
  descending: boolean;
}

/** For each value of a facet, the number of documents that choosing it would leave. */
export type FacetCounts = Record<Facet, Map<string, number>>;

/** Returns an item's searchable text on one line, as written and folded; both have the same length. */
function searchText({ item, facts, cells }: DocumentRow): [text: string, folded: string] {
  const { number, issued } = facts;
  // A number is also found without its separators (42/2022/NĐCP), a date as people write it.
  const variants = [number?.replace(/[^\p{L}\d]/gu, ''), issued?.split('-').reverse().join('/')];
  const texts = [number, ...variants, cells.title, item.summary, cells.type, cells.issuer, cells.signer];
  const fileNames = item.attachments?.map(({ title }) => title) ?? [];
  const text = [...texts, cells.field, cells.school, facts.replaces, ...fileNames]
    .filter(Boolean)
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    // The folded text takes one byte per character as long as all are Latin-1.
    .replace(/[\u2000-\u206f\n]/g, ' ');
  const folded = fold(text);
  return folded.length === text.length ? [text, folded] : [folded, folded];
}

/**
 * The days by which the items are sorted: those of a hub by the day of issue, as in its lists, others by that of
 * publication. An item whose days are mistyped, because they are to come, stays after the one before it.
 */
function shownDays(items: readonly Item[], today: string): string[] {
  const all = items.map(({ date_published, _tct }) =>
    [_tct?.school && _tct.document?.issued, date_published?.slice(0, 10)].filter((day) => day !== undefined),
  );
  const sound = all.map((days) => days.find((day) => day <= today));
  let last = sound.find(Boolean) ?? '';
  return all.map((days, at) => {
    last = sound[at] ?? last;
    return days.length ? last : '';
  });
}

/** The documents, searchable by words and facets and sortable by column. */
export class DocumentIndex {
  readonly rows: DocumentRow[] = [];
  readonly #rowNumbers = new Map<Item, number>();
  /** The search texts of all items, one per line. */
  #text = '';
  #folded = '';
  /** Where each item's line starts, and the row that it belongs to. */
  readonly #lineStarts: number[] = [];
  readonly #lineRows: number[] = [];
  readonly #rowsByKey = new Map<string, number>();
  /** Row numbers in the order of the items, newest first. */
  #rowOrder: number[] = [];
  /** Each facet's values, and each row's value as an index into them; index 0 is no value. */
  readonly #facets = FACETS.map((facet) => ({
    facet,
    rowValues: [] as number[],
    values: [''],
    valueIndexes: new Map([['', 0]]),
  }));
  /** The rows sorted by the last requested column; rows added since are missing. */
  #order?: RowOrder & { column: Column };
  readonly #matches = new Map<string, Uint8Array>();

  /**
   * Adds new items in slices.
   *
   * @param items all items, newest first; those indexed before are skipped
   * @param today `YYYY-MM-DD`
   */
  async add(
    items: readonly Item[],
    schoolOf: (item: Item) => string | undefined,
    today: string,
    yieldToMain: YieldToMain,
  ): Promise<void> {
    for (const item of items) {
      if (this.#rowNumbers.has(item)) continue;
      this.#rowNumbers.set(item, this.#append(toRow(item, schoolOf(item), today)));
      await yieldToMain.yieldIfNeeded();
    }
    const days = shownDays(items, today);
    const rows = items
      .map((item, at) => ({ row: this.#rowNumbers.get(item)!, day: days[at]! }))
      .sort((a, b) => Number(a.day < b.day) - Number(a.day > b.day))
      .map(({ row }) => row);
    this.#rowOrder = [...new Set(rows)];
  }

  /** The number of items, of which several may be one document. */
  get itemCount(): number {
    return this.#lineRows.length;
  }

  /** Adds an item, to the row of the same document if there is one, and returns the number of its row. */
  #append(row: DocumentRow): number {
    const [text, folded] = searchText(row);
    this.#lineStarts.push(this.#folded.length);
    this.#text += `${text}\n`;
    this.#folded += `${folded}\n`;
    this.#matches.clear();
    const key = documentKey(row);
    const twin = this.#rowsByKey.get(key);
    const number = twin ?? this.rows.length;
    this.#lineRows.push(number);
    if (twin !== undefined) {
      addFiles(this.rows[twin]!, row.files);
      return twin;
    }
    if (key) this.#rowsByKey.set(key, number);
    for (const { facet, rowValues, values, valueIndexes } of this.#facets) {
      const value = row.cells[facet] ?? '';
      if (!valueIndexes.has(value)) valueIndexes.set(value, values.push(value) - 1);
      rowValues.push(valueIndexes.get(value)!);
    }
    this.rows.push(row);
    return number;
  }

  /** Flags the rows that contain a word. Cached, because typing a letter changes only one word. */
  #rowsWith(word: Word): Uint8Array {
    const cached = this.#matches.get(word.letters);
    if (cached) return cached;
    const matches = new Uint8Array(this.rows.length);
    let line = 0;
    let at = indexOfWord(word, this.#text, this.#folded);
    while (at >= 0) {
      while (line + 1 < this.#lineStarts.length && this.#lineStarts[line + 1]! <= at) line++;
      matches[this.#lineRows[line]!] = 1;
      const next = this.#lineStarts[line + 1];
      if (next === undefined) break;
      at = indexOfWord(word, this.#text, this.#folded, next);
    }
    if (this.#matches.size > MAX_CACHED_WORDS) this.#matches.clear();
    this.#matches.set(word.letters, matches);
    return matches;
  }

  /** Sorts all rows by a column, for `select`. */
  sort(column: Column): void {
    this.#order = { ...orderRows(this.rows.map((row) => sortText(row, column))), column };
  }

  /** Whether `select` can return all rows in the order of a column. */
  isSorted(column: Column | ''): boolean {
    return !column || (this.#order?.column === column && this.#order.rows.length === this.rows.length);
  }

  /** Returns the row numbers that match a query, in its order, and the counts of the facets' values. */
  select(query: DocumentQuery): { rows: number[]; counts: FacetCounts } {
    const facets = this.#facets;
    const wordMatches = query.words.map((word) => this.#rowsWith(word));
    const wanted = facets.map(({ facet, valueIndexes }) => {
      const value = query.chosen[facet];
      return value ? (valueIndexes.get(value) ?? -1) : undefined;
    });
    const tallies = facets.map(({ values }) => new Uint32Array(values.length));
    const { from, to } = query;
    const selected = this.rows.map(({ cells: { issued = '' } }, row) => {
      if (!wordMatches.every((matches) => matches[row])) return false;
      if ((from && issued < from) || (to && (!issued || issued > to))) return false;
      let misses = 0;
      let missed = -1;
      for (let at = 0; at < facets.length; at++)
        if (wanted[at] !== undefined && facets[at]!.rowValues[row] !== wanted[at]) {
          misses++;
          missed = at;
        }
      // The counts of a facet ignore the facet's own filter.
      if (misses < 2)
        for (let at = 0; at < facets.length; at++)
          if (!misses || missed === at) tallies[at]![facets[at]!.rowValues[row]!]!++;
      return !misses;
    });
    const counts = facets.map(({ facet, values }, at) => [
      facet,
      new Map(values.map((value, index) => [value, tallies[at]![index]!])),
    ]);
    return { rows: this.#inOrder(selected, query), counts: Object.fromEntries(counts) };
  }

  #inOrder(selected: boolean[], { sort, descending }: DocumentQuery): number[] {
    const order = this.#order;
    if (!sort || order?.column !== sort) return this.#rowOrder.filter((row) => selected[row]);
    const { filled, rows } = order;
    // Rows without a value stay last in descending order too.
    return rows
      .map((row, at) => (descending && at < filled ? rows[filled - 1 - at]! : row))
      .filter((row) => selected[row]);
  }
}
