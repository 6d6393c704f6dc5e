import { adoptStyles, type LitElement, type ReactiveController, render } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import type { GalleryWords } from '../../locale/types/gallery.ts';
import type { LightboxWords } from '../../locale/types/lightbox.ts';
import type { Locale } from '../../locale/types/locale.ts';
import { vi } from '../../locale/vi/lightbox.ts';
import type { Photo } from '../photo.ts';
import { creditsOf } from './credits.ts';
import { fitToScreen, watchHidden } from './dialog-box.ts';
import { Gestures } from './gestures.ts';
import { keyAction } from './keyboard.ts';
import { styles } from './lightbox.styles.ts';
import { PhotoUrl, photoKey, photosInUrl } from './photo-url.ts';
import { Slide } from './slide.ts';
import { Slider } from './slider.ts';
import { keepPageStill } from './still-page.ts';
import { MIN_STRIP_PHOTOS, Strip } from './strip.ts';
import { viewer } from './viewer.ts';

/** The gallery that a lightbox belongs to. */
export interface LightboxHost extends LitElement {
  heading: string | null;
  download: boolean;
  noShare: boolean;
  target: string | null;
}

/** The photos in the lightbox, with their descriptions. */
export interface LightboxContent {
  photos: readonly Photo[];
  locale: Locale;
  galleryWords: GalleryWords;
  schoolOf: (item: Item) => string | undefined;
  /** Loads older photos and returns the new content; missing if there are none. */
  loadMore?: () => Promise<LightboxContent>;
}

/** Pages of older photos to search for the one that the URL names. */
const MAX_PAGES = 10;
/** Older photos are loaded when fewer than this many are left. */
const PRELOAD_PHOTOS = 4;

/** The open lightbox: a page shows one at a time. */
let active: Lightbox | undefined;

