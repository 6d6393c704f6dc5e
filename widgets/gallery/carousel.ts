import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { GalleryWords } from '../locale/types/gallery.ts';

const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A row that scrolls and stops at photos; the next one can be seen in part. */
export const styles = css`
  .carousel :is(ul, .skeleton) {
    display: flex;
    gap: var(--gap);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: thin;
  }
  .carousel .skeleton {
    overflow: hidden;
  }
  .carousel :is(li, .skeleton > div) {
    flex: 0 0 86%;
    scroll-snap-align: start;
  }
  .carousel a:focus-visible {
    outline-offset: -3px;
  }
  @container (min-width: 30em) {
    .carousel :is(li, .skeleton > div) {
      flex-basis: 46%;
    }
  }
  @container (min-width: 62em) {
    .carousel :is(li, .skeleton > div) {
      flex-basis: 31%;
    }
  }
  @media print {
    .carousel :is(ul, .skeleton) {
      display: grid;
      overflow: visible;
    }
  }
`;

/** Scrolls a row of photos by buttons and, if `autoplay` is set, on a timer. */
export class Carousel implements ReactiveController {
  #timer = 0;
  #intervalMs = 0;
  #paused = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** Whether the timer is running. */
  get playing(): boolean {
    return this.#timer > 0;
  }

  /**
   * Starts the timer; paused at first for users who prefer reduced motion.
   *
   * @param seconds between two photos; 0 turns the timer off
   */
  start(seconds: number): void {
    this.#intervalMs = seconds * 1000;
    this.#paused = prefersReducedMotion();
    this.hostConnected();
  }

  /** Pauses or resumes the timer. */
  readonly toggle = (): void => {
    this.#paused = !this.#paused;
    this.hostConnected();
    this.host.requestUpdate();
  };

  hostConnected(): void {
    this.hostDisconnected();
    if (this.#intervalMs && !this.#paused) this.#timer = window.setInterval(this.#tick, this.#intervalMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** Does not move while the pointer or the focus is in the gallery. */
  readonly #tick = (): void => {
    if (document.hidden !== true && !this.host.matches(':hover,:focus-within')) this.scroll(1, true);
  };

  /** Scrolls by the visible photos, or by one; scroll snapping aligns the end. After the last comes the first. */
  scroll(direction: 1 | -1, one = false): void {
    const list = this.host.renderRoot.querySelector('ul');
    // There are no photos, or not yet.
    if (!list) return;
    const { clientWidth, scrollWidth } = list;
    // From right to left, positions are negative.
    const sign = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const position = sign * list.scrollLeft;
    const max = scrollWidth - clientWidth;
    const target = position + direction * (one ? list.children[0]! : list).clientWidth;
    const end = position > max - 2 && target > max ? 0 : position < 2 && target < 0 ? max : target;
    list.scrollTo({ left: sign * end, behavior: prefersReducedMotion() ? 'auto' : 'smooth' });
  }

  /** Renders the buttons for previous and next, and for the timer if there is one. */
  buttons(words: GalleryWords, hasTimer: boolean): TemplateResult {
    const button = (direction: 1 | -1, name: string, sign: string) =>
      html`<button part="turn" aria-label=${name} @click=${() => this.scroll(direction)}>${sign}</button>`;
    return html`${hasTimer ? html`<button part="turn" @click=${this.toggle}>${this.playing ? words.pause : words.play}</button>` : nothing}${button(-1, words.previous, '‹')}${button(1, words.next, '›')}`;
  }
}
