import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Item } from '../../core/feed.ts';
import { wordsOf } from '../../core/search.ts';
import { vietnamTime } from '../../core/vietnam-time.ts';
import type { Locale } from '../locale/locale.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { FeedElement } from '../shared/feed-element.ts';
import { type Choice, NOTHING, readChoice, writeChoice } from './address-state.ts';
import { cellOf } from './cell.ts';
import { COLUMNS, type Column, type Row, USUAL } from './columns.ts';
import { type Counts, DocumentIndex } from './document-index.ts';
import { styles } from './document-list.styles.ts';
import { Pace } from './pace.ts';
import { filterPanel, sortPanel } from './panels.ts';
import { vi } from './vi.ts';
import type { DocumentWords } from './words.ts';

/** What `renderItem` is given beside the item. */
export interface DocumentContext {
  locale: Locale;
  /** Name of the item's school, where several are shown. */
  school?: string;
}

/** Signs between the parts of a document's number: "11 QĐ TW" finds 11-QĐ/TW. */
const BETWEEN = /[-/–]+/g;

/**
 * The schools' official documents (văn bản): a table where there is room, cards where there is not; searched, filtered
 * and sorted in the page.
 *
 * @element tct-document-list
 * @attr {string} src - Addresses of feeds, separated by spaces; the hub beside the script if missing
 * @attr {string} school - Ids of schools, separated by spaces
 * @attr {number} limit - Documents shown at first, added by "Xem thêm", or on a page (10)
 * @attr {string} columns - Names of the columns, separated by spaces: number issued title type issuer signer field school validity files
 * @attr {boolean} pages - Pages to turn instead of "Xem thêm"
 * @attr {boolean} no-tools - Hides search and filters
 * @attr {string} state-in-url - Keeps search, filters, order and page in the page's address, under this prefix (vb)
 * @attr {string} heading - The heading; an empty one shows none
 * @attr {number} heading-level - Level of the heading, 1 to 6 (2)
 * @attr {number} refresh - Minutes between two looks while the page is visible
 * @attr {string} target - Target of the links, for example `_blank`
 * @attr {string} lang - `vi` or `en`; else the nearest `lang`, else `vi`
 *
 * @slot - Shown until there is data, and if it never comes
 * @csspart heading - The heading
 * @csspart search - The search box
 * @csspart filters - The choices of the filter
 * @csspart list - The table
 * @csspart item - A document
 * @csspart title - Its title, a link to the original
 * @csspart meta - How many documents there are
 * @csspart more - The button for more, or the buttons that turn pages
 * @csspart error - The message and button shown when nothing could be read
 * @cssprop --tct-accent - Colour of the heading's line and of the mark (#b3261e)
 * @cssprop --tct-color - Colour of the text (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop --tct-gap - Distance between things (1em)
 *
 * @fires {CustomEvent<{feed: Feed}>} tct-load - A feed was read
 * @fires {CustomEvent<{error: unknown}>} tct-error - A source could not be read
 * @fires {CustomEvent<{item: Item}>} tct-select - A document was chosen; cancel it to handle it yourself
 */
