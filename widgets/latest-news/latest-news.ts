import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { Locale } from '../locale/types/locale.ts';
import { styles } from './latest-news.styles.ts';
import type { NewsTools } from './tools/tools.ts';

/** URLs with http(s), or without a scheme. The attributes of a `<div>` may come from untrusted authors. */
const SAFE_HREF = /^https?:|^[^:]*(?:[/?#]|$)/i;
/** Layouts whose code is loaded when they are used. */
const LAZY_LAYOUT = /^(?:cards|headlines|timeline)$/;
const DEFAULT_NEW_FOR_DAYS = 3;

/** Loads what few tags ask for. */
interface LazyCode {
  layouts: () => Promise<typeof import('./layouts/layouts.ts')>;
  tools: () => Promise<typeof import('./tools/tools.ts')>;
}

/** Second argument of `renderItem`. */
export interface ItemContext {
  locale: Locale;
  /** Whether the post has the badge of a new one: see `new-for`. */
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
 * @attr {string} school - Ids of the schools to show, separated by spaces; if missing, all
 * @attr {number} [limit=5] - Number of posts shown at first, and added by "Xem thêm"
 * @attr {'list'|'cards'|'headlines'|'compact'|'timeline'} [layout=list] - The layout; `compact` suits sidebars from 160 px, `timeline` groups posts by day
 * @attr {number} [new-for=3] - Days for which a post is marked as new, 0 is never; of the posts shown at first, at most half are
 * @attr {string} tag - Shows only posts with this tag, ignoring case
 * @attr {boolean} search - Shows a search box
 * @attr {''|'school'|'tag'} filters - Shows buttons that filter by school and by tag; `school` or `tag` alone for one of them
 * @attr {string} state-in-url - Keeps search and filters in the page's URL, in parameters with this prefix; without a value, the prefix is `tin`
 * @attr {boolean} share - Offers to share or copy the link to each post
 * @attr {boolean} merge-same - Shows a story that several schools have published once, naming the others
 * @attr {'newspaper'|'banner'|'card'|'soft'|'contrast'|'auto'} theme - A preset of colours and shapes; `auto` takes colour and typeface from the page
 * @attr {string} heading - The heading; empty for none
 * @attr {number} [heading-level=2] - Level of the heading, 1 to 6
 * @attr {string} more-href - URL that "Xem thêm" links to, instead of showing more posts here
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
 * @csspart list - The list of posts
 * @csspart item - A post
 * @csspart title - The title, a link to the original post
 * @csspart badge - The badge of a new post
 * @csspart meta - Date, school, authors and views
 * @csspart summary - The summary
 * @csspart image - The picture
 * @csspart search - The search box
 * @csspart filters - A row of filters
 * @csspart chip - A filter
 * @csspart share - The button to share a post
 * @csspart day - The heading of a day in the timeline
 * @csspart more - The button or link for more
 * @csspart error - The message and retry button shown when nothing could be loaded
 * @cssprop [--tct-accent=#b3261e] - Colour of the heading's line, of the badge and of chosen filters
 * @cssprop --tct-on-accent - Text colour on the accent (black or white, whichever has the higher contrast)
 * @cssprop --tct-color - Text colour (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-title-font - Typeface of the heading and of titles if there is a `theme` (that of the text)
 * @cssprop --tct-font-size - Size of the text, to which all else is proportional (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop [--tct-gap=1em] - Spacing, also between two widgets
 * @cssprop [--tct-density=1] - Factor of the spacing between rows
 * @cssprop [--tct-radius=4px] - Radius of corners
 *
 * @fires {CustomEvent<LoadDetail<Feed>>} tct-load - A feed was loaded, `detail.feed`
 * @fires {CustomEvent<ErrorDetail>} tct-error - A source could not be loaded; `detail.error` says why, `detail.url` which
 * @fires {CustomEvent<SelectDetail<Item>>} tct-select - The user chose a post, `detail.item`; cancel the event to handle it yourself
 */
export class TctLatestNews extends FeedElement {
  static override styles = [baseStyles, styles];
  /** Missing in bundles that show plain lists only. */
  static lazy?: LazyCode;
  static override properties = {
    ...FeedElement.properties,
    layout: {},
    newFor: { type: Number, attribute: 'new-for' },
    tag: {},
    search: { type: Boolean },
    filters: {},
    stateInUrl: { attribute: 'state-in-url' },
    share: { type: Boolean },
    mergeSame: { type: Boolean, attribute: 'merge-same' },
    moreHref: { attribute: 'more-href' },
    target: {},
    renderItem: { attribute: false },
  };

  declare layout: 'list' | 'cards' | 'headlines' | 'compact' | 'timeline';
  declare newFor: number;
  declare tag?: string | null;
  declare search: boolean;
  declare filters: string | null;
  declare stateInUrl: string | null;
  declare share: boolean;
  declare mergeSame: boolean;
  declare moreHref?: string | null;
  declare target?: string | null;
  /** Replaces the rendering of a post. Returns anything Lit renders: a template, text or a node. */
  declare renderItem: ((item: Item, context: ItemContext) => unknown) | undefined;
  #layouts: Awaited<ReturnType<LazyCode['layouts']>> | undefined;
  #tools: NewsTools | undefined;

  constructor() {
    super('news.json', 5);
    this.layout = 'list';
    this.newFor = DEFAULT_NEW_FOR_DAYS;
    this.filters = this.stateInUrl = null;
    this.search = this.share = this.mergeSame = false;
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
    const { lazy } = TctLatestNews;
    // Without them, the news appears as a list without tools.
    const failed = () => undefined;
    if (this.filters !== null || this.search || this.share || this.mergeSame)
      this.#tools ??= await lazy?.tools().then((code) => new code.NewsTools(this, this.source), failed);
    if (LAZY_LAYOUT.test(this.layout)) {
      this.#layouts ??= await lazy?.layouts().catch(failed);
      this.#layouts?.addLayoutStyles(this);
    }
    return super.scheduleUpdate();
  }

  get #posts(): readonly Item[] {
    return this.#tools?.select(this.matchingItems) ?? this.matchingItems;
  }

  /** Tells screen readers that a link opens in a new window. */
  #newWindowHint({ newWindow }: Locale): unknown {
    return this.target === '_blank' ? html`<span class="unseen"> ${newWindow}</span>` : nothing;
  }

  /** Whether a post is recent according to `new-for`. */
  #isRecent(item: Item, now: number): boolean {
    const days = Number.isFinite(this.newFor) ? this.newFor : DEFAULT_NEW_FOR_DAYS;
    const { date_published: date } = item;
    return !!date && days > 0 && now - Date.parse(date) < days * DAY_MS && !this.source.mistyped.has(item);
  }

  /** @param placeholder of a big picture */
  #item(
    item: Item,
    isNew: boolean,
    placeholder: unknown,
    formatDate: Locale['date'],
    now: number,
    locale: Locale,
  ): unknown {
    const { date_published: date, authors, image, summary, title, url, _tct } = item;
    const { source, target } = this;
    const school = source.hasSeveralSchools ? source.schoolNameOf(item) : undefined;
    const precision = _tct?.precision ?? 'minute';
    const text = title ?? summary;
    const detailed = this.layout !== 'compact';
    const when = date && formatDate(date, precision, now);
    const meta = [
      when &&
        html`<time datetime=${precision === 'day' ? date.slice(0, 10) : date}><span aria-hidden="true">${when}</span><span class="unseen">${locale.fullDate(date, precision)}</span></time>`,
      school,
      detailed && authors?.map(({ name }) => name).join(', '),
      _tct?.views && locale.views(_tct.views),
      ...(this.#tools?.about(item, locale) ?? []),
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
    ${
      detailed && (image || placeholder)
        ? html`<div class="picture">${placeholder}${image ? html`<img part="image" src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" @load=${markPicture} @error=${markPicture}>` : nothing}</div>`
        : nothing
    }`,
    );
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const { moreHref } = this;
    const tools = this.#tools;
    const posts = this.#posts;
    const shown = posts.slice(0, this.visibleLimit);
    const now = Date.now();
    // A badge on every post would tell none apart.
    const maxNew = Math.ceil(Math.min(posts.length, this.effectiveLimit) / 2);
    const marked = shown.filter((item) => this.#isRecent(item, now)).slice(0, maxNew);
    const layout = LAZY_LAYOUT.test(this.layout)
      ? this.#layouts?.createLayout(this, this.source, shown, locale, now)
      : undefined;
    const list = (items: readonly Item[]) =>
      html`<ul part="list" role="list">${items.map((item, index) => {
        const isBig = layout?.isBig(index);
        return html`<li part="item" class=${isBig ? 'big' : 'row'}>${this.#item(item, marked.includes(item), isBig ? layout!.placeholder(item) : undefined, layout?.date ?? locale.date, now, locale)}</li>`;
      })}</ul>`;
    return html`
      ${this.staleNote(locale)}
      ${tools?.render(locale)}
      <p class=${posts.length ? 'unseen' : ''} role="status">${tools?.status(posts.length, locale) || (posts.length ? nothing : locale.empty)}</p>
      ${posts.length ? (layout?.render(list) ?? list(shown)) : tools?.clearButton(locale)}
      <div class="foot">${
        moreHref && SAFE_HREF.test(moreHref)
          ? html`<a class="button" part="more" href=${moreHref} target=${this.target ?? nothing}>${locale.more}${this.#newWindowHint(locale)}</a>`
          : this.moreButton(locale, () => this.#posts.length)
      }${this.missingNote(locale)}</div>`;
  }
}

/** Notes whether a picture has loaded, for the styles: one that fails leaves no grey area. */
function markPicture({ type, target }: Event): void {
  (target as HTMLElement).parentElement!.dataset.picture = type;
}
