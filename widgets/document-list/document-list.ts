import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { queryWords, type Word } from '../../core/text/search.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { WidgetState } from '../data/data-controller.ts';
import type { AllDocumentWords, DocumentWords } from '../locale/types/documents.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi } from '../locale/vi/documents.ts';
import type { FacetCounts } from './document-index.ts';
import { styles } from './document-list.styles.ts';
import type { DocumentRow } from './document-row.ts';
import { FilterController } from './filter-controller.ts';
import { activeFilterCount, type Filters, isFiltered, nextSort, UNFILTERED } from './filters.ts';
import { IndexBuilder } from './index-builder.ts';
import { PrintController } from './print-controller.ts';
import { type ShownColumns, shownColumns } from './shown-columns.ts';
import { table } from './table.ts';
import { ToolsController } from './tools-controller.ts';

const DEFAULT_URL_PREFIX = 'vb';
/** Separators inside numbers and around words, so that "11 QĐ TW" finds 11-QĐ/TW. */
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu;

/** Second argument of `renderItem`. */
export interface DocumentContext {
  locale: Locale;
  /** Name of the document's school if several schools are shown. */
  school?: string;
}

/**
 * Shows the schools' official documents (văn bản) as a table, or as cards in narrow containers, and searches, filters and
 * sorts them in the page.
 *
 * @element tct-document-list
 * @attr {string} src - URLs of feeds, separated by spaces; if missing, the hub that serves the script
 * @attr {string} school - Ids of the schools to show, separated by spaces; if missing, all
 * @attr {number} [limit=10] - Number of documents shown at first, and added by "Xem thêm" or shown per page
 * @attr {string|'number'|'issued'|'title'|'type'|'issuer'|'signer'|'field'|'school'|'validity'|'files'} columns - Names of the columns in their order, separated by spaces; if missing, all but signer and field that any document fills, of which a narrower table shows some below the title
 * @attr {boolean} pages - Shows pages, chosen by number, instead of "Xem thêm"
 * @attr {boolean} no-tools - Hides search, filters, the choice of columns and page size, and the download as CSV
 * @attr {string} state-in-url - Keeps search, filters, order, page, page size and columns in the page's URL, in parameters with this prefix; without a value, the prefix is `vb`
 * @attr {string} heading - The heading; empty for none
 * @attr {number} [heading-level=2] - Level of the heading, 1 to 6
 * @attr {'newspaper'|'banner'|'card'|'soft'|'contrast'|'auto'} theme - A preset of colours and shapes; `auto` takes colour and typeface from the page
 * @attr {number} [refresh=0] - Minutes between two loads while the page is visible; 0 is never
 * @attr {'eager'} loading - Makes the loader script load the widget at once instead of near the viewport
 * @attr {boolean} debug - Shows a panel behind the widget: what it asked for, what came, what is wrong and how to mend it
 * @attr {string} target - Target of the links, for example `_blank`
 * @attr {'vi'|'en'} lang - The language; others if the page has added them. If missing, the nearest `lang` in the page, else `vi`
 *
 * @slot - Fallback content: shown until there is data, and if no data can be loaded
 * @cssstate loading - Nothing has come yet
 * @cssstate ready - What has come is shown
 * @cssstate empty - Something has come, but there is nothing in it to show
 * @cssstate error - Nothing could be loaded
 * @cssstate stale - No source answers; a copy that was kept is shown
 * @csspart heading - The heading
 * @csspart search - The search box
 * @csspart filters - The filters
 * @csspart options - The choice of columns and page size, and the download as CSV
 * @csspart list - The table
 * @csspart item - A document
 * @csspart title - The title, a link to the original document
 * @csspart meta - The number of documents
 * @csspart more - The button for more, or the previous and next buttons
 * @csspart error - The message and retry button shown when nothing could be loaded
 * @cssprop [--tct-accent=#b3261e] - Colour of the heading's line and of search matches
 * @cssprop --tct-on-accent - Text colour on the accent (black or white, whichever has the higher contrast)
 * @cssprop --tct-color - Text colour (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-title-font - Typeface of the heading and of titles if there is a `theme` (that of the text)
 * @cssprop --tct-font-size - Size of the text, to which all else is proportional (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop [--tct-gap=1em] - Spacing, also between two widgets
 * @cssprop [--tct-radius=4px] - Radius of corners
 *
 * @fires {CustomEvent<LoadDetail<Feed>>} tct-load - A feed was loaded, `detail.feed`
 * @fires {CustomEvent<ErrorDetail>} tct-error - A source could not be loaded; `detail.error` says why, `detail.url` which
 * @fires {CustomEvent<SelectDetail<Item>>} tct-select - The user chose a document, `detail.item`; cancel the event to handle it yourself
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
  /** Replaces the rendering of a document. Returns anything Lit renders: a template, text or a node. */
  declare renderItem: ((item: Item, context: DocumentContext) => unknown) | undefined;

  readonly #tools = new ToolsController(this);
  readonly #choice = new FilterController(
    this,
    () => (this.stateInUrl === null ? undefined : this.stateInUrl.trim() || DEFAULT_URL_PREFIX),
    () => {
      if (activeFilterCount(this.#choice.filters)) this.#tools.panel ??= 'filters';
      this.#apply();
    },
  );
  readonly #builder = new IndexBuilder(this.source, () => this.#apply());
  /** Prints all loaded rows. */
  readonly #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  constructor() {
    super('documents.json', 10);
    this.columns = this.stateInUrl = this.target = null;
    this.pages = this.noTools = false;
  }

  /** Stays `loading` until the first documents are indexed. */
  protected override get state(): WidgetState {
    const { isIndexing, index } = this.#builder;
    return isIndexing && !index.rows.length ? 'loading' : super.state;
  }

  protected override get hasContent(): boolean {
    return this.#builder.index.rows.length > 0;
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
    let complete = await super.getUpdateComplete();
    for (let work: unknown; work !== this.#builder.done; complete = await super.getUpdateComplete()) {
      work = this.#builder.done;
      await Promise.all([work, this.#tools.loading]);
    }
    return complete;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#choice.load();
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#builder.update(() => this.matchingItems, this.#choice.filters.sort);
    super.willUpdate(changed);
    if (changed.has('stateInUrl')) this.#choice.readUrl();
    if (this.pages && changed.has('pages')) this.#tools.load();
  }

  /** Search, filters and order cover all documents, so their first use loads the older pages. */
  #apply(): void {
    const { filters } = this.#choice;
    const { panel } = this.#tools;
    if (filters.sort || filters.page || panel === 'filters' || isFiltered(filters))
      void this.#builder.loadAll();
    if (panel || isFiltered(filters)) this.#tools.load();
    this.#builder.sort(filters.sort);
    this.requestUpdate();
  }

  #change(change: Partial<Filters>): void {
    this.#choice.change(change);
    if (!('page' in change)) this.extraPages = 0;
    this.#apply();
  }

  async #showPage(page: number, pages: number): Promise<void> {
    if (page >= pages - 1 && this.source.hasMore) await this.source.loadMore();
    this.#change({ page });
    await this.updateComplete;
    const { renderRoot } = this;
    renderRoot.querySelector('[part=list]')?.scrollIntoView({ block: 'nearest' });
    // A number may stand on another button now, and on the first and last page "‹" or "›" is disabled.
    if (!renderRoot.querySelector('nav [part=more]:focus:enabled'))
      renderRoot.querySelector<HTMLElement>('nav [aria-current]')?.focus();
  }

  #clearAll(): void {
    this.#change(UNFILTERED);
    void this.updateComplete.then(() =>
      this.moveFocus(this.renderRoot.querySelector<HTMLElement>('[part=search]')),
    );
  }

  async #downloadCsv(words: AllDocumentWords): Promise<void> {
    const [{ downloadCsv }] = await Promise.all([import('./csv.ts'), this.#builder.loadAll()]);
    await this.updateComplete;
    const { index } = this.#builder;
    const { rows } = index.select({ ...this.#choice.filters, words: this.#searchWords });
    downloadCsv(
      rows.map((row) => index.rows[row]!),
      words,
      !this.source.hasMore,
    );
  }

  get #searchWords(): readonly Word[] {
    return queryWords(this.#choice.filters.query.replace(SEPARATORS, ' '));
  }

  /** The reader's choice of a page size wins over the tag's. */
  protected override get effectiveLimit(): number {
    return this.#choice.filters.pageSize || super.effectiveLimit;
  }

  #customList(rows: readonly DocumentRow[], locale: Locale): TemplateResult {
    return html`<ul part="list" role="list">${rows.map(
      ({ item, cells }) =>
        html`<li part="item">${this.renderCustom(
          this.renderItem && (() => this.renderItem!(item, { locale, school: cells.school })),
          () => cells.title,
        )}</li>`,
    )}</ul>`;
  }

  #renderTools(words: DocumentWords, { columns, ofTag }: ShownColumns, counts: FacetCounts): TemplateResult {
    return this.#tools.render({
      filters: this.#choice.filters,
      panel: this.#tools.panel,
      words,
      columns,
      tagColumns: ofTag,
      pageSize: this.effectiveLimit,
      tagPageSize: super.effectiveLimit,
      rows: this.#builder.index.rows,
      counts,
      onChange: (change) => this.#change(change),
      onToggle: (panel) => {
        this.#tools.toggle(panel);
        this.#apply();
      },
      onDownload: (allWords) => void this.#downloadCsv(allWords).catch(console.error),
    });
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const { source } = this;
    const { filters } = this.#choice;
    const { index, isLoadingAll, isIndexing } = this.#builder;
    if (!index.rows.length) return html`${this.staleNote(locale)}<p>${words.empty}</p>`;
    const searchWords = this.#searchWords;
    const { rows, counts } = index.select({ ...filters, words: searchWords });
    const { isPrinting } = this.#print;
    const { lazy, hasFailed } = this.#tools;
    const isPaged = this.pages && !hasFailed;
    const pageSize = this.effectiveLimit;
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    const page = Math.min(filters.page, pages - 1);
    const start = isPaged && !isPrinting ? page * pageSize : 0;
    const end = isPrinting ? rows.length : start + (isPaged ? pageSize : this.visibleLimit);
    const visible = rows.slice(start, end).map((row) => index.rows[row]!);
    /** Whether there are documents beyond those loaded, and they are not being loaded. */
    const hasMore = (source.hasMore || isIndexing) && !isLoadingAll && !isFiltered(filters);
    const found = words.found(rows.length, hasMore, isLoadingAll);
    const shown = shownColumns(this.columns, filters.columns, index.rows);
    const { columns, folds, size } = shown;
    return html`<div class="columns ${size} ${folds ? 'folds' : ''}"><div>
      ${this.staleNote(locale)}
      ${this.noTools ? nothing : this.#renderTools(words, shown, counts)}
      ${lazy && isFiltered(filters) ? lazy.summary(filters, found, words) : nothing}
      <p part="meta" role="status">${found}</p>
      ${
        !visible.length
          ? this.noTools || isLoadingAll
            ? nothing
            : lazy?.clearButton(words, () => this.#clearAll())
          : this.renderItem
            ? this.#customList(visible, locale)
            : table(visible, filters, {
                words,
                columns,
                folds,
                searchWords,
                target: this.target,
                newWindow: locale.newWindow,
                caption: this.heading || words.heading,
                select: (event, item) => this.select(event, item),
                sortBy: (column) => this.#change(nextSort(filters, column)),
              })
      }
      ${isPrinting && source.hasMore ? html`<p>${words.unfinished}</p>` : nothing}
      <div class="foot">${
        isPaged
          ? lazy && (pages > 1 || hasMore)
            ? lazy.pager(page, pages, hasMore, words, (to) => void this.#showPage(to, pages))
            : nothing
          : this.moreButton(locale, () => index.rows.length, rows.length > end || hasMore)
      }${this.missingNote(locale)}</div>
    </div></div>`;
  }
}
