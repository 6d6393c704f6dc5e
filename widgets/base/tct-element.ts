import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { DataController, WidgetState } from '../data/data-controller.ts';
import { dispatch } from '../data/events.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { localeFor } from '../locale/locale.ts';
import type { Locale } from '../locale/types/locale.ts';
import { renderInTurn } from './render-queue.ts';

/**
 * What every widget is: sources that are loaded, a heading, the fallback until there is data, a skeleton, and the words
 * for failure. A widget says which of the hub's files is its own, what its heading is, and draws its content.
 */
export abstract class TctElement extends LitElement {
  static override properties = {
    src: {},
    school: {},
    limit: { type: Number },
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    refresh: { type: Number },
    lang: {},
  };

  declare src: string | null;
  declare school: string | null;
  declare limit: number;
  declare heading: string | null;
  declare headingLevel: number;
  declare refresh: number;

  protected abstract readonly source: DataController<{ title?: string }>;
  readonly #internals = this.attachInternals();

  /**
   * @param file the hub's file that is shown when there is no `src`
   * @param usualLimit items shown at first where the tag gives no number, or none that can be
   */
  constructor(
    private readonly file: string,
    private readonly usualLimit: number,
  ) {
    super();
    this.src = this.school = this.heading = null;
    this.limit = usualLimit;
    this.headingLevel = 2;
    this.refresh = 0;
  }

  /** Asks the sources again, at once. */
  reload(): Promise<void> {
    return this.source.load(sourceUrls(this.src, this.school, this.file));
  }

  async #retry(): Promise<void> {
    await this.reload();
    await this.updateComplete;
    this.moveFocus(this.renderRoot.querySelector<HTMLElement>('a,button'));
  }

  /** Puts the focus there, when a button that was pressed has gone; not if it has been put elsewhere meanwhile. */
  protected moveFocus(there: HTMLElement | null | undefined): void {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (activeElement?.contains(this) ?? true) there?.focus();
  }

  /** Tells that an item was chosen, and keeps its link from being followed where the page says that it does that. */
  protected select(event: Event, item: Item): void {
    if (!dispatch(this, 'tct-select', { item })) event.preventDefault();
  }

  /** Says from when the copy is, where nothing fresh came. */
  protected staleNote(locale: Locale): unknown {
    const { staleSince } = this.source;
    return staleSince
      ? html`<p role="status">${locale.stale(locale.date(formatVietnamTime(staleSince), 'minute', Date.now()))}</p>`
      : nothing;
  }

  /** Names the sources that could not be read, where others could. */
  protected missingNote(locale: Locale): unknown {
    const { failedSources, staleSince } = this.source;
    return failedSources.length && !staleSince
      ? html`<span role="status">${locale.missing(failedSources.join(', '))}</span>`
      : nothing;
  }

  /**
   * What the page's own `renderItem` draws. A mistake in it costs what it was to draw and nothing else: that is shown as
   * usual.
   */
  protected renderCustom(own: (() => unknown) | undefined, usual: () => unknown): unknown {
    try {
      if (own) return own();
    } catch (error) {
      console.error(error);
    }
    return usual();
  }

  protected get count(): number {
    return this.limit >= 1 ? Math.trunc(this.limit) : this.usualLimit;
  }

  /** The heading where the tag gives none. */
  protected abstract defaultHeading(locale: Locale): string;
  /** The words where nothing could be read. */
  protected failed(locale: Locale): string {
    return locale.failed;
  }
  /** What is shown once there is data. */
  protected abstract content(locale: Locale): unknown;
  /** Whether there is anything to show of what was read. */
  protected get hasContent(): boolean {
    return true;
  }
  /** The state of what is shown. */
  protected get state(): WidgetState {
    const { state } = this.source;
    return state === 'ready' && !this.hasContent ? 'empty' : state;
  }
  /** The layout, as a class for the styles. */
  protected abstract layoutClass(): string;

  protected override scheduleUpdate(): Promise<void> {
    return renderInTurn(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('refresh')) this.source.refreshEvery(this.refresh);
    if (changed.has('src') || changed.has('school')) void this.reload();
    const { state } = this;
    this.setAttribute('state', state);
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(state);
    } catch {
      // Safari before 17.4 has no states, Chromium before 125 refuses the name: the attribute says it everywhere.
    }
  }

  protected override render(): TemplateResult {
    const locale = localeFor(this.lang || this.closest<HTMLElement>('[lang]')?.lang || '', () =>
      this.requestUpdate(),
    );
    const { state } = this;
    const level = this.headingLevel;
    const heading = this.heading ?? this.defaultHeading(locale);
    const filled = state !== 'loading' && state !== 'error';
    const fallback = !!(this.firstElementChild ?? this.textContent!.trim());
    return html`<div class="root ${this.layoutClass()}" lang=${locale.lang}>
      ${heading && (filled || !fallback) ? html`<div part="heading" role="heading" aria-level=${level >= 1 && level <= 6 ? level : 2}>${heading}</div>` : nothing}
      <slot ?hidden=${filled} @slotchange=${() => this.requestUpdate()}></slot>
      ${
        filled
          ? this.content(locale)
          : state === 'error'
            ? html`<div part="error" role="alert"><p>${this.failed(locale)}</p><button @click=${this.#retry}>${locale.retry}</button></div>`
            : fallback
              ? nothing
              : html`<div class="bones" role="status" aria-label=${locale.loading}>${bones(this.count)}</div>`
      }
    </div>`;
  }
}

/** Grey lines where the text will be. */
function bones(count: number): TemplateResult[] {
  return new Array(Math.min(count, 20)).fill(
    html`<div><div class="bone"></div><div class="bone"></div></div>`,
  );
}
