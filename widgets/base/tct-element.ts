import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Feed, Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { DataController, WidgetState } from '../data/data-controller.ts';
import { dispatch, type ForecastList } from '../data/events.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { localeFor } from '../locale/locale.ts';
import type { Locale } from '../locale/types/locale.ts';
import { inheritedLang } from './inherited-lang.ts';
import { queueRender } from './render-queue.ts';
import { keepUsedKeys } from './used-keys.ts';

const MAX_SKELETON_ROWS = 20;

/** Typed listeners for the element's own events; see `TctEventMap`. */
export interface TctElement<Events = HTMLElementEventMap> {
  addEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: this, event: Events[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: this, event: Events[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * The base of every widget: loads its sources and renders the heading, the light-DOM fallback, the skeleton and the
 * error message. A subclass names its file in the hub and renders the content.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface only adds types to inherited methods
// biome-ignore lint/correctness/noUnusedVariables: the interface uses it, and both need the same type parameters
export abstract class TctElement<Events = HTMLElementEventMap> extends LitElement {
  static override properties = {
    src: {},
    school: {},
    limit: { type: Number },
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    refresh: { type: Number },
    lang: {},
    theme: { reflect: true },
  };

  /** Gives an element the look of its `theme`, as soon as that is loaded; missing in bundles without themes. */
  static applyTheme?: (element: LitElement) => void;

  declare src: string | null;
  declare school: string | null;
  declare limit: number;
  declare heading: string | null;
  declare headingLevel: number;
  declare refresh: number;
  declare theme?: 'newspaper' | 'banner' | 'card' | 'soft' | 'contrast' | 'auto' | null;

  protected abstract readonly source: DataController<Feed | ForecastList>;
  readonly #internals = this.attachInternals();
  readonly #langObserver = new MutationObserver(() => this.requestUpdate());

  /**
   * @param file the hub's file that is loaded when there is no `src`
   * @param defaultLimit number of items shown at first if `limit` is missing or invalid
   */
  constructor(
    private readonly file: string,
    private readonly defaultLimit: number,
  ) {
    super();
    this.src = this.school = this.heading = null;
    this.limit = defaultLimit;
    this.headingLevel = 2;
    this.refresh = 0;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepUsedKeys(root);
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langObserver.disconnect();
  }

  adoptedCallback(): void {
    // Loaded lazily: it is rare.
    void import('./adopt-styles.ts').then((code) => code.adoptStyles(this));
  }

  /** Loads the sources again now. Settles when all have responded or failed; failed sources do not reject it. */
  reload(): Promise<void> {
    return this.source.load(sourceUrls(this.src, this.school, this.file));
  }

  async #retry(): Promise<void> {
    await this.reload();
    await this.updateComplete;
    this.moveFocus(this.renderRoot.querySelector<HTMLElement>('a,button'));
  }

  /** Focuses a target after the pressed button was removed, unless the user has moved the focus out of the widget. */
  protected moveFocus(target: HTMLElement | null | undefined): void {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (activeElement?.contains(this) ?? true) target?.focus();
  }

  /** Dispatches `tct-select`; the link is not followed if the page cancels it. */
  protected select(event: Event, item: Item): void {
    if (!dispatch(this, 'tct-select', { item })) event.preventDefault();
  }

  /** The time at which the cached copy was fetched, if one is shown. */
  protected staleNote(locale: Locale): unknown {
    const { staleSince } = this.source;
    if (!staleSince) return nothing;
    const date = formatVietnamTime(staleSince);
    // The date of a copy of today goes without saying.
    const day = formatVietnamTime(Date.now()).startsWith(date.slice(0, 10))
      ? ''
      : ` ${locale.date(date, 'day', 0)}`;
    return html`<p role="status">${locale.stale(date.slice(11, 16) + day)}</p>`;
  }

  /** Names the sources that failed while others responded. */
  protected missingNote(locale: Locale): unknown {
    const { failedSources, staleSince } = this.source;
    return failedSources.length && !staleSince
      ? html`<span role="status">${locale.missing(failedSources.join(', '))}</span>`
      : nothing;
  }

  /** Renders with the page's `renderItem`; if there is none or it throws, renders the default. */
  protected renderCustom(custom: (() => unknown) | undefined, renderDefault: () => unknown): unknown {
    try {
      if (custom) return custom();
    } catch (error) {
      console.error(error);
    }
    return renderDefault();
  }

  /** `limit` as a whole number, or the default. */
  protected get effectiveLimit(): number {
    return this.limit >= 1 ? Math.trunc(this.limit) : this.defaultLimit;
  }

  /** The heading if the tag has no `heading`. */
  protected abstract defaultHeading(locale: Locale): string;
  /** The message shown when no source could be read. */
  protected failureText(locale: Locale): string {
    return locale.failed;
  }
  /** Renders the widget's content; called only when there is data. */
  protected abstract renderContent(locale: Locale): unknown;
  /** Whether any of the loaded data can be shown. */
  protected get hasContent(): boolean {
    return true;
  }
  /** The state shown in the `state` attribute. */
  protected get state(): WidgetState {
    const { state } = this.source;
    return state === 'ready' && !this.hasContent ? 'empty' : state;
  }
  /** The layout, as a class name for the styles. */
  protected abstract layoutClass(): string;

  protected override scheduleUpdate(): Promise<void> {
    return queueRender(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) TctElement.applyTheme?.(this);
    if (changed.has('src') || changed.has('school')) void this.reload();
    const { state } = this;
    this.setAttribute('state', state);
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(state);
    } catch {
      // Safari before 17.4 has no custom states, and Chromium before 125 rejects the name. The attribute works everywhere.
    }
  }

  protected override render(): TemplateResult {
    const locale = localeFor(this.lang || inheritedLang(this, this.#langObserver), () =>
      this.requestUpdate(),
    );
    const { state } = this;
    const level = this.headingLevel;
    const heading = this.heading ?? this.defaultHeading(locale);
    const hasData = state !== 'loading' && state !== 'error';
    const hasFallback = !!(this.firstElementChild ?? this.textContent.trim());
    return html`<div class="outer"><div class="root ${this.layoutClass()}" lang=${locale.lang}>
      ${heading && (hasData || !hasFallback) ? html`<div part="heading" role="heading" aria-level=${level >= 1 && level <= 6 ? level : 2}>${heading}</div>` : nothing}
      <slot ?hidden=${hasData} @slotchange=${() => this.requestUpdate()}></slot>
      ${
        hasData
          ? this.renderContent(locale)
          : state === 'error'
            ? html`<div part="error" role="alert"><p>${this.failureText(locale)}</p><button @click=${this.#retry}>${locale.retry}</button></div>`
            : hasFallback
              ? nothing
              : html`<div class="skeleton" role="status" aria-label=${locale.loading}>${skeletonRows(this.effectiveLimit)}</div>`
      }
    </div></div>`;
  }
}

/** Grey lines where the text will appear. */
function skeletonRows(count: number): TemplateResult[] {
  return new Array(Math.min(count, MAX_SKELETON_ROWS)).fill(
    html`<div><div class="skeleton-line"></div><div class="skeleton-line"></div></div>`,
  );
}
