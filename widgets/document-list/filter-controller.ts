import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Filters, NO_CHOICE } from './filters.ts';

/** Holds what the user has chosen, and keeps it in the page's URL if that has a place for it. */
export class FilterController implements ReactiveController {
  filters = NO_CHOICE;
  /** Loaded lazily: few lists are kept in the URL. */
  #urlState?: typeof import('./url-state.ts');

  /**
   * @param prefix returns the prefix of the URL parameters; undefined if the URL is not used
   * @param onRead called when the filters have been read from the URL
   */
  constructor(
    host: ReactiveControllerHost,
    readonly prefix: () => string | undefined,
    readonly onRead: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.readUrl);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.readUrl);
  }

  /** Loads the code for the URL if it is needed. Without it, the choice is not kept. */
  async load(): Promise<void> {
    if (this.prefix()) this.#urlState ??= await import('./url-state.ts').catch(() => undefined);
  }

  readonly readUrl = (): void => {
    const prefix = this.prefix();
    if (!prefix || !this.#urlState) return;
    this.filters = this.#urlState.readFilters(prefix);
    this.onRead();
  };

  /** Returns to the first page, unless the change says otherwise. */
  change(change: Partial<Filters>): void {
    this.filters = { ...this.filters, page: 0, ...change };
    const prefix = this.prefix();
    if (prefix) this.#urlState?.writeFilters(prefix, this.filters);
  }
}
