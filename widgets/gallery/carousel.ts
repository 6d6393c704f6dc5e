import type { LitElement, ReactiveController } from 'lit';

const lessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Photos in a row: turned by buttons and, if the tag asks for it, by themselves. */
export class Carousel implements ReactiveController {
  #timer = 0;
  #seconds = 0;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** Whether the photos turn by themselves. */
  get playing(): boolean {
    return this.#timer > 0;
  }

  /** @param seconds between two photos; 0 is standing still */
  start(seconds: number): void {
    this.#seconds = lessMotion() ? -seconds : seconds;
    this.hostConnected();
  }

  /** Stops, or goes on; also where somebody who wants less motion asks for it. */
  readonly toggle = (): void => {
    this.#seconds = -this.#seconds;
    this.hostConnected();
    this.host.requestUpdate();
  };

  hostConnected(): void {
    this.hostDisconnected();
    if (this.#seconds > 0) this.#timer = window.setInterval(this.#tick, this.#seconds * 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** Nothing moves under the hand or the eye of somebody who is on it. */
  readonly #tick = (): void => {
    if (!document.hidden && !this.host.matches(':hover,:focus-within')) this.turn(1, true);
  };

  /** Scrolls by as many photos as are seen, or by one, where snapping ends it; behind the last comes the first. */
  turn(direction: 1 | -1, one = false): void {
    const list = this.host.renderRoot.querySelector('ul')!;
    const { clientWidth, scrollLeft, scrollWidth } = list;
    const most = scrollWidth - clientWidth;
    const to = scrollLeft + direction * (one ? list.children[0]! : list).clientWidth;
    const left = scrollLeft > most - 2 && to > most ? 0 : scrollLeft < 2 && to < 0 ? most : to;
    list.scrollTo({ left, behavior: lessMotion() ? 'auto' : 'smooth' });
  }
}