export class TctDocumentList extends FeedElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    ...FeedElement.properties,
    columns: {},
    pages: { type: Boolean },
    noTools: { type: Boolean, attribute: 'no-tools' },
    stateInUrl: { attribute: 'state-in-url' },
    target: {},
    renderItem: { attribute: false },
    choice: { state: true },
    open: { state: true },
    printing: { state: true },
  };

  declare columns: string | null;
  declare pages: boolean;
  declare noTools: boolean;
  declare stateInUrl: string | null;
  declare target: string | null;
  /** Replaces the template of one document: returns what Lit renders, a template, text or a node. */
  declare renderItem: ((item: Item, context: DocumentContext) => unknown) | undefined;
  declare private choice: Choice;
  /** Whether the filters are open. */
  declare private open: boolean;
  declare private printing: boolean;

  #documents = new DocumentIndex();
  #items: readonly Item[] = [];
  #generation = 0;
  #indexing: Promise<void> = Promise.resolve();
  #loadingAll = false;

  constructor() {
    super('documents.json', 10);
    this.columns = this.stateInUrl = this.target = null;
    this.pages = this.noTools = this.open = this.printing = false;
    this.choice = NOTHING;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    addEventListener('popstate', this.#readAddress);
    this.#readAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    removeEventListener('popstate', this.#readAddress);
  }

  /** On paper all rows that are there: the browser waits for nothing, so they are rendered at once. */
  readonly #print = ({ type }: Event): void => {
    this.printing = type === 'beforeprint';
    this.performUpdate();
  };

  get #prefix(): string | undefined {
    return this.stateInUrl === null ? undefined : this.stateInUrl.trim() || 'vb';
  }

  readonly #readAddress = (): void => {
    const prefix = this.#prefix;
    if (!prefix) return;
    this.choice = readChoice(prefix);
    if (Object.keys(this.choice.chosen).length || this.choice.from || this.choice.to) this.open = true;
  };

  protected override usualHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override layoutClass(): string {
    return '';
  }

  #words({ documents }: Locale): DocumentWords {
    return documents ?? vi;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    for (let waited: unknown; waited !== this.#indexing; done = await super.getUpdateComplete()) {
      waited = this.#indexing;
      await waited;
    }
    return done;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { ours } = this;
    if (this.source.generation !== this.#generation || ours.length !== this.#items.length) {
      this.#items = ours;
      this.#indexing = this.#index(this.source.generation);
    }
    if (changed.has('choice') && this.choice !== NOTHING) {
      if (!this.#documents.isSorted(this.choice.sort))
        this.#indexing = this.#indexing.then(() => this.#sort());
      void this.#loadAll();
    }
  }

  async #index(generation: number): Promise<void> {
    const fresh = generation !== this.#generation;
    this.#generation = generation;
    const documents = fresh ? new DocumentIndex() : this.#documents;
    const today = vietnamTime(Date.now()).slice(0, 10);
    const school = (item: Item) => (this.source.several ? this.source.nameOf(item) : undefined);
    await documents.add(this.#items, school, today, new Pace());
    if (generation !== this.#generation) return;
    this.#documents = documents;
    await this.#sort();
    this.requestUpdate();
    if (this.choice !== NOTHING) void this.#loadAll();
  }

  async #sort(): Promise<void> {
    const { sort } = this.choice;
    if (!sort || this.#documents.isSorted(sort)) return;
    await this.#documents.sort(sort, new Pace());
    this.requestUpdate();
  }

  /** Search, filters and order are of all documents: from the first use on, the older pages come too. */
  async #loadAll(): Promise<void> {
    const { source } = this;
    if (this.#loadingAll || !source.hasMore) return;
    this.#loadingAll = true;
    this.requestUpdate();
    for (let before = -1; source.hasMore && source.items.length > before && this.isConnected; ) {
      before = source.items.length;
      await source.loadMore();
    }
    this.#loadingAll = false;
    this.requestUpdate();
  }

  #choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, page: 0, ...change };
    if (!('page' in change)) this.brought = 0;
    if (this.#prefix) writeChoice(this.#prefix, this.choice);
  }

  /** First the way people look for (newest day first, else A to Z), then the other way round, then as it came. */
  #sortBy(column: Column): void {
    const { sort, descending } = this.choice;
    const first = column === 'issued';
    if (sort !== column) this.#choose({ sort: column, descending: first });
    else if (descending === first) this.#choose({ descending: !first });
    else this.#choose({ sort: '', descending: false });
  }

  async #turn(page: number, pages: number): Promise<void> {
    if (page >= pages - 1 && this.source.hasMore) await this.source.loadMore();
    this.#choose({ page });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part=list]')?.scrollIntoView({ block: 'nearest' });
  }

  #columns(): Column[] {
    const { rows } = this.#documents;
    const named = this.columns
      ?.split(/\s+/)
      .filter((name): name is Column => COLUMNS.includes(name as Column));
    if (named?.length) return named;
    return USUAL.filter((column) => column === 'title' || rows.some(({ cells }) => cells[column]));
  }

  protected override content(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const { choice, source } = this;
    if (!this.#documents.rows.length)
      return html`${this.staleNote(locale)}${this.#items.length ? nothing : html`<p>${words.empty}</p>`}`;
    const view = { ...choice, words: wordsOf(choice.query.replace(BETWEEN, ' ')) };
    const { rows, counts } = this.#documents.select(view);
    const pages = Math.max(1, Math.ceil(rows.length / this.count));
    const page = Math.min(choice.page, pages - 1);
    const start = this.pages && !this.printing ? page * this.count : 0;
    const end = this.printing ? rows.length : start + (this.pages ? this.count : this.shown);
    const shown = rows.slice(start, end).map((row) => this.#documents.rows[row]!);
    const chosen = choice.query || choice.from || choice.to || Object.values(choice.chosen).some(Boolean);
    const more = rows.length > end || (source.hasMore && !chosen && !this.#loadingAll);
    return html`
      ${this.staleNote(locale)}
      ${this.noTools ? nothing : this.#tools(words, counts)}
      <p part="meta" role="status">${words.found(rows.length, this.#loadingAll)}${!chosen && source.hasMore && !this.#loadingAll ? '+' : ''}</p>
      ${shown.length ? (this.renderItem ? this.#list(shown, locale) : this.#table(shown, view.words, locale, words)) : nothing}
      ${this.printing && source.hasMore ? html`<p>${words.unfinished}</p>` : nothing}
      <div class="foot">${this.pages && pages > 1 ? this.#pager(page, pages, words) : !this.pages && more ? html`<button part="more" @click=${() => this.more(rows.length)}>${locale.more}</button>` : nothing}${this.missingNote(locale)}</div>`;
  }

  #tools(words: DocumentWords, counts: Counts): TemplateResult {
    const { choice, open } = this;
    const number = Object.values(choice.chosen).filter(Boolean).length + Number(!!(choice.from || choice.to));
    return html`<div class="tools" @focusin=${this.#loadAll}>
      <input part="search" type="search" aria-label=${words.search} placeholder=${words.searchPlaceholder} .value=${choice.query} @input=${(event: Event) => this.#choose({ query: (event.target as HTMLInputElement).value })}>
      ${sortPanel(choice, words, this.#columns(), (change) => this.#choose(change))}
      <button aria-expanded=${open} aria-controls="filters" @click=${() => (this.open = !open)}>${words.filters}${number ? ` (${number})` : ''}</button>
    </div>
    <div id="filters" part="filters" ?hidden=${!open}>${open ? filterPanel(choice, words, counts, this.#documents.rows, (change) => this.#choose(change)) : nothing}</div>`;
  }

  #list(rows: readonly Row[], locale: Locale): TemplateResult {
    const school = (item: Item) => (this.source.several ? this.source.nameOf(item) : undefined);
    return html`<ul part="list" role="list">${rows.map(({ item }) => html`<li part="item">${this.renderItem!(item, { locale, school: school(item) })}</li>`)}</ul>`;
  }

  #table(
    rows: readonly Row[],
    found: ReturnType<typeof wordsOf>,
    locale: Locale,
    words: DocumentWords,
  ): TemplateResult {
    const columns = this.#columns();
    const { sort, descending } = this.choice;
    const direction = (column: Column) =>
      sort === column ? (descending ? 'descending' : 'ascending') : 'none';
    // The roles stay where narrow containers set the table as cards: display takes a table's own away.
    return html`<table part="list" role="table">
      <caption class="unseen">${this.heading || words.heading}</caption>
      <thead role="rowgroup"><tr role="row">${columns.map((column) =>
        column === 'files'
          ? html`<th class="files" role="columnheader" scope="col">${words.columns.files}</th>`
          : html`<th class=${column} role="columnheader" scope="col" aria-sort=${direction(column)}><button @click=${() => {
              void this.#loadAll();
              this.#sortBy(column);
            }}>${words.columns[column]}</button></th>`,
      )}</tr></thead>
      <tbody role="rowgroup">${rows.map(
        (row) =>
          html`<tr part="item" role="row">${columns.map((column) => {
            const content = cellOf(row, column, {
              words,
              found,
              target: this.target,
              newWindow: locale.newWindow,
              select: (event) => this.select(event, row.item),
            });
            return html`<td class=${column} role="cell">${content === nothing ? nothing : html`<span class="label" aria-hidden="true">${words.columns[column]}</span>${content}`}</td>`;
          })}</tr>`,
      )}</tbody>
    </table>`;
  }

  #pager(page: number, pages: number, words: DocumentWords): TemplateResult {
    const turn = (to: number, name: string, sign: string) =>
      html`<button part="more" aria-label=${name} ?disabled=${to < 0 || to >= pages} @click=${() => this.#turn(to, pages)}>${sign}</button>`;
    return html`<nav aria-label=${words.pages}>${turn(page - 1, words.previous, '‹')}<span role="status">${words.page(page + 1, pages)}</span>${turn(page + 1, words.next, '›')}</nav>`;
  }
}
