import { html, type LitElement, type ReactiveController, render } from 'lit';

/**
 * What differs when the page has added or left an entry of its own: the key of its entry. Without the Navigation API it is
 * the number of all entries, of which browsers keep at most 50: then another one does not show.
 */
function placeInHistory(): unknown {
  const { navigation } = globalThis as { navigation?: { currentEntry?: { key: string } } };
  return navigation?.currentEntry?.key ?? history.length;
}

/**
 * A history entry for "back" to leave. It is an entry of an empty frame, so the page has no part in it: its URL, its
 * scroll position and its `history.state` stay, and no `popstate` listener of the page runs.
 *
 * With an entry of the page's own, "back" makes routers such as Turbo and Senna render the page again, and Chromium
 * scroll to the URL's fragment. A listener that is added later cannot prevent that, nor can the Navigation API, which
 * silences no `popstate`; a `CloseWatcher` only knows Android's "back", in Chromium.
 */
export class BackEntry implements ReactiveController {
  /** Called when the user has left the entry by "back", or entered it again by "forward". */
  onMove?: (entered: boolean) => void;
  #frame?: HTMLIFrameElement;
  #isLoaded = false;
  /** Whether the entry is wanted, but cannot be made before the frame has loaded or the last entry is left. */
  #isPending = false;
  #isLeaving = false;
  /** Where the page was in its own history when the entry was made. */
  #place: unknown;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isLoaded = this.#isPending = this.#isLeaving = false;
  }

  /**
   * Creates the frame. Called when a pointer is pressed: Safari's "back" only stops at entries that a frame made during
   * a click, and only if the frame was there before.
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

  /** Adds the entry, unless the page or the browser allows no frame or no entry. */
  enter(): void {
    this.prepare();
    this.#isPending = true;
    this.#push();
  }

  /**
   * Goes back, in a task of its own: where a router closes the photo, it may remove the gallery in the same one, and
   * "back" would then leave the page.
   */
  leave(): void {
    this.#isPending = false;
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    setTimeout(() => {
      if (this.#goBack()) return;
      this.#isLeaving = false;
      this.#push();
    });
  }

  /** Whether it goes back: not if the entry is not the current one, or the page has added some of its own. */
  #goBack(): boolean {
    try {
      const own = this.#frame!.contentWindow!.history;
      const isCurrent = own.state && placeInHistory() === this.#place;
      if (isCurrent) own.back();
      return isCurrent;
    } catch {
      // There is no frame, or no access to it.
      return false;
    }
  }

  readonly #onLoad = (): void => {
    this.#isLoaded = true;
    this.#push();
  };

  #push(): void {
    if (!this.#isPending || !this.#isLoaded || this.#isLeaving) return;
    this.#isPending = false;
    try {
      const { contentWindow, contentDocument } = this.#frame!;
      const own = contentWindow!.history;
      const { state } = history;
      try {
        own.pushState(true, '');
      } catch {
        // Chromium 109 refuses it at `about:srcdoc`. This changes the frame's URL to the page's.
        contentDocument!.open();
        contentDocument!.close();
        own.pushState(true, '');
      }
      contentWindow!.onpopstate = this.#onPopState;
      this.#place = placeInHistory();
      // In WebKit the page has no state in the new entry.
      if (state && !history.state) History.prototype.replaceState.call(history, state, '');
    } catch {
      // In sandboxed pages the frame is of another origin.
    }
  }

  readonly #onPopState = ({ state }: PopStateEvent): void => {
    const wasLeaving = this.#isLeaving;
    this.#isLeaving = false;
    if (this.#isPending) this.#push();
    else if (!wasLeaving) this.onMove?.(!!state);
  };
}
