import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Feed, Item } from '../../core/model/feed.ts';
import { baseStyles } from '../base/base.styles.ts';
import { FeedElement } from '../base/feed-element.ts';
import type { TctEventMap } from '../data/events.ts';
import type { GalleryWords } from '../locale/types/gallery.ts';
import type { Locale } from '../locale/types/locale.ts';
import { vi } from '../locale/vi/gallery.ts';
import type { Carousel } from './carousel.ts';
import { styles } from './gallery.styles.ts';
import { type LazyLayouts, loadLayout } from './lazy-layouts.ts';
import type { LightboxContent } from './lightbox/lightbox.ts';
import { OpenState, type PhotoSelectDetail } from './open-state.ts';
import { type ImageCopy, type Photo, photosOf } from './photo.ts';
import { urlMayNamePhoto } from './photo-param.ts';
import { photoTile, type TileContext } from './tiles.ts';

const DEFAULT_AUTOPLAY_SECONDS = 6;
const MIN_AUTOPLAY_SECONDS = 2;
/** Attributes of the photos inside the tag. */
const SLOT_ATTRIBUTES = [
  'alt',
  'data-lazy-src',
  'data-original',
  'data-src',
  'href',
  'src',
  'srcset',
  'title',
];
/** Photos rendered per batch, so that the page stays responsive. */
const BATCH_SIZE = 24;

/** Second argument of `renderItem`. */
export interface PhotoContext {
  locale: Locale;
  /** Name of the photo's school if several schools are shown. */
  school?: string;
  /** Opens the photo in the lightbox, or the album; for a click listener. */
  open: (event: Event) => void;
}

/**
 * Shows the schools' photos as a grid, rows, a carousel or album covers, and opens them in a lightbox. Videos
 * are not played: a post that has nothing else links to its own page.
 *
 * @element tct-gallery
 * @attr {string} src - URLs of feeds, separated by spaces; if missing, the photos inside the tag, else the hub that serves the script
 * @attr {string} school - Ids of the schools to show, separated by spaces; if missing, all
 * @attr {number} [limit=12] - Number of photos or albums shown at first, and added by "Xem thêm"
 * @attr {'grid'|'justified'|'carousel'|'albums'} [layout=grid] - `grid` crops photos to one aspect ratio, `justified` shows them in their own, in rows of equal height; `carousel` is a row to scroll, `albums` shows the albums' covers, which open to their photos
 * @attr {boolean} captions - Shows captions in `grid` and `justified` too
 * @attr {number} [autoplay=0] - Seconds between two photos of a carousel that moves by itself; 0 is never, and without a value it is 6
 * @attr {boolean} download - Offers photos for download
 * @attr {boolean} no-share - Offers no link to a photo, and does not change the page's URL
 * @attr {string} heading - The heading; empty for none
 * @attr {number} [heading-level=2] - Level of the heading, 1 to 6
 * @attr {'newspaper'|'banner'|'card'|'soft'|'contrast'|'auto'} theme - A preset of colours and shapes; `auto` takes colour and typeface from the page
 * @attr {number} [refresh=0] - Minutes between two loads while the page is visible; 0 is never
 * @attr {string} target - Target of links to other pages, for example `_blank`
 * @attr {'eager'} loading - Makes the loader script load the widget at once instead of near the viewport
 * @attr {boolean} debug - Shows a panel behind the widget: what it asked for, what came, what is wrong and how to mend it
 * @attr {'vi'|'en'} lang - The language; others if the page has added them. If missing, the nearest `lang` in the page, else `vi`
 *
 * @slot - Links around thumbnails, to be shown as the gallery; or fallback content: shown until there is data, and if no data can be loaded
 * @cssstate loading - Nothing has come yet
 * @cssstate ready - What has come is shown
 * @cssstate empty - Something has come, but there is nothing in it to show
 * @cssstate error - Nothing could be loaded
 * @cssstate stale - No source answers; a copy that was kept is shown
 * @csspart heading - The heading
 * @csspart list - The list of photos
 * @csspart item - A photo or an album
 * @csspart title - The link around a photo, or around an album's cover and name
 * @csspart back - The button that leads from an album back to all albums
 * @csspart image - A picture
 * @csspart caption - The caption of a photo, also in the lightbox
 * @csspart meta - Size, date and school of an album; credits of a photo in the lightbox
 * @csspart more - The button for more
 * @csspart turn - The previous, next and pause buttons of the carousel and the lightbox
 * @csspart lightbox - The lightbox, a dialog
 * @csspart error - The message and retry button shown when nothing could be loaded
 * @cssprop --tct-columns - Number of columns of the grid (2 to 6, depending on the width)
 * @cssprop [--tct-ratio=3 / 2] - Aspect ratio of the pictures, except in `justified`
 * @cssprop [--tct-accent=#b3261e] - Colour of the heading's line
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
 * @fires {CustomEvent<PhotoSelectDetail>} tct-select - The user chose a photo, `detail.photo`, or an album, `detail.item`; cancel the event to handle it yourself
 */
