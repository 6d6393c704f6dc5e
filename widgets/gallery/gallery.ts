import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import { dispatch } from '../data/events.ts';
import type { GalleryWords } from '../locale/types/gallery.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi } from '../locale/vi/gallery.ts';
import { Carousel } from './carousel.ts';
import { styles } from './gallery.styles.ts';
import type { Lightbox, Showing } from './lightbox/lightbox.ts';
import { type Copy, type Photo, photosOf, srcsetOf } from './photo.ts';
import { namedPhoto } from './photo-param.ts';

const LAYOUTS = ['grid', 'carousel', 'albums'];
/** Seconds between two photos that turn by themselves, where the tag gives no number. */
const USUAL_SECONDS = 6;

/** Photos that are drawn at once: the page answers before the next come. */
const BATCH = 24;

/** What `renderItem` is given beside the photo. */
export interface PhotoContext {
  locale: Locale;
  /** Name of the item's school, where several are shown. */
  school?: string;
  /** Opens the photo large: for a click. */
  open: (event: Event) => void;
}

/**
 * The schools' photos, as a grid, as a row to turn, or as covers of albums; one pressed is shown large.
 *
 * @element tct-gallery
 * @attr {string} src - Addresses of feeds, separated by spaces; if missing, the photos inside the tag, else the hub beside the script
 * @attr {string} school - Ids of schools, separated by spaces
 * @attr {number} limit - Photos or albums shown at first, and added by "Xem thêm" (12)
 * @attr {'grid'|'carousel'|'albums'} layout - How they are set (grid)
 * @attr {boolean} captions - Shows captions in the grid too
 * @attr {number} autoplay - Seconds between two photos of a carousel that turns by itself (6 if it gives no number; 0 is never)
 * @attr {boolean} download - Offers photos as files
 * @attr {boolean} no-share - Offers no address of a photo, and leaves the page's own as it is
 * @attr {string} heading - The heading; an empty one shows none
 * @attr {number} heading-level - Level of the heading, 1 to 6 (2)
 * @attr {number} refresh - Minutes between two looks while the page is visible
 * @attr {string} target - Target of links to other pages, for example `_blank`
 * @attr {'eager'} loading - The one script loads it at once, not when it comes near the viewport
 * @attr {string} lang - `vi` or `en`; else the nearest `lang`, else `vi`
 *
 * @slot - Links to photos around small pictures, to be shown as the gallery; or what is shown until there is data, and if it never comes
 * @csspart heading - The heading
 * @csspart list - The list of photos
 * @csspart item - A photo or an album
 * @csspart title - The link around a photo, or around an album's cover and name
 * @csspart image - A picture
 * @csspart caption - What is said of a photo, also where it is large
 * @csspart meta - How many photos an album has, its date and school; of a large photo whose it is
 * @csspart more - The button for more
 * @csspart turn - The buttons of a carousel, and those that turn large photos
 * @csspart lightbox - The dialog that shows a photo large
 * @csspart error - The message and button shown when nothing could be read
 * @cssprop --tct-columns - Photos side by side (2 to 6, by the room there is)
 * @cssprop --tct-ratio - Width to height of the pictures (3 / 2)
 * @cssprop --tct-accent - Colour of the heading's line (#b3261e)
 * @cssprop --tct-color - Colour of the text (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop --tct-gap - Distance between things (1em)
 *
 * @fires {CustomEvent<{feed: Feed}>} tct-load - A feed was read
 * @fires {CustomEvent<{error: unknown}>} tct-error - A source could not be read
 * @fires {CustomEvent<{item: Item, photo?: Photo}>} tct-select - A photo or an album was chosen; cancel it to handle it yourself
 */
