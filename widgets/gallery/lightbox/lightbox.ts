import { adoptStyles, html, nothing, type ReactiveController, render } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import type { GalleryWords } from '../../locale/types/gallery.ts';
import type { LightboxWords } from '../../locale/types/lightbox.ts';
import type { Locale } from '../../locale/types/locale.ts';
import { vi } from '../../locale/vi/lightbox.ts';
import type { TctGallery } from '../gallery.ts';
import type { Photo } from '../photo.ts';
import { creditsOf } from './credits.ts';
import { Gestures } from './gestures.ts';
import { addressOf, enter, keyOf, leaveEntry, named } from './history.ts';
import { icons } from './icons.ts';
import { styles } from './lightbox.styles.ts';
import { Slide } from './slide.ts';
import { Stage } from './stage.ts';

/** What is shown, and how. */
export interface Showing {
  photos: readonly Photo[];
  locale: Locale;
  words: GalleryWords;
  schoolOf: (item: Item) => string | undefined;
  /** Brings older photos, where there are any. */
  more?: () => Promise<Showing>;
}

/** Pages of older photos that are looked through for the one that an address names. */
const MOST_PAGES = 10;
/** Pixels that an arrow key moves an enlarged photo. */
const STEP = 80;

/** The one that is open: a page shows one photo at a time. */
let shown: Lightbox | undefined;

/** Shows photos large, in a modal dialog inside the gallery. */
export class Lightbox implements ReactiveController {
  readonly #dialog = document.createElement('dialog');
  readonly #stage = new Stage((index) => this.#slideOf(index));
  #showing!: Showing;
  #at = 0;
  #opener: Element | null = null;
  /** Said beside the number: that the address was copied. */
  #message = '';
  /** The address to be copied by hand. */
  #address = '';
  /** Whether nothing lies over the photo. */
  #bare = false;
  #fetching = false;
  #left: Promise<void> | undefined;

  constructor(
    private readonly host: TctGallery,
    private readonly look: () => Showing,
  ) {
    const dialog = this.#dialog;
    dialog.setAttribute('part', 'lightbox');
    dialog.setAttribute('aria-describedby', 'words');
    // A press on the photo leaves the keys working.
    dialog.tabIndex = -1;
    dialog.addEventListener('keydown', this.#key);
    dialog.addEventListener('close', this.#closed);
    // In full screen and out of it.
    dialog.addEventListener('fullscreenchange', this.#render);
    new Gestures(this.#stage, {
      turn: (by) => this.#turn(by),
      close: () => dialog.close(),
      toggleWords: () => this.#set({ bare: !this.#bare }),
      zoomed: this.#render,
    });
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, styles]);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#popped);
    addEventListener('resize', this.#resized);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#popped);
    removeEventListener('resize', this.#resized);
    if (this.#dialog.open) this.#dialog.close();
  }

  /** Opens at a photo of those shown. */
  async open(photo: Photo, showing: Showing): Promise<void> {
    await this.#left;
    const dialog = this.#dialog;
    if (dialog.open) return;
    shown = this;
    this.#showing = showing;
    this.#bare = false;
    this.#opener = (this.host.renderRoot as ShadowRoot).activeElement;
    this.host.renderRoot.querySelector('.root')!.append(dialog);
    this.#at = showing.photos.indexOf(photo);
    this.#render();
    dialog.showModal();
    this.#show(this.#at, false);
  }

  /** Opens at the photo that the page's address names, however old it is. */
  async openNamed(): Promise<void> {
    const key = named();
    let showing = this.look();
    for (let page = 0; page < MOST_PAGES && key; page++) {
      const photo = showing.photos.find((each) => keyOf(each) === key);
      if (photo) return shown ? undefined : this.open(photo, showing);
      const { length } = showing.photos;
      if (!showing.more) return;
      showing = await showing.more();
      if (showing.photos.length === length) return;
    }
  }

  get #photo(): Photo {
    return this.#showing.photos[this.#at]!;
  }

  get #words(): LightboxWords {
    return this.#showing.locale.lightbox ?? vi;
  }

  /** What a photo is called: what it shows, else its number. */
  #nameOf(index: number): string {
    return this.#showing.photos[index]!.alt || this.#showing.words.photo(index + 1);
  }

  #slideOf(index: number): Slide | undefined {
    const { photos, words } = this.#showing;
    const photo = photos[index];
    return photo && new Slide(photo, this.#nameOf(index), words.broken);
  }

