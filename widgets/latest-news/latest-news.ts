import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { textMatcher } from '../../core/text/search.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { Locale } from '../locale/types/locale.ts';
import { styles } from './latest-news.styles.ts';

/** An address of http(s), or one without a scheme. A div's attributes may be strangers' words: they do not become script. */
const SAFE = /^https?:|^[^:]*(?:[/?#]|$)/i;

/** What `renderItem` is given beside the item. */
export interface ItemContext {
  locale: Locale;
  /** Whether it counts as new, by `new-for`. */
  isNew: boolean;
  /** Name of the item's school, where several are shown. */
  school?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * The schools' latest news.
 *
 * Its attribute `state` says `loading`, `ready`, `empty`, `error` or `stale`, as does `:state()` where there is one.
 *
 * @element tct-latest-news
 * @attr {string} src - Addresses of feeds, separated by spaces; the hub beside the script if missing
 * @attr {string} school - Ids of schools, separated by spaces
 * @attr {number} limit - Posts shown at first, and added by "Xem thêm" (5)
 * @attr {'list'|'cards'|'headlines'|'compact'} layout - How they are set (list)
 * @attr {number} new-for - Days a post is marked as new (3; 0 is never)
 * @attr {string} tag - Only posts with this tag, in capitals or not
 * @attr {boolean} search - Shows a search box
 * @attr {string} heading - The heading; an empty one shows none
 * @attr {number} heading-level - Level of the heading, 1 to 6 (2)
 * @attr {string} more-href - Where "Xem thêm" leads, instead of showing more here
 * @attr {number} refresh - Minutes between two looks while the page is visible
 * @attr {'eager'} loading - The one script loads it at once, not when it comes near the viewport
 * @attr {string} target - Target of the links, for example `_blank`
 * @attr {string} lang - `vi` or `en`; else the nearest `lang`, else `vi`
 *
 * @slot - Shown until there is data, and if it never comes
 * @csspart heading - The heading
 * @csspart list - The list of posts
 * @csspart item - A post
 * @csspart title - Its title, a link to the original
 * @csspart badge - The mark of a new post
 * @csspart meta - Date, school, people, views
 * @csspart summary - Its summary
 * @csspart image - Its picture
 * @csspart search - The search box
 * @csspart more - The button or link for more
 * @csspart error - The message and button shown when nothing could be read
 * @cssprop --tct-accent - Colour of the heading's line and of the mark (#b3261e)
 * @cssprop --tct-on-accent - Colour of the mark's word (#fff)
 * @cssprop --tct-color - Colour of the text (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop --tct-gap - Distance between things (1em)
 *
 * @fires {CustomEvent<{feed: Feed}>} tct-load - A feed was read
 * @fires {CustomEvent<{error: unknown}>} tct-error - A source could not be read
 * @fires {CustomEvent<{item: Item}>} tct-select - A post was chosen; cancel it to handle it yourself
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
  /** Replaces the template of one post: returns what Lit renders, a template, text or a node. */
  declare renderItem: ((item: Item, context: ItemContext) => unknown) | undefined;
  /** What is looked for. */
  #query = '';

  constructor() {
    super('news.json', 5);
    this.layout = 'list';
    this.newFor = 3;
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
    // The reader keeps an item that says anything at all; here it has to say something to people.
    return (
      super.includesItem(item) &&
      !!(title || summary) &&
      (!tag || !!tags?.some((each) => each.toLowerCase() === tag))
    );
  }

  /** Of the posts wanted those with the words that are looked for. */
  get #posts(): Item[] {
    const matches = textMatcher(this.search ? this.#query : '');
    return this.matchingItems.filter(({ title, summary, authors = [] }) =>
      matches([title, summary, ...authors.map(({ name }) => name)].join(' ')),
    );
  }

  #find(event: Event): void {
    this.#query = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  }

  /** Says that a link opens a window. */
  #hint({ newWindow }: Locale): unknown {
    return this.target === '_blank' ? html`<span class="unseen"> ${newWindow}</span>` : nothing;
  }

  #item(item: Item, now: number, locale: Locale): unknown {
    const { date_published: date, authors, image, summary, title, url, _tct } = item;
    const { layout, source, target } = this;
    const school = source.several ? source.nameOf(item) : undefined;
    const days = Number.isFinite(this.newFor) ? this.newFor : 3;
    const isNew = !!date && days > 0 && now - Date.parse(date) < days * DAY_MS;
    const precision = _tct?.precision ?? 'minute';
    const words = title ?? summary;
    const full = layout !== 'compact';
    const meta = [
      date &&
        html`<time datetime=${precision === 'day' ? date.slice(0, 10) : date}><span aria-hidden="true">${locale.date(date, precision, now)}</span><span class="unseen">${locale.fullDate(date, precision)}</span></time>`,
      school,
      full && authors?.map(({ name }) => name).join(', '),
      _tct?.views && locale.views(_tct.views),
    ];
    return this.renderCustom(
      this.renderItem && (() => this.renderItem!(item, { locale, isNew, school, now })),
      () => html`<div class="head">${isNew ? html`<span part="badge">${locale.newBadge}</span>` : nothing}${
        url
          ? html`<a part="title" href=${url} target=${target ?? nothing} rel="noopener" @click=${(event: Event) => this.select(event, item)}>${words}${this.#hint(locale)}</a>`
          : html`<span part="title">${words}</span>`
      }</div>
    <div part="meta">${meta.filter(Boolean).map((each) => html`<span>${each}</span>`)}</div>
    ${full && summary && title ? html`<div part="summary">${summary}</div>` : nothing}
    ${full && image ? html`<div class="picture"><img part="image" src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" @load=${reveal} @error=${reveal}></div>` : nothing}`,
    );
  }

  protected override content(locale: Locale): TemplateResult {
    const { layout, moreHref, search, shown } = this;
    const query = this.#query;
    const posts = this.#posts;
    const now = Date.now();
    return html`
      ${this.staleNote(locale)}
      ${search ? html`<input part="search" type="search" aria-label=${locale.search} placeholder=${locale.searchPlaceholder} .value=${query} @input=${this.#find}>` : nothing}
      <p class=${posts.length ? 'unseen' : ''} role="status">${search && query ? locale.found(posts.length) : posts.length ? nothing : locale.empty}</p>
      ${posts.length ? html`<ul part="list" role="list">${posts.slice(0, shown).map((item, index) => html`<li part="item" class=${layout === 'cards' || (layout === 'headlines' && !index) ? 'big' : ''}>${this.#item(item, now, locale)}</li>`)}</ul>` : nothing}
      <div class="foot">${
        moreHref && SAFE.test(moreHref)
          ? html`<a class="button" part="more" href=${moreHref} target=${this.target ?? nothing}>${locale.more}${this.#hint(locale)}</a>`
          : this.moreButton(locale, () => this.#posts.length)
      }${this.missingNote(locale)}</div>`;
  }
}

/** A picture that does not come leaves its place empty, so that nothing moves. */
function reveal({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'error' ? 'hidden' : '';
}
