import type { LitElement, TemplateResult } from 'lit';
import { type Panel, type ToolsState, toolsPanel } from './tools-panel.ts';

/** The tools of a list. What most lists do not show at first is loaded when it is needed. */
export class ToolsController {
  /** The open panel. */
  panel: Panel | undefined;
  /** The lazy code, once it is loaded. */
  lazy: typeof import('./lazy-controls.ts').lazyControls | undefined;
  /** Whether it could not be loaded when it was last needed. The list can be searched, sorted and extended without. */
  hasFailed = false;
  /** Settles when it has been loaded or has failed to load; undefined if it is not needed yet. */
  loading: Promise<void> | undefined;

  constructor(readonly host: LitElement) {}

  load(): void {
    this.loading ??= import('./lazy-controls.ts').then(
      ({ lazyControls }) => {
        this.lazy = lazyControls;
        lazyControls.addStyles(this.host);
        this.#settle(false);
      },
      () => {
        this.loading = undefined;
        this.#settle(true);
      },
    );
  }

  #settle(hasFailed: boolean): void {
    this.hasFailed = hasFailed;
    this.host.requestUpdate();
  }

  toggle(panel: Panel): void {
    this.panel = this.panel === panel ? undefined : panel;
  }

  render(state: ToolsState): TemplateResult {
    return toolsPanel(state, () => this.lazy?.panel(state));
  }
}
