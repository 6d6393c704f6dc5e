import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { Locale } from '../locale/types/locale.ts';
import { styles } from './latest-news.styles.ts';
import type { SearchBox } from './search-box.ts';

/** URLs with http(s), or without a scheme. The attributes of a `<div>` may come from untrusted authors. */
const SAFE_HREF = /^https?:|^[^:]*(?:[/?#]|$)/i;
/** Layouts whose styles are loaded when they are used. */
const BIG_PICTURES = /^(?:cards|headlines)$/;
const DEFAULT_NEW_FOR_DAYS = 3;

/** Second argument of `renderItem`. */
export interface ItemContext {
  locale: Locale;
  /** Whether the post is new according to `new-for`. */
  isNew: boolean;
  /** Name of the post's school if several schools are shown. */
  school?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Shows the schools' latest news.
 *
 * The `state` attribute is `loading`, `ready`, `empty`, `error` or `stale`; browsers that support it match `:state()` too.
 *
 * @element tct-latest-news
 * @attr {string} src - URLs of feeds, separated by spaces; if missing, the hub that serves the script
 * @attr {string} school - Ids of the schools to show, separated by spaces (all)
 * @attr {number} limit - Number of posts shown at first, and added by "Xem thêm" (5)
 * @attr {'list'|'cards'|'headlines'|'compact'} layout - The layout (list)
 * @attr {number} new-for - Days for which a post is marked as new (3; 0 is never)
 * @attr {string} tag - Shows only posts with this tag, ignoring case
 * @attr {boolean} search - Shows a search box
 * @attr {string} heading - The heading; empty for none
 * @attr {number} heading-level - Level of the heading, 1 to 6 (2)
 * @attr {string} more-href - URL that "Xem thêm" links to, instead of showing more posts here
 * @attr {number} refresh - Minutes between two loads while the page is visible (0 is never)
 * @attr {'eager'} loading - Makes the loader script load the widget at once instead of near the viewport
 * @attr {string} target - Target of the links, for example `_blank`
 * @attr {string} lang - `vi` or `en`; if missing, the nearest `lang` in the page, else `vi`
 *
 * @slot - Fallback content: shown until there is data, and if no data can be loaded
 * @csspart heading - The heading
 * @csspart list - The list of posts
 * @csspart item - A post
 * @csspart title - The title, a link to the original post
 * @csspart badge - The badge of a new post
 * @csspart meta - Date, school, authors and views
 * @csspart summary - The summary
 * @csspart image - The picture
 * @csspart search - The search box
 * @csspart more - The button or link for more
 * @csspart error - The message and retry button shown when nothing could be loaded
 * @cssprop --tct-accent - Colour of the heading's line and of the badge (#b3261e)
 * @cssprop --tct-on-accent - Text colour of the badge (#fff)
 * @cssprop --tct-color - Text colour (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop --tct-gap - Spacing (1em)
 *
 * @fires {CustomEvent<LoadDetail<Feed>>} tct-load - A feed was loaded, `detail.feed`
 * @fires {CustomEvent<ErrorDetail>} tct-error - A source could not be loaded; `detail.error` says why
 * @fires {CustomEvent<SelectDetail<Item>>} tct-select - The user chose a post, `detail.item`; cancel the event to handle it yourself
 */
export class TctLatestNews extends FeedElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    ...FeedElement.properties,
    layout: {},
    newFor: { type: Number, attribute: 'new-for' },
    tag: {},
    search: { type: Boolean },
    moreHref: { attribute: 'more-href' },
    target: {},
    renderItem: { attribute: false },
  };

  declare layout: 'list' | 'cards' | 'headlines' | 'compact';
  declare newFor: number;
  declare tag?: string | null;
  declare search: boolean;
  declare moreHref?: string | null;
  declare target?: string | null;
  /** Replaces the rendering of a post. Returns anything Lit renders: a template, text or a node. */
  declare renderItem: ((item: Item, context: ItemContext) => unknown) | undefined;
  #bigPictures: typeof import('./big-pictures.styles.ts') | undefined;
  /** Loaded lazily: few pages have a search box. */
  #searchBox?: SearchBox;

  constructor() {
    super('news.json', 5);
    this.layout = 'list';
    this.newFor = DEFAULT_NEW_FOR_DAYS;
    this.search = false;
  }

  protected override defaultHeading({ news }: Locale): string {
    return news;
  }

  protected override layoutClass(): string {
    return this.layout || 'list';
  }

  protected override includesItem(item: Item): boolean {
    const { title, summary, tags } = item;
    const tag = this.tag?.toLowerCase();
    // The reader keeps items without any text, such as a bare link.
    return (
      super.includesItem(item) &&
      !!(title || summary) &&
      (!tag || !!tags?.some((each) => each.toLowerCase() === tag))
    );
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Without them, the news appears without a search box, or as a list.
    if (this.search)
      this.#searchBox ??= await import('./search-box.ts').then(
        (code) => new code.SearchBox(() => this.requestUpdate()),
        () => undefined,
      );
    if (BIG_PICTURES.test(this.layout) && !this.#bigPictures) {
      this.#bigPictures = await import('./big-pictures.styles.ts').catch(() => undefined);
      this.#bigPictures?.addStyles(this);
    }
    return super.scheduleUpdate();
  }

  /** The matching items that contain the searched words. */
  get #posts(): readonly Item[] {
    const items = this.matchingItems;
    return (this.search && this.#searchBox?.find(items)) || items;
  }

  /** Tells screen readers that a link opens in a new window. */
  #newWindowHint({ newWindow }: Locale): unknown {
    return this.target === '_blank' ? html`<span class="unseen"> ${newWindow}</span>` : nothing;
  }

  #item(item: Item, now: number, locale: Locale): unknown {
    const { date_published: date, authors, image, summary, title, url, _tct } = item;
    const { layout, source, target } = this;
    const school = source.hasSeveralSchools ? source.schoolNameOf(item) : undefined;
    const days = Number.isFinite(this.newFor) ? this.newFor : DEFAULT_NEW_FOR_DAYS;
    const isNew = !!date && days > 0 && now - Date.parse(date) < days * DAY_MS && !source.mistyped.has(item);
    const precision = _tct?.precision ?? 'minute';
    const text = title ?? summary;
    const detailed = layout !== 'compact';
    const when = date && locale.date(date, precision, now);
    const meta = [
      when &&
        html`<time datetime=${precision === 'day' ? date.slice(0, 10) : date}><span aria-hidden="true">${when}</span><span class="unseen">${locale.fullDate(date, precision)}</span></time>`,
      school,
      detailed && authors?.map(({ name }) => name).join(', '),
      _tct?.views && locale.views(_tct.views),
    ];
    return this.renderCustom(
      this.renderItem && (() => this.renderItem!(item, { locale, isNew, school, now })),
      () => html`<div class="head">${isNew ? html`<span part="badge">${locale.newBadge}</span>` : nothing}${
        url
          ? html`<a part="title" href=${url} target=${target ?? nothing} rel="noopener" @click=${(event: Event) => this.select(event, item)}>${text}${this.#newWindowHint(locale)}</a>`
          : html`<span part="title">${text}</span>`
      }</div>
    <div part="meta">${meta.filter(Boolean).map((each) => html`<span>${each}</span>`)}</div>
    ${detailed && summary && title ? html`<div part="summary">${summary}</div>` : nothing}
    ${detailed && image ? html`<div class="picture"><img part="image" src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" @load=${toggleVisibility} @error=${toggleVisibility}></div>` : nothing}`,
    );
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const { layout, moreHref } = this;
    const searchBox = this.search ? this.#searchBox : undefined;
    const posts = this.#posts;
    const now = Date.now();
    return html`
      ${this.staleNote(locale)}
      ${searchBox?.render(locale)}
      <p class=${posts.length ? 'unseen' : ''} role="status">${searchBox?.status(posts.length, locale) || (posts.length ? nothing : locale.empty)}</p>
      ${posts.length ? html`<ul part="list" role="list">${posts.slice(0, this.visibleLimit).map((item, index) => html`<li part="item" class=${layout === 'cards' || (layout === 'headlines' && !index) ? 'big' : ''}>${this.#item(item, now, locale)}</li>`)}</ul>` : nothing}
      <div class="foot">${
        moreHref && SAFE_HREF.test(moreHref)
          ? html`<a class="button" part="more" href=${moreHref} target=${this.target ?? nothing}>${locale.more}${this.#newWindowHint(locale)}</a>`
          : this.moreButton(locale, () => this.#posts.length)
      }${this.missingNote(locale)}</div>`;
  }
}

/** Hides a picture that fails to load but keeps its space, so that nothing moves. */
function toggleVisibility({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'error' ? 'hidden' : '';
}