export class TctGallery extends FeedElement<TctEventMap<Feed, PhotoSelectDetail>> {
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

  declare layout: 'grid' | 'justified' | 'carousel' | 'albums';
  declare captions: boolean;
  declare autoplay: string | null;
  declare download: boolean;
  declare noShare: boolean;
  declare target: string | null;
  /**
   * Replaces the rendering of a photo, or of an album, for which it receives the first photo. Returns anything Lit
   * renders: a template, text or a node.
   */
  declare renderItem: ((photo: Photo, context: PhotoContext) => unknown) | undefined;

  #carousel?: Carousel;
  readonly #open = new OpenState(
    this,
    () => (this.layout === 'albums' && this.#layouts.albums ? this.matchingItems : undefined),
    () => this.#lightboxContent(),
    (left) => void this.#onAlbum(left),
  );
  readonly #failedCopies = new Set<ImageCopy>();
  readonly #layouts: LazyLayouts = {};
  /** The tag's content when its photos were last read. */
  #slottedHtml?: string;
  /** Whether the page's URL was checked for a photo to open. */
  #checkedUrl = false;
  #renderedCount = 0;
  #locale!: Locale;

  constructor() {
    super('gallery.json', 12);
    this.autoplay = this.target = null;
    this.layout = 'grid';
    this.captions = this.download = this.noShare = false;
  }

