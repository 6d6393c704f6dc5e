import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FramePage } from './frame-page.ts';

/** Elements as high as their window grow with it, so that a page of them would grow for ever. */
const MAX_GROWTHS = 3;
const MAX_HEIGHT_PX = 200_000;
/** Beyond that, something was moved out of sight, such as a link for screen readers: the page is as wide as on most screens. */
const MAX_WIDTH_PX = 4000;
const USUAL_WIDTH_PX = 1280;
/** Lower windows would make such elements too small to click. */
const MIN_HEIGHT_PX = 480;

/**
 * Makes the frame as large as its page, so that our own scroller scrolls it and never the frame itself, and reads the
 * page as soon as its elements are there, before its pictures.
 */
export class FrameController implements ReactiveController {
  page: FramePage | undefined;
  /** Size of the page, in px. */
  width = 0;
  height = 0;
  #frame: HTMLIFrameElement | undefined;
  #waiting = 0;
  /** However high the frame is, the page is higher. Its end, a footer below a column of blank space, is not shown. */
  #isEndless = false;
  readonly #resized = new ResizeObserver(() => this.#grow());
  readonly #scrollerResized = new ResizeObserver(() => this.fit());

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Follows another frame. */
  watch(frame: HTMLIFrameElement): void {
    this.forget();
    this.#frame = frame;
    this.#scrollerResized.observe(frame.closest('.point-scroller')!);
    frame.addEventListener('load', this.#onLoad);
    this.#wait();
  }

  /** Lets go of a frame that is about to be removed. */
  forget(): void {
    cancelAnimationFrame(this.#waiting);
    this.#resized.disconnect();
    this.#scrollerResized.disconnect();
    this.#frame?.removeEventListener('load', this.#onLoad);
    this.page = undefined;
    this.#frame = undefined;
  }

  readonly #onLoad = (): void => {
    this.#read();
    this.fit();
  };

  /** Until the parser is done. Events of a document without scripts do not arrive in every browser. */
  #wait(): void {
    this.#waiting = requestAnimationFrame(() => {
      if (!this.#read()) this.#wait();
    });
  }

  #read(): boolean {
    const document = this.#frame?.contentDocument;
    if (!document?.body || document.URL === 'about:blank' || document.readyState === 'loading') return false;
    if (this.page?.document === document) return true;
    this.page = new FramePage(document);
    this.#resized.observe(document.documentElement);
    this.#resized.observe(document.body);
    this.fit();
    return true;
  }

  /** Lays the page out anew for the width of the scroller. */
  fit(): void {
    const frame = this.#frame;
    const scroller = frame?.closest('.point-scroller');
    const root = this.page?.document.documentElement;
    if (!frame || !scroller || !root) return;
    // Lost while the frame is low.
    const { scrollTop, scrollLeft } = scroller;
    frame.style.width = `${scroller.clientWidth}px`;
    frame.style.height = `${Math.max(MIN_HEIGHT_PX, scroller.clientHeight)}px`;
    const { scrollWidth } = root;
    this.width = Math.max(scroller.clientWidth, scrollWidth > MAX_WIDTH_PX ? USUAL_WIDTH_PX : scrollWidth);
    frame.style.width = `${this.width}px`;
    for (let growths = 0; growths < MAX_GROWTHS && root.scrollHeight > frame.offsetHeight; growths++)
      frame.style.height = `${Math.min(root.scrollHeight, MAX_HEIGHT_PX)}px`;
    this.height = frame.offsetHeight;
    this.#isEndless = root.scrollHeight > this.height;
    scroller.scrollTo(scrollLeft, scrollTop);
    this.host.requestUpdate();
  }

  /** The page has become longer, as by a picture that arrived, or is laid out otherwise. */
  #grow(): void {
    const root = this.page?.document.documentElement;
    if (root && !this.#isEndless && root.scrollHeight > this.height) this.fit();
    else this.host.requestUpdate();
  }
}