  #show(at: number, glide: boolean): void {
    const { more, photos } = this.#showing;
    this.#at = at;
    this.#stage.show(at, glide);
    enter(keyOf(this.#photo), !this.host.noShare);
    this.#set({});
    if (more && at > photos.length - 4) void this.#more(more);
  }

  async #more(more: () => Promise<Showing>): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const photo = this.#photo;
    const showing = await more();
    this.#fetching = false;
    const at = showing.photos.indexOf(photo);
    if (shown !== this || photo !== this.#photo || at < 0) return;
    this.#showing = showing;
    // Where older photos of several sources come between, the numbers change.
    if (at !== this.#at) this.#stage.clear();
    this.#show(at, false);
  }

  #turn(by: number): void {
    const { length } = this.#showing.photos;
    const to = Math.min(length - 1, Math.max(0, this.#at + by));
    if (to === this.#at) this.#stage.settle();
    else this.#show(to, Math.abs(by) === 1);
  }

  #set({ address = '', bare = this.#bare, message = '' }): void {
    this.#address = address;
    this.#bare = bare;
    this.#message = message;
    this.#render();
  }

  readonly #resized = (): void => {
    if (this.#dialog.open) this.#stage.settle(false);
  };

  readonly #popped = (): void => {
    const key = named();
    if (!this.#dialog.open) {
      if (key && !this.#left) void this.openNamed();
    } else if (!key) this.#dialog.close();
  };

  readonly #closed = (): void => {
    shown = undefined;
    this.#stage.clear();
    this.#dialog.remove();
    (this.#opener as HTMLElement | null)?.focus({ preventScroll: true });
    this.#left = leaveEntry().finally(() => (this.#left = undefined));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, key, metaKey, target } = event;
    if (altKey || ctrlKey || metaKey || (target as Element).localName === 'input') return;
    const stage = this.#stage;
    const { scale } = stage.slide.view;
    const { length } = this.#showing.photos;
    const arrow = (by: number, x: number, y: number) => () =>
      scale > 1 ? stage.pan(x * STEP, y * STEP) : by && this.#turn(by);
    const deed = {
      ArrowLeft: arrow(-1, 1, 0),
      ArrowRight: arrow(1, -1, 0),
      ArrowUp: arrow(0, 0, 1),
      ArrowDown: arrow(0, 0, -1),
      PageUp: () => this.#turn(-1),
      PageDown: () => this.#turn(1),
      Home: () => this.#turn(-length),
      End: () => this.#turn(length),
      '+': () => stage.zoom(scale * 1.5),
      '=': () => stage.zoom(scale * 1.5),
      '-': () => stage.zoom(scale / 1.5),
      '0': () => stage.zoom(1),
      f: this.#fullScreen,
    }[key];
    if (!deed) return;
    event.preventDefault();
    void deed();
    this.#set({ bare: false });
  };

  /** A dialog may not be full screen: what is in it may. */
  readonly #fullScreen = (): void => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : this.#dialog.querySelector('.viewer')!.requestFullscreen();
    done.catch(() => {});
  };

  readonly #share = async (): Promise<void> => {
    const url = addressOf(keyOf(this.#photo));
    if (matchMedia('(pointer: coarse)').matches && navigator.share)
      return navigator.share({ url, title: this.#nameOf(this.#at) }).catch(() => {});
    try {
      await navigator.clipboard.writeText(url);
      this.#set({ message: this.#words.shared });
    } catch {
      // Plain-http pages have no clipboard.
      this.#set({ address: url });
      this.#dialog.querySelector('input')!.select();
    }
  };

  readonly #render = (): void => {
    if (shown !== this) return;
    const { host } = this;
    const { locale, photos, words: gallery } = this.#showing;
    const words = this.#words;
    const at = this.#at;
    const photo = this.#photo;
    const stage = this.#stage;
    const { caption, item, url } = photo;
    const zoomed = this.#dialog.open && stage.isZoomed;
    const of = `${photos.length}${this.#showing.more ? '+' : ''}`;
    const full = !!document.fullscreenElement;
    this.#dialog.setAttribute('aria-label', words.title(host.heading || gallery.heading));
    render(
      html`<div class="viewer ${this.#bare ? 'bare' : ''} ${zoomed ? 'zoomed' : ''}">
        ${stage.element}
        <div class="bar">
          <p class="unseen" role="status">${words.position(at + 1, of, caption ?? this.#nameOf(at))}</p>
          <span aria-hidden="true">${at + 1} / ${of}</span>
          <span class="message" role="status">${this.#message}</span>
          ${this.#address ? html`<input readonly aria-label=${words.address} .value=${this.#address}>` : nothing}
          <button aria-label=${zoomed ? words.zoomOut : words.zoomIn} @click=${() => {
            stage.toggle();
            this.#render();
          }}>${zoomed ? icons.zoomOut : icons.zoomIn}</button>
          ${document.fullscreenEnabled ? html`<button aria-label=${words.fullScreen} aria-pressed=${full} @click=${this.#fullScreen}>${icons.full}</button>` : nothing}
          ${host.noShare ? nothing : html`<button aria-label=${words.share} @click=${this.#share}>${icons.share}</button>`}
          ${host.download ? html`<a class="button" href=${url} download target="_blank" rel="noopener" referrerpolicy="no-referrer" aria-label=${words.download}>${icons.download}</a>` : nothing}
          <button autofocus aria-label=${words.close} @click=${() => this.#dialog.close()}>${icons.close}</button>
        </div>
        <button part="turn" class="back" aria-label=${gallery.previous} aria-disabled=${at === 0} @click=${() => this.#turn(-1)}>${icons.back}</button>
        <button part="turn" class="on" aria-label=${gallery.next} aria-disabled=${at === photos.length - 1} @click=${() => this.#turn(1)}>${icons.on}</button>
        <div class="words" id="words">${caption ? html`<p part="caption">${caption}</p>` : nothing}<p part="meta">${creditsOf(item, this.#showing.schoolOf(item), host.target, locale, words)}</p></div>
      </div>`,
      this.#dialog,
    );
    // A long caption is scrolled by keys too.
    const said = this.#dialog.querySelector<HTMLElement>('.words p')!;
    if (said.scrollHeight > said.clientHeight) said.tabIndex = 0;
    else said.removeAttribute('tabindex');
  };
}