export class TctGallery extends FeedElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    ...FeedElement.properties,
    layout: {},
    captions: { type: Boolean },
    autoplay: {},
    download: { type: Boolean },
    noShare: { type: Boolean, attribute: 'no-share' },
    target: {},
    renderItem: { attribute: false },
  };

  declare layout: string;
  declare captions: boolean;
  declare autoplay: string | null;
  declare download: boolean;
  declare noShare: boolean;
  declare target: string | null;
  /** Replaces the template of one photo, or of an album by its first: returns what Lit renders, a template, text or a node. */
  declare renderItem: ((photo: Photo, context: PhotoContext) => unknown) | undefined;

  readonly #carousel = new Carousel(this);
  /** Pictures that did not come. */
  readonly #failed = new Set<Copy>();
  #lightbox?: Promise<Lightbox>;
  /** The tag's own photos, as they were read. */
  #read?: string;
  #looked = false;
  /** How many photos are drawn. */
  #drawn = 0;
  #locale!: Locale;

  constructor() {
    super('gallery.json', 12);
    this.autoplay = this.target = null;
    this.layout = 'grid';
    this.captions = this.download = this.noShare = false;
  }

  /** What the page holds in the tag is the gallery, unless the tag says where else to look. */
  get #holdsPhotos(): boolean {
    return !this.feed && !this.src && !this.school && !!this.querySelector('a[href] img');
  }

  override async reload(): Promise<void> {
    if (!this.#holdsPhotos) return super.reload();
    this.#read = this.innerHTML;
    const { ownPhotos } = await import('./slotted-photos.ts');
    await this.source.show(ownPhotos(this));
  }

  /** The parser brings what is in a tag after the tag, and scripts bring it when they like. */
  readonly #slotted = (): void => {
    if (this.#holdsPhotos && this.innerHTML !== this.#read) void this.reload();
  };

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('slotchange', this.#slotted);
  }

  protected override defaultHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override failed(locale: Locale): string {
    return this.#words(locale).failed;
  }

  protected override layoutClass(): string {
    return LAYOUTS.includes(this.layout) ? this.layout : 'grid';
  }

  /** Where several schools are shown, which one. */
  readonly #schoolOf = (item: Item): string | undefined =>
    this.source.several ? this.source.nameOf(item) : undefined;

  /** Whether the photos are to turn by themselves. */
  get #turns(): boolean {
    return this.layoutClass() === 'carousel' && (this.autoplay ?? '0') !== '0';
  }

  #words({ gallery }: Locale): GalleryWords {
    return gallery ?? vi;
  }

  get #photos(): Photo[] {
    return this.matchingItems.flatMap(photosOf);
  }

  protected override get hasContent(): boolean {
    return this.#photos.length > 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('autoplay') || changed.has('layout')) {
      this.#carousel.start(this.#turns ? Math.max(2, Number(this.autoplay) || USUAL_SECONDS) : 0);
    }
    super.willUpdate(changed);
  }

  protected override updated(): void {
    // An address that somebody was sent names a photo.
    if (this.#looked || !this.#photos.length) return;
    this.#looked = true;
    if (!this.noShare && namedPhoto())
      this.#load()
        .then((lightbox) => lightbox.openNamed())
        .catch(() => {});
  }

  /** The lightbox is fetched when a finger is on a photo. */
  readonly #load = (): Promise<Lightbox> => {
    this.#lightbox ??= import('./lightbox/lightbox.ts').then(
      ({ Lightbox }) => new Lightbox(this, () => this.#showing()),
    );
    // A connection that failed may be back at the next press.
    this.#lightbox.catch(() => (this.#lightbox = undefined));
    return this.#lightbox;
  };

  #showing(album?: readonly Photo[]): Showing {
    const { source } = this;
    return {
      locale: this.#locale,
      words: this.#words(this.#locale),
      photos: album ?? this.#photos,
      schoolOf: this.#schoolOf,
      more: album || !source.hasMore ? undefined : () => source.loadMore().then(() => this.#showing()),
    };
  }

  async #open(event: Event, photo: Photo, album?: readonly Photo[]): Promise<void> {
    const { altKey, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (!dispatch(this, 'tct-select', { item: photo.item, photo })) return;
    try {
      const lightbox = await this.#load();
      if (this.isConnected) lightbox.open(photo, this.#showing(album));
    } catch {
      // Without it, the photo alone is better than nothing.
      location.assign(photo.url);
    }
  }

  /**
   * The small picture; if it does not come another copy; if none comes, words in its place.
   *
   * @param told whether what it shows is to be read beside it
   */
  #picture({ copies }: Photo, alt: string, { broken }: GalleryWords, told?: boolean): TemplateResult {
    const left = copies.filter((copy) => !this.#failed.has(copy));
    const [small] = left;
    if (!small)
      return html`<span class="absent"><span class=${told ? 'unseen' : ''}>${alt}</span><small>${broken}</small></span>`;
    const fail = ({ target }: Event) => {
      this.#failed.add(left.find(({ url }) => url === (target as HTMLImageElement).currentSrc) ?? small);
      this.requestUpdate();
    };
    return html`<img part="image" loading="lazy" decoding="async" referrerpolicy="no-referrer" alt=${alt} sizes="auto, 320px" srcset=${srcsetOf(left) ?? nothing} src=${small.url} @error=${fail}>`;
  }

  #tile(photo: Photo, index: number, words: GalleryWords): TemplateResult {
    const { alt, caption, url } = photo;
    const told = caption && (this.captions || this.layout === 'carousel');
    const same = !!told && caption === alt;
    const name = alt || words.photo(index + 1);
    return html`<a part="title" class="tile" href=${url} @click=${(event: Event) => this.#open(event, photo)}>${this.#picture(photo, name, words, same)}</a>${
      told ? html`<div part="caption" aria-hidden=${same || nothing}>${caption}</div>` : nothing
    }`;
  }

  /** An album opens here; one whose photos only its own page has leads there. */
  #cover(item: Item, locale: Locale, words: GalleryWords): TemplateResult {
    const { attachments, date_published: date, title, url, _tct } = item;
    const photos = photosOf(item);
    const cover = photos[0]!;
    const away = url && !attachments?.length;
    const open = (event: Event) => (away ? this.select(event, item) : this.#open(event, cover, photos));
    const school = this.#schoolOf(item);
    const name = (photos.length > 1 ? title : cover.caption) ?? title;
    return html`<a part="title" href=${away ? url : cover.url} target=${(away && this.target) || nothing} rel="noopener" @click=${open}><span class="tile">${this.#picture(cover, name ? '' : words.count(photos.length), words)}</span>${name ? html`<span class="name">${name}</span>` : nothing}${away && this.target === '_blank' ? html`<span class="unseen"> ${locale.newWindow}</span>` : nothing}</a>
    <div part="meta">${photos.length > 1 ? html`<span>${words.count(photos.length)}</span>` : nothing}${
      date
        ? html`<time datetime=${date.slice(0, 10)}>${locale.date(date, _tct?.precision ?? 'minute', Date.now())}</time>`
        : nothing
    }${school ? html`<span>${school}</span>` : nothing}</div>`;
  }

  /** What the list is of: photos, or the first of each album. */
  get #tiles(): Photo[] {
    if (this.layoutClass() !== 'albums') return this.#photos;
    return this.matchingItems.flatMap((item) => photosOf(item).slice(0, 1));
  }

  protected override content(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    this.#locale = locale;
    const layout = this.layoutClass();
    const albums = layout === 'albums';
    const photos = this.#tiles;
    const shown = Math.min(this.shown, photos.length);
    this.#drawn = Math.min(shown, this.#drawn + BATCH);
    if (this.#drawn < shown) setTimeout(() => this.requestUpdate());
    const item = (photo: Photo, index: number) => {
      const open = (event: Event) => void this.#open(event, photo, albums ? photosOf(photo.item) : undefined);
      return this.renderCustom(
        this.renderItem &&
          (() => this.renderItem!(photo, { locale, school: this.#schoolOf(photo.item), open })),
        () => (albums ? this.#cover(photo.item, locale, words) : this.#tile(photo, index, words)),
      );
    };
    const turn = (direction: 1 | -1, name: string, sign: string) =>
      html`<button part="turn" aria-label=${name} @click=${() => this.#carousel.turn(direction)}>${sign}</button>`;
    return html`
      ${this.staleNote(locale)}
      ${photos.length ? html`<ul part="list" role="list" @pointerdown=${this.#load}>${photos.slice(0, this.#drawn).map((photo, index) => html`<li part="item">${item(photo, index)}</li>`)}</ul>` : html`<p>${words.empty}</p>`}
      <div class="foot">${
        layout === 'carousel' && photos.length
          ? html`${this.#turns ? html`<button part="turn" @click=${this.#carousel.toggle}>${this.#carousel.playing ? words.pause : words.play}</button>` : nothing}${turn(-1, words.previous, '‹')}${turn(1, words.next, '›')}`
          : nothing
      }${this.moreButton(locale, () => this.#tiles.length)}${this.missingNote(locale)}</div>`;
  }
}
