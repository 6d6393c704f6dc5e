import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { queryWords } from '../../core/text/search.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { WidgetState } from '../data/data-controller.ts';
import type { DocumentWords } from '../locale/types/documents.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi } from '../locale/vi/documents.ts';
import { COLUMNS, type Column, USUAL } from './columns.ts';
import { styles } from './document-list.styles.ts';
import { type Filters, filtersIn, isNarrow, NO_FILTERS } from './filters.ts';
import { Gathering } from './index-builder.ts';
import { Printing } from './print-controller.ts';
import { table } from './table.ts';
import { pager, toolsPanel } from './tools.ts';
import { readChoice, writeChoice } from './url-state.ts';

/** What `renderItem` is given beside the item. */
export interface DocumentContext {
  locale: Locale;
  /** Name of the item's school, where several are shown. */
  school?: string;
}

/** What stands between the parts of a number, and around words: "11 QĐ TW" finds 11-QĐ/TW. */
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;

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
 * @attr {'eager'} loading - The one script loads it at once, not when it comes near the viewport
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
  };

  declare columns: string | null;
  declare pages: boolean;
  declare noTools: boolean;
  declare stateInUrl: string | null;
  declare target: string | null;
  /** Replaces the template of one document: returns what Lit renders, a template, text or a node. */
  declare renderItem: ((item: Item, context: DocumentContext) => unknown) | undefined;

  #choice = NO_FILTERS;
  #filtersOpen = false;
  readonly #gathering = new Gathering(this.source, () => this.#apply());
  /** On paper are all rows that are there. */
  readonly #printing = new Printing(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  constructor() {
    super('documents.json', 10);
    this.columns = this.stateInUrl = this.target = null;
    this.pages = this.noTools = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#readAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#readAddress);
  }

  /** Under which its choice stands in the page's address, if it does. */
  get #prefix(): string | undefined {
    return this.stateInUrl === null ? undefined : this.stateInUrl.trim() || 'vb';
  }

  readonly #readAddress = (): void => {
    if (!this.#prefix) return;
    this.#choice = readChoice(this.#prefix);
    this.#filtersOpen ||= filtersIn(this.#choice) > 0;
    this.#apply();
  };

  /** Still loading, to the eye, until the first documents are in the index. */
  protected override get state(): WidgetState {
    const { behind, index } = this.#gathering;
    return behind && !index.rows.length ? 'loading' : super.state;
  }

  protected override get hasContent(): boolean {
    return this.#gathering.index.rows.length > 0;
  }

  protected override defaultHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override failureText(locale: Locale): string {
    return this.#words(locale).failed;
  }

  protected override layoutClass(): string {
    return '';
  }

  #words({ documents }: Locale): DocumentWords {
    return { ...vi, ...documents };
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    for (let work: unknown; work !== this.#gathering.work; done = await super.getUpdateComplete()) {
      work = this.#gathering.work;
      await work;
    }
    return done;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#gathering.take(() => this.matchingItems, this.#choice.sort);
    super.willUpdate(changed);
    if (changed.has('stateInUrl')) this.#readAddress();
  }

  /** Search, filters and order are of all documents: from the first use on, the older pages come too. */
  #apply(): void {
    const { sort, page } = this.#choice;
    if (sort || page || this.#filtersOpen || isNarrow(this.#choice)) void this.#gathering.loadAll();
    this.#gathering.sort(sort);
    this.requestUpdate();
  }

  #choose(change: Partial<Filters>): void {
    this.#choice = { ...this.#choice, page: 0, ...change };
    if (!('page' in change)) this.extraPages = 0;
    if (this.#prefix) writeChoice(this.#prefix, this.#choice);
    this.#apply();
  }

  /** First the way people look for (newest day first, else A to Z), then the other way round, then as it came. */
  #sortBy(column: Column): void {
    const { sort, descending } = this.#choice;
    const first = column === 'issued';
    if (sort !== column) this.#choose({ sort: column, descending: first });
    else if (descending === first) this.#choose({ descending: !first });
    else this.#choose({ sort: '', descending: false });
  }

  async #turn(page: number, pages: number): Promise<void> {
    if (page >= pages - 1 && this.source.hasMore) await this.source.loadMore();
    this.#choose({ page });
    await this.updateComplete;
    const { renderRoot } = this;
    renderRoot.querySelector('[part=list]')?.scrollIntoView({ block: 'nearest' });
    // At either end the button that was pressed is no more to be pressed.
    if (!renderRoot.querySelector('nav button:focus:enabled'))
      renderRoot.querySelector<HTMLElement>('nav button:enabled')?.focus();
  }

  #columns(): Column[] {
    const { rows } = this.#gathering.index;
    const named = this.columns
      ?.split(/\s+/)
      .filter((name): name is Column => COLUMNS.includes(name as Column));
    if (named?.length) return named;
    return USUAL.filter((column) => column === 'title' || rows.some(({ cells }) => cells[column]));
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const { source } = this;
    const choice = this.#choice;
    const { index: documents, loading, behind } = this.#gathering;
    if (!documents.rows.length) return html`${this.staleNote(locale)}<p>${words.empty}</p>`;
    const found = queryWords(choice.query.replace(BETWEEN, ' '));
    const { rows, counts } = documents.select({ ...choice, words: found });
    const all = this.#printing.now;
    const step = this.effectiveLimit;
    const pages = Math.max(1, Math.ceil(rows.length / step));
    const page = Math.min(choice.page, pages - 1);
    const start = this.pages && !all ? page * step : 0;
    const end = all ? rows.length : start + (this.pages ? step : this.visibleLimit);
    const shown = rows.slice(start, end).map((row) => documents.rows[row]!);
    // There are more than are known, and nobody has asked for them.
    const open = (source.hasMore || behind) && !loading && !isNarrow(choice);
    const columns = this.#columns();
    const tools = {
      ...{ choice, words, columns, rows: documents.rows, counts, open: this.#filtersOpen },
      choose: (change: Partial<Filters>) => this.#choose(change),
      toggle: () => {
        this.#filtersOpen = !this.#filtersOpen;
        this.#apply();
      },
    };
    // The more columns, the more room a table needs.
    const size = columns.length < 6 ? 'few' : columns.length < 8 ? '' : 'many';
    return html`<div class="room ${size}"><div>
      ${this.staleNote(locale)}
      ${this.noTools ? nothing : toolsPanel(tools)}
      <p part="meta" role="status">${words.found(rows.length, open, loading)}</p>
      ${
        !shown.length
          ? nothing
          : this.renderItem
            ? html`<ul part="list" role="list">${shown.map(
                ({ item, cells }) =>
                  html`<li part="item">${this.renderCustom(
                    () => this.renderItem!(item, { locale, school: cells.school }),
                    () => cells.title,
                  )}</li>`,
              )}</ul>`
            : table(shown, columns, choice, {
                ...{ words, found, target: this.target, newWindow: locale.newWindow },
                caption: this.heading || words.heading,
                select: (event, item) => this.select(event, item),
                sortBy: (column) => this.#sortBy(column),
              })
      }
      ${all && source.hasMore ? html`<p>${words.unfinished}</p>` : nothing}
      <div class="foot">${
        this.pages
          ? pages > 1 || open
            ? pager(page, pages, open, words, (to) => void this.#turn(to, pages))
            : nothing
          : this.moreButton(locale, () => this.#gathering.index.rows.length, rows.length > end || open)
      }${this.missingNote(locale)}</div>
    </div></div>`;
  }
}
