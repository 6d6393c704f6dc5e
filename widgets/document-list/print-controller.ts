import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows while the page is printed. */
export class Printing implements ReactiveController {
  now = false;

  /** @param render called at once when it changes: the browser waits for nothing */
  constructor(
    host: ReactiveControllerHost,
    readonly render: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#change);
    addEventListener('afterprint', this.#change);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#change);
    removeEventListener('afterprint', this.#change);
  }

  readonly #change = ({ type }: Event): void => {
    this.now = type === 'beforeprint';
    this.render();
  };
}