/** Shows photos in a modal dialog inside the gallery. */
export class Lightbox implements ReactiveController {
  readonly #dialog = document.createElement('dialog');
  readonly #slider = new Slider((index) => this.#createSlide(index));
  readonly #strip = new Strip(
    (index) => this.#words.position(index + 1, `${this.#content.photos.length}`, this.#nameOf(index)),
    (index) => this.#step(index - this.#index),
  );
  #content!: LightboxContent;
  #index = 0;
  #opener: Element | null = null;
  #message = '';
  #shareUrl = '';
  #hidesControls = false;
  #isLoadingMore = false;
  readonly #url = new PhotoUrl();
  #stopWatching?: () => void;

  /**
   * @param getContent returns the gallery's current photos, for a photo that the URL names
   * @param onClosed called when a photo was closed
   */
  constructor(
    private readonly host: LightboxHost,
    private readonly getContent: () => LightboxContent,
    private readonly onClosed: () => void,
  ) {
    const dialog = this.#dialog;
    dialog.setAttribute('part', 'lightbox');
    dialog.setAttribute('aria-describedby', 'text');
    // Focusable, so that the keys still work after a click on the photo.
    dialog.tabIndex = -1;
    keepPageStill(dialog);
    dialog.addEventListener('keydown', this.#onKey);
    dialog.addEventListener('close', this.#onClose);
    dialog.addEventListener('fullscreenchange', this.#render);
    new Gestures(this.#slider, {
      onStep: (by) => this.#step(by),
      onClose: this.close,
      onToggleControls: () => this.#update({ hidesControls: !this.#hidesControls }),
      onZoom: this.#render,
    });
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, styles]);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
    addEventListener('resize', this.#onResize);
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, this.#onResize);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('resize', this.#onResize);
    for (const type of ['resize', 'scroll']) visualViewport?.removeEventListener(type, this.#onResize);
    this.close();
  }

  /** Opens at one of the content's photos; does nothing if it is already open. */
  open(photo: Photo, content: LightboxContent): void {
    const dialog = this.#dialog;
    if (dialog.open) return;
    active = this;
    this.#content = content;
    this.#hidesControls = false;
    this.#opener = (this.host.renderRoot as ShadowRoot).activeElement;
    this.host.renderRoot.querySelector('.root')!.append(dialog);
    this.#index = content.photos.indexOf(photo);
    this.#render();
    fitToScreen(dialog);
    dialog.showModal();
    this.#stopWatching = watchHidden(dialog, this.close);
    this.#show(this.#index, false);
  }

  /** Opens at the last photo shown. */
  reopen(): void {
    this.open(this.#photo, this.#content);
  }

  /** Opens at the photo that the page's URL names, loading older photos until it is found. */
  async openRequested(): Promise<void> {
    const keys = photosInUrl();
    let content = this.getContent();
    for (let page = 0; page < MAX_PAGES && keys.length; page++) {
      const photo = content.photos.find((each) => keys.includes(photoKey(each)));
      if (photo) {
        if (active) return;
        this.#url.adopt(photoKey(photo));
        this.open(photo, content);
        return;
      }
      const { length } = content.photos;
      if (!content.loadMore) return;
      content = await content.loadMore();
      if (content.photos.length === length) return;
    }
  }

  get #photo(): Photo {
    return this.#content.photos[this.#index]!;
  }

  get #words(): LightboxWords {
    return this.#content.locale.lightbox ?? vi;
  }

  /** The alternative text of a photo, or its number. */
  #nameOf(index: number): string {
    return this.#content.photos[index]!.alt || this.#content.galleryWords.photo(index + 1);
  }

  #createSlide(index: number): Slide | undefined {
    const { photos, galleryWords } = this.#content;
    const photo = photos[index];
    return photo && new Slide(photo, this.#nameOf(index), galleryWords.broken);
  }

  #show(index: number, animate: boolean): void {
    const { loadMore, photos } = this.#content;
    this.#index = index;
    this.#slider.show(index, animate);
    if (!this.host.noShare) this.#url.write(photoKey(this.#photo));
    this.#update({});
    this.#showStrip();
    if (loadMore && index > photos.length - PRELOAD_PHOTOS) void this.#loadMore(loadMore);
  }

  async #loadMore(loadMore: () => Promise<LightboxContent>): Promise<void> {
    if (this.#isLoadingMore) return;
    this.#isLoadingMore = true;
    const photo = this.#photo;
    const content = await loadMore();
    this.#isLoadingMore = false;
    const index = content.photos.indexOf(photo);
    if (active !== this || photo !== this.#photo || index < 0) return;
    this.#content = content;
    // Older photos of several sources may be sorted in before this one.
    if (index !== this.#index) this.#slider.clear();
    this.#show(index, false);
  }

  /** @param by number of photos; stops at the first and the last */
  #step(by: number): void {
    const { length } = this.#content.photos;
    const index = Math.min(length - 1, Math.max(0, this.#index + by));
    if (index === this.#index) this.#slider.settle();
    else this.#show(index, Math.abs(by) === 1);
  }

  /** Renders with a changed state; message and URL are cleared unless given. */
  #update({ hidesControls = this.#hidesControls, message = '', shareUrl = '' }): void {
    this.#hidesControls = hidesControls;
    this.#message = message;
    this.#shareUrl = shareUrl;
    this.#render();
  }

  #showStrip(): void {
    const { galleryWords, photos } = this.#content;
    this.#strip.show(photos, this.#index, galleryWords.heading);
  }

  readonly #onResize = (): void => {
    if (!this.#dialog.open) return;
    fitToScreen(this.#dialog);
    this.#slider.settle(false);
    this.#showStrip();
  };

  /** The page has moved in its own history, away from where the photo was opened. */
  readonly #onPopState = (): void => {
    if (this.#url.isLost) this.close();
  };

  readonly close = (): void => {
    this.#dialog.close();
    this.#onClose();
  };

  /** Also runs when Escape has closed the dialog; the event comes late, and it may be open again. */
  readonly #onClose = (): void => {
    if (this.#dialog.open || active !== this) return;
    active = undefined;
    this.#stopWatching!();
    this.#slider.clear();
    this.#strip.clear();
    this.#dialog.remove();
    (this.#opener as HTMLElement | null)?.focus({ preventScroll: true });
    this.#url.remove();
    this.onClosed();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, key, metaKey, target } = event;
    if (altKey || ctrlKey || metaKey || (target as Element).localName === 'input') return;
    const action = keyAction(key, this.#slider, (by) => this.#step(by), this.#toggleFullScreen);
    if (!action) return;
    event.preventDefault();
    action();
    this.#update({ hidesControls: false });
  };

  /** Makes the dialog's content full screen: a dialog itself may not be. */
  readonly #toggleFullScreen = (): void => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : this.#dialog.querySelector('.viewer')!.requestFullscreen();
    done.catch(() => {});
  };

  readonly #share = async (): Promise<void> => {
    const url = this.#url.with(photoKey(this.#photo));
    if (matchMedia('(pointer: coarse)').matches && navigator.share)
      return navigator.share({ url, title: this.#nameOf(this.#index) }).catch(() => {});
    try {
      await navigator.clipboard.writeText(url);
      this.#update({ message: this.#words.shared });
    } catch {
      // Pages served over plain HTTP have no clipboard.
      this.#update({ shareUrl: url });
      this.#dialog.querySelector('input')!.select();
    }
  };

  readonly #toggleZoom = (): void => {
    this.#slider.toggleZoom();
    this.#render();
  };

  readonly #render = (): void => {
    if (active !== this) return;
    const { host } = this;
    const { galleryWords, loadMore, locale, photos, schoolOf } = this.#content;
    const words = this.#words;
    const { caption, item, url } = this.#photo;
    this.#dialog.setAttribute('aria-label', words.title(host.heading || galleryWords.heading));
    render(
      viewer({
        words,
        galleryWords,
        slider: this.#slider.element,
        strip: photos.length < MIN_STRIP_PHOTOS ? undefined : this.#strip.element,
        index: this.#index,
        count: photos.length,
        hasMore: !!loadMore,
        description: caption ?? this.#nameOf(this.#index),
        caption,
        credits: creditsOf(item, schoolOf(item), host.target, locale, words, galleryWords),
        message: this.#message,
        shareUrl: this.#shareUrl,
        hidesControls: this.#hidesControls,
        zoomed: this.#dialog.open && this.#slider.isZoomed,
        download: host.download ? url : undefined,
        onZoom: this.#toggleZoom,
        onFullScreen: this.#toggleFullScreen,
        onShare: host.noShare ? undefined : this.#share,
        onClose: this.close,
        onStep: (by) => this.#step(by),
      }),
      this.#dialog,
    );
    // Makes a long caption scrollable by keys.
    const text = this.#dialog.querySelector<HTMLElement>('.text p')!;
    if (text.scrollHeight > text.clientHeight) text.tabIndex = 0;
    else text.removeAttribute('tabindex');
  };
}
