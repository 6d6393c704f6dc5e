import type { Item } from '../../core/feed.ts';
import { fold, placeOf, type Word } from '../../core/search.ts';
import { type Column, FACETS, type Facet, keyOf, type Row, rowOf } from './columns.ts';
import { type Order, orderOf } from './order.ts';
import type { Pace } from './pace.ts';

/** What the visitor wants to see. */
export interface View {
  words: readonly Word[];
  chosen: Partial<Record<Facet, string>>;
  /** First and last day of issue, `YYYY-MM-DD`; empty is any. */
  from: string;
  to: string;
  sort: Column | '';
  descending: boolean;
}

/** Values of a facet with the number of documents that would be left. */
export type Counts = Record<Facet, Map<string, number>>;

/** A text on one line that no search goes across, with its folded form, letter under letter. */
function searchable(row: Row): [whole: string, folded: string] {
  const { item, facts, cells } = row;
  const texts = [
    cells.number,
    cells.title,
    item.summary,
    cells.type,
    cells.issuer,
    cells.signer,
    cells.field,
  ];
  const names = item.attachments?.map(({ title }) => title) ?? [];
  const whole = [...texts, cells.school, facts.replaces, ...names]
    .filter(Boolean)
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    // Signs beyond Latin-1 would make the folded text twice as large.
    .replace(/[\u2000-\u206f\n]/g, ' ');
  const folded = fold(whole);
  return folded.length === whole.length ? [whole, folded] : [folded, folded];
}

/** All documents, findable: by words in all fields, by what they are, in the order of any column. */
export class DocumentIndex {
  readonly rows: Row[] = [];
  readonly #known = new Set<Item>();
  #whole = '';
  #folded = '';
  /** Where each row's text begins. */
  readonly #starts: number[] = [];
  /** Newest first. */
  readonly #natural: number[] = [];
  readonly #codes = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
    Facet,
    number[]
  >;
  /** Values by code; 0 is none. */
  readonly #values = Object.fromEntries(FACETS.map((facet) => [facet, ['']])) as Record<Facet, string[]>;
  readonly #byValue = Object.fromEntries(FACETS.map((facet) => [facet, new Map([['', 0]])])) as Record<
    Facet,
    Map<string, number>
  >;
  readonly #orders = new Map<Column, Promise<Order>>();
  readonly #ready = new Map<Column, Order>();
  readonly #found = new Map<string, Uint8Array>();

  /** Adds those that are not there yet, a slice at a time. @returns whether there were any */
  async add(items: readonly Item[], school: (item: Item) => string | undefined, today: string, pace: Pace) {
    let added = false;
    for (const item of items) {
      if (this.#known.has(item)) continue;
      this.#known.add(item);
      this.#append(rowOf(item, school(item), today));
      added = true;
      await pace.breathe();
    }
    // Pages come newest first, and those of several sources in turn: nearly in order, which sorts fast.
    const date = (row: number) => this.rows[row]!.item.date_published ?? '';
    if (added) this.#natural.sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : a - b));
    return added;
  }

  #append(row: Row): void {
    const [whole, folded] = searchable(row);
    this.#natural.push(this.rows.push(row) - 1);
    this.#starts.push(this.#folded.length);
    this.#whole += `${whole}\n`;
    this.#folded += `${folded}\n`;
    for (const facet of FACETS) {
      const value = row.cells[facet] ?? '';
      let code = this.#byValue[facet].get(value);
      if (code === undefined) {
        code = this.#values[facet].push(value) - 1;
        this.#byValue[facet].set(value, code);
      }
      this.#codes[facet].push(code);
    }
    this.#orders.clear();
    this.#ready.clear();
    this.#found.clear();
  }

  /** Which rows have a word; kept, since the next letter typed changes one word only. */
  #having(word: Word): Uint8Array {
    const known = this.#found.get(word.letters);
    if (known) return known;
    const found = new Uint8Array(this.rows.length);
    let row = 0;
    let at = placeOf(word, this.#whole, this.#folded);
    while (at >= 0) {
      while (row + 1 < this.#starts.length && this.#starts[row + 1]! <= at) row++;
      found[row] = 1;
      const next = this.#starts[row + 1];
      if (next === undefined) break;
      at = placeOf(word, this.#whole, this.#folded, next);
    }
    if (this.#found.size > 20) this.#found.clear();
    this.#found.set(word.letters, found);
    return found;
  }

  /** Sorts by a column, a slice at a time, for `select` to use. */
  async sort(column: Column, pace: Pace): Promise<void> {
    let order = this.#orders.get(column);
    if (!order) {
      order = this.#order(column, pace);
      this.#orders.set(column, order);
    }
    const sorted = await order;
    // Rows that came meanwhile make it void.
    if (this.#orders.get(column) === order) this.#ready.set(column, sorted);
  }

  async #order(column: Column, pace: Pace): Promise<Order> {
    const keys: string[] = [];
    const known = new Map<string, string>();
    const repeated = column !== 'title' && column !== 'number';
    for (const row of [...this.rows]) {
      const text = row.cells[column] ?? '';
      const key = (repeated && column !== 'validity' && known.get(text)) || keyOf(row, column);
      if (repeated) known.set(text, key);
      keys.push(key);
      await pace.breathe();
    }
    return orderOf(keys, pace);
  }

  /** Whether `select` can sort by a column at once. */
  isSorted(column: Column | ''): boolean {
    return !column || this.#ready.has(column);
  }

  /** The rows that a view leaves, in its order, and how many each value of a facet would leave. */
  select(view: View): { rows: number[]; counts: Counts } {
    const count = this.rows.length;
    const finds = view.words.map((word) => this.#having(word));
    const chosen = FACETS.filter((facet) => view.chosen[facet]).map((facet) => ({
      facet,
      codes: this.#codes[facet],
      code: this.#byValue[facet].get(view.chosen[facet]!) ?? -1,
    }));
    const tallies = Object.fromEntries(
      FACETS.map((facet) => [facet, new Uint32Array(this.#values[facet].length)]),
    ) as Record<Facet, Uint32Array>;
    const { from, to } = view;
    const shown = new Uint8Array(count);
    for (let row = 0; row < count; row++) {
      if (!finds.every((found) => found[row])) continue;
      const { issued = '' } = this.rows[row]!.cells;
      if ((from && issued < from) || (to && (!issued || issued > to))) continue;
      let misses = 0;
      let missed = '';
      for (const { facet, codes, code } of chosen)
        if (codes[row] !== code) {
          misses++;
          missed = facet;
        }
      if (misses > 1) continue;
      // A facet's counts are of what the other choices leave.
      for (const facet of FACETS)
        if (!misses || missed === facet) tallies[facet][this.#codes[facet][row]!]!++;
      if (!misses) shown[row] = 1;
    }
    const counts = Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        new Map(this.#values[facet].map((value, code) => [value, tallies[facet][code]!] as const)),
      ]),
    ) as Counts;
    return { rows: this.#inOrder(shown, view), counts };
  }

  #inOrder(shown: Uint8Array, { sort, descending }: View): number[] {
    const order = sort && this.#ready.get(sort);
    if (!order) return this.#natural.filter((row) => shown[row]);
    const rows: number[] = [];
    const { filled } = order;
    for (let at = 0; at < order.rows.length; at++) {
      // Backwards, but what has no value stays last.
      const row = order.rows[descending && at < filled ? filled - 1 - at : at]!;
      if (shown[row]) rows.push(row);
    }
    return rows;
  }
}
