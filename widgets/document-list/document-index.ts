import type { Item } from '../../core/model/feed.ts';
import { fold } from '../../core/text/fold.ts';
import { indexOfWord, type Word } from '../../core/text/search.ts';
import { type Order, orderOf } from './column-order.ts';
import { type Column, FACETS, type Facet, keyOf, type Row, rowOf } from './columns.ts';
import type { YieldToMain } from './yield-to-main.ts';

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
  const { number, issued } = facts;
  // A number is also found written together (42/2022/NĐCP), a day as people write it.
  const shapes = [number?.replace(/[^\p{L}\d]/gu, ''), issued?.split('-').reverse().join('/')];
  const texts = [number, ...shapes, cells.title, item.summary, cells.type, cells.issuer, cells.signer];
  const names = item.attachments?.map(({ title }) => title) ?? [];
  const whole = [...texts, cells.field, cells.school, facts.replaces, ...names]
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
  readonly #places = new Map<Item, number>();
  #whole = '';
  #folded = '';
  /** Where each row's text begins. */
  readonly #starts: number[] = [];
  /** Rows as they came, newest first. */
  #natural: number[] = [];
  /** Which value each row has, by the value's place among all; the first is none. */
  readonly #facets = FACETS.map((facet) => ({
    ...{ facet, rows: [] as number[], values: [''], places: new Map([['', 0]]) },
  }));
  /** The last order that was wanted; it holds for the rows it knows. */
  #order?: Order & { column: Column };
  readonly #found = new Map<string, Uint8Array>();

  /**
   * Adds those that are not there yet, a slice at a time.
   *
   * @param items all there are, newest first
   */
  async add(
    items: readonly Item[],
    school: (item: Item) => string | undefined,
    today: string,
    pace: YieldToMain,
  ): Promise<void> {
    for (const item of items) {
      if (this.#places.has(item)) continue;
      this.#places.set(item, this.#append(rowOf(item, school(item), today)));
      await pace.yieldIfNeeded();
    }
    this.#natural = items.map((item) => this.#places.get(item)!);
  }

  #append(row: Row): number {
    const [whole, folded] = searchable(row);
    this.#starts.push(this.#folded.length);
    this.#whole += `${whole}\n`;
    this.#folded += `${folded}\n`;
    for (const { facet, rows, values, places } of this.#facets) {
      const value = row.cells[facet] ?? '';
      if (!places.has(value)) places.set(value, values.push(value) - 1);
      rows.push(places.get(value)!);
    }
    this.#found.clear();
    return this.rows.push(row) - 1;
  }

  /** Which rows have a word; kept, since the next letter typed changes one word only. */
  #having(word: Word): Uint8Array {
    const known = this.#found.get(word.letters);
    if (known) return known;
    const found = new Uint8Array(this.rows.length);
    let row = 0;
    let at = indexOfWord(word, this.#whole, this.#folded);
    while (at >= 0) {
      while (row + 1 < this.#starts.length && this.#starts[row + 1]! <= at) row++;
      found[row] = 1;
      const next = this.#starts[row + 1];
      if (next === undefined) break;
      at = indexOfWord(word, this.#whole, this.#folded, next);
    }
    if (this.#found.size > 20) this.#found.clear();
    this.#found.set(word.letters, found);
    return found;
  }

  /** Sorts by a column, a slice at a time, for `select` to use. */
  async sort(column: Column, pace: YieldToMain): Promise<void> {
    const keys: string[] = [];
    // Most columns have few values, and a key takes time.
    const known = new Map<string, string>();
    for (const row of [...this.rows]) {
      const text = column === 'validity' ? '' : (row.cells[column] ?? '');
      const key = (text && known.get(text)) || keyOf(row, column);
      known.set(text, key);
      keys.push(key);
      await pace.yieldIfNeeded();
    }
    this.#order = { ...(await orderOf(keys, pace)), column };
  }

  /** Whether `select` can give all rows in the order of a column. */
  isSorted(column: Column | ''): boolean {
    return !column || (this.#order?.column === column && this.#order.rows.length === this.rows.length);
  }

  /** The rows that a view leaves, in its order, and how many each value of a facet would leave. */
  select(view: View): { rows: number[]; counts: Counts } {
    const facets = this.#facets;
    const finds = view.words.map((word) => this.#having(word));
    const wanted = facets.map(({ facet, places }) => {
      const value = view.chosen[facet];
      return value ? (places.get(value) ?? -1) : undefined;
    });
    const tallies = facets.map(({ values }) => new Uint32Array(values.length));
    const { from, to } = view;
    const shown = this.rows.map(({ cells: { issued = '' } }, row) => {
      if (!finds.every((found) => found[row])) return false;
      if ((from && issued < from) || (to && (!issued || issued > to))) return false;
      let misses = 0;
      let missed = -1;
      for (let at = 0; at < facets.length; at++)
        if (wanted[at] !== undefined && facets[at]!.rows[row] !== wanted[at]) {
          misses++;
          missed = at;
        }
      // A facet's counts are of what the other choices leave.
      if (misses < 2)
        for (let at = 0; at < facets.length; at++)
          if (!misses || missed === at) tallies[at]![facets[at]!.rows[row]!]!++;
      return !misses;
    });
    const counts = facets.map(({ facet, values }, at) => [
      facet,
      new Map(values.map((value, place) => [value, tallies[at]![place]!])),
    ]);
    return { rows: this.#inOrder(shown, view), counts: Object.fromEntries(counts) };
  }

  #inOrder(shown: boolean[], { sort, descending }: View): number[] {
    const order = this.#order;
    if (!sort || order?.column !== sort) return this.#natural.filter((row) => shown[row]);
    const { filled } = order;
    // Backwards, but what has no value stays last.
    return [...order.rows]
      .map((row, at) => (descending && at < filled ? order.rows[filled - 1 - at]! : row))
      .filter((row) => shown[row]);
  }
}
