import type { ReactiveControllerHost } from 'lit';
import type { Pointed } from '../setup/api.ts';
import type { PointRequest } from './context.ts';

/** The view of pointing over a step: what is pointed at, and the way back. */
export class Pointing {
  /** The list that is being pointed at. */
  request: PointRequest | undefined;
  #resolve: (pointed?: Pointed) => void = () => {};
  #opener: Element | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** @returns what was accepted; undefined if the user went back */
  start(request: PointRequest): Promise<Pointed | undefined> {
    this.finish();
    this.request = request;
    this.#opener = document.activeElement;
    this.host.requestUpdate();
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Closes the view. The focus goes back to what opened it; if that is gone, to the heading of the step. */
  readonly finish = (pointed?: Pointed): void => {
    if (!this.request) return;
    this.request = undefined;
    this.host.requestUpdate();
    this.#resolve(pointed);
    void this.host.updateComplete.then(() => {
      if (this.#opener instanceof HTMLElement) this.#opener.focus();
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('.step:not([hidden]) > h1')?.focus();
    });
  };
}