  /** Whether the photos inside the tag are the gallery: nothing else is configured as its source. */
  get #hasSlottedPhotos(): boolean {
    return !this.feed && !this.src && !this.school && !!this.querySelector('a[href] img');
  }

  override async reload(): Promise<void> {
    if (!this.#hasSlottedPhotos) return super.reload();
    this.#slottedHtml = this.innerHTML;
    const { slottedPhotos } = await import('./slotted-photos.ts');
    await this.source.show(slottedPhotos(this));
  }

  /** Runs when the tag's content changes: the parser adds it after the tag, scripts and lazy loaders at any time. */
  readonly #readSlot = (): void => {
    if (this.#hasSlottedPhotos && this.innerHTML !== this.#slottedHtml) void this.reload();
  };

  protected override firstUpdated(): void {
    // Without the attributes of the tag itself that the gallery writes.
    new MutationObserver(this.#readSlot).observe(this, {
      attributeFilter: SLOT_ATTRIBUTES,
      characterData: true,
      childList: true,
      subtree: true,
    });
    this.#readSlot();
  }

  protected override defaultHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override failureText(locale: Locale): string {
    return this.#words(locale).failed;
  }

  protected override layoutClass(): string {
    // An open album is a grid.
    return Object.hasOwn(this.#layouts, this.layout) && !this.#open.album ? this.layout : 'grid';
  }

  readonly #schoolOf = (item: Item): string | undefined =>
    this.source.hasSeveralSchools ? this.source.schoolNameOf(item) : undefined;

  get #hasAutoplay(): boolean {
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

  protected override async scheduleUpdate(): Promise<void> {
    await loadLayout(this.layout, this.#layouts, this);
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const code = this.#layouts.carousel;
    if (code && (!this.#carousel || changed.has('autoplay') || changed.has('layout'))) {
      const seconds = Math.max(MIN_AUTOPLAY_SECONDS, Number(this.autoplay) || DEFAULT_AUTOPLAY_SECONDS);
      this.#carousel ??= new code.Carousel(this);
      this.#carousel.start(this.#hasAutoplay ? seconds : 0);
    }
    super.willUpdate(changed);
  }

  protected override updated(): void {
    if (this.#checkedUrl || !this.#photos.length) return;
    this.#checkedUrl = true;
    if (!this.noShare && urlMayNamePhoto()) this.#open.openRequested();
  }

  #lightboxContent(): LightboxContent {
    const { source } = this;
    return {
      locale: this.#locale,
      galleryWords: this.#words(this.#locale),
      photos: this.#photos.filter(({ isVideo }) => !isVideo),
      schoolOf: this.#schoolOf,
      loadMore: source.hasMore ? () => source.loadMore().then(() => this.#lightboxContent()) : undefined,
    };
  }

  /** Moves the focus to the title of the album that was opened, or to the cover of the one that was left. */
  async #onAlbum(left: string | undefined): Promise<void> {
    // All covers at once, so that the one that was left is among them.
    this.#renderedCount = this.#open.album ? 0 : Infinity;
    this.requestUpdate();
    await this.updateComplete;
    const head = this.renderRoot.querySelector('.album-head');
    const cover = this.#tilePhotos.findIndex(({ item }) => item.id === left);
    const target = head ? '.name' : `[part=item]:nth-child(${cover + 1}) a`;
    this.moveFocus(this.renderRoot.querySelector<HTMLElement>(target));
    head?.scrollIntoView({ block: 'nearest' });
  }

  /** The photos of the list: all, those of the open album, or the first of each album. */
  get #tilePhotos(): Photo[] {
    const { album } = this.#open;
    if (album) return photosOf(album);
    if (this.layoutClass() !== 'albums') return this.#photos;
    return this.matchingItems.flatMap((item) => photosOf(item).slice(0, 1));
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    this.#locale = locale;
    const layout = this.layoutClass();
    const { albums } = this.#layouts;
    const justified = layout === 'justified' ? this.#layouts.justified : undefined;
    const photos = this.#tilePhotos;
    const { album } = this.#open;
    const visible = album ? photos.length : Math.min(this.visibleLimit, photos.length);
    this.#renderedCount = Math.min(visible, this.#renderedCount + BATCH_SIZE);
    if (this.#renderedCount < visible) setTimeout(() => this.requestUpdate());
    const context: TileContext = {
      locale,
      words,
      captions: this.captions || layout === 'carousel',
      justified,
      onRatio: () => this.requestUpdate(),
      target: this.target,
      failed: this.#failedCopies,
      onError: (copy) => {
        this.#failedCopies.add(copy);
        this.requestUpdate();
      },
      schoolOf: this.#schoolOf,
      open: (event, photo) => this.#open.open(event, photo),
      select: (event, item) => this.select(event, item),
    };
    const item = (photo: Photo, index: number) => {
      const open = (event: Event) => this.#open.open(event, photo);
      return this.renderCustom(
        this.renderItem &&
          (() => this.renderItem!(photo, { locale, school: this.#schoolOf(photo.item), open })),
        () =>
          layout === 'albums' ? albums!.albumCover(photo.item, context) : photoTile(photo, index, context),
      );
    };
    const tile = (photo: Photo, index: number) =>
      justified
        ? html`<li part="item" .style=${`--ratio:${justified.shownRatio(photo)}`}>${item(photo, index)}</li>`
        : html`<li part="item">${item(photo, index)}</li>`;
    return html`
      ${this.staleNote(locale)}
      ${album ? albums!.albumHead(album, Math.min(6, (this.headingLevel || 2) + 1), this.#open.closeAlbum, context) : nothing}
      ${photos.length ? html`<ul part="list" role="list" @focusin=${this.#open.onFocus} @pointerdown=${this.#open.onPointerDown}>${photos.slice(0, this.#renderedCount).map(tile)}</ul>` : html`<p>${words.empty}</p>`}
      <div class="foot">${
        layout === 'carousel' && photos.length ? this.#carousel!.buttons(words, this.#hasAutoplay) : nothing
      }${album ? nothing : this.moreButton(locale, () => this.#tilePhotos.length)}${this.missingNote(locale)}</div>`;
  }
}
