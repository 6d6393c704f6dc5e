import { html, type LitElement, type ReactiveController, render } from 'lit';

/** What is open, as the state of the history entry. */
export const LIST_LEVEL = 0;
export const ALBUM_LEVEL = 1;
export const PHOTO_LEVEL = 2;

/**
 * What differs when the page has added or left an entry of its own: the key of its entry. Without the Navigation API it is
 * the number of all entries, of which browsers keep at most 50: then another one does not show.
 */
function placeInHistory(): unknown {
  const { navigation } = globalThis as { navigation?: { currentEntry?: { key: string } } };
  return navigation?.currentEntry?.key ?? history.length;
}

/**
 * History entries for "back" to leave, one for an album and one for a photo. They are entries of an empty frame, so the
 * page has no part in them: its URL, its scroll position and its `history.state` stay, and no `popstate` listener of the
 * page runs.
 *
 * With an entry of the page's own, "back" makes routers such as Turbo and Senna render the page again, and Chromium
 * scroll to the URL's fragment. A listener that is added later cannot prevent that, nor can the Navigation API, which
 * silences no `popstate`; a `CloseWatcher` only knows Android's "back", in Chromium.
 */
export class BackEntry implements ReactiveController {
  /** Called with the new level when the user has left an entry by "back", or entered it again by "forward". */
  onMove?: (level: number) => void;
  #frame?: HTMLIFrameElement;
  #isLoaded = false;
  /** The level to reach. That may need the frame to load first, or the last entry to be left. */
  #level = LIST_LEVEL;
  #isLeaving = false;
  /** Where the page was in its own history when the last entry was made. */
  #place: unknown;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isLoaded = this.#isLeaving = false;
    this.#level = LIST_LEVEL;
  }

  /**
   * Creates the frame. Called when a pointer is pressed or the focus arrives: Safari's "back" only stops at entries that
   * a frame made during a click, and only if the frame was there before.
   */
  readonly prepare = (): void => {
    if (this.#frame) return;
    // As a template of Lit's: Trusted Types would refuse the property.
    const fragment = document.createDocumentFragment();
    render(html`<iframe hidden srcdoc></iframe>`, fragment);
    this.#frame = fragment.querySelector('iframe')!;
    this.#frame.addEventListener('load', this.#onLoad, { once: true });
    this.host.renderRoot.append(this.#frame);
  };

  /** Adds an entry, unless the page or the browser allows no frame or no entry. */
  enter(level: number): void {
    this.prepare();
    this.#level = level;
    this.#settle();
  }

  /**
   * Goes back to a level, in a task of its own: where a router closes the photo, it may remove the gallery in the same
   * one, and "back" would then leave the page.
   */
  leaveTo(level: number): void {
    this.#level = level;
    setTimeout(this.#settle);
  }

  readonly #onLoad = (): void => {
    this.#isLoaded = true;
    this.#settle();
  };

  /** Adds an entry or goes back by one. An entry is not left if the page has added some of its own above it. */
  readonly #settle = (): void => {
    if (!this.#isLoaded || this.#isLeaving) return;
    try {
      const own = this.#frame!.contentWindow!.history;
      const current = placeInHistory() === this.#place ? Number(own.state) : LIST_LEVEL;
      if (current < this.#level) this.#push();
      else if (current > this.#level) {
        this.#isLeaving = true;
        own.back();
      }
    } catch {
      // In sandboxed pages the frame is of another origin.
    }
  };

  #push(): void {
    const { contentWindow, contentDocument } = this.#frame!;
    const own = contentWindow!.history;
    const { state } = history;
    try {
      own.pushState(this.#level, '');
    } catch {
      // Chromium 109 refuses it at `about:srcdoc`. This changes the frame's URL to the page's.
      contentDocument!.open();
      contentDocument!.close();
      own.pushState(this.#level, '');
    }
    contentWindow!.onpopstate = this.#onPopState;
    this.#place = placeInHistory();
    // In WebKit the page has no state in the new entry.
    if (state && !history.state) History.prototype.replaceState.call(history, state, '');
  }

  readonly #onPopState = ({ state }: PopStateEvent): void => {
    if (this.#isLeaving) {
      this.#isLeaving = false;
      this.#settle();
    } else {
      this.#level = Number(state);
      this.onMove?.(this.#level);
    }
  };
}
