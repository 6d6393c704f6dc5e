import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tracks whether the page is being printed. */
export class PrintController implements ReactiveController {
  isPrinting = false;

  /** @param render must render synchronously: the browser does not wait */
  constructor(
    host: ReactiveControllerHost,
    readonly render: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#update);
    addEventListener('afterprint', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#update);
    removeEventListener('afterprint', this.#update);
  }

  readonly #update = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.render();
  };
}
