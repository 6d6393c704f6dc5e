import { html, nothing, type TemplateResult } from 'lit';
import type { TryResult } from '../../setup/api.ts';
import { nextStep } from '../next-step.ts';
import { beginButton } from '../progress/begin-button.ts';
import { progressList } from '../progress/progress-list.ts';
import { NO_PROGRESS, type WorkProgress, withEvent } from '../progress/work-progress.ts';
import { StepElement } from '../step-element.ts';
import { triedLists } from './tried-lists.ts';
import { triedSources } from './tried-sources.ts';

/** Step 4: reads everything as a run would, and shows what would be published. Nothing is written. */
export class TryStep extends StepElement {
  #progress: WorkProgress = NO_PROGRESS;
  #running: AbortController | undefined;
  #result: TryResult | undefined;
  #isCancelled = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  readonly #start = async (): Promise<void> => {
    const running = new AbortController();
    this.#running = running;
    this.#progress = NO_PROGRESS;
    this.#result = undefined;
    this.#isCancelled = false;
    this.requestUpdate();
    const result = await this.context.call(
      'try',
      {},
      {
        signal: running.signal,
        onEvent: (event) => {
          this.#progress = withEvent(this.#progress, event);
          this.requestUpdate();
        },
      },
    );
    this.#running = undefined;
    this.#result = result;
    this.#isCancelled = running.signal.aborted;
    if (result) this.context.markDone('try');
    this.requestUpdate();
  };

  readonly #cancel = (): void => {
    this.querySelector<HTMLElement>('.begin')?.focus();
    this.#running?.abort();
  };

  /** Says what happens now; read aloud. */
  #summary(): string {
    const { progress, tryOut: text } = this.words;
    if (this.#running) return this.#progress.isBusy ? progress.busy : progress.begun;
    if (this.#isCancelled) return text.cancelled;
    if (!this.#result) return '';
    const { sources } = this.#result;
    const failed = sources.filter(({ error }) => error).length;
    if (failed) return text.someFailed(failed, sources.length);
    return sources.length === 1 ? text.oneRead : text.allRead(sources.length);
  }

  protected override render(): TemplateResult {
    const { tryOut: text, progress } = this.words;
    const { context } = this;
    if (!this.state.sources.length)
      return html`<p>${text.noSources}</p><p><a class="button strong" href="#schools">${text.addSchools}</a></p>`;
    const result = this.#result;
    const isRunning = !!this.#running;
    const isAgain = !!result || this.#isCancelled;
    return html`<p>${text.lead}</p>
      <div class="buttons">
        ${beginButton(isRunning ? progress.running : isAgain ? text.again : text.start, { isRunning, isMain: !result, begin: this.#start })}
        ${isRunning ? html`<button @click=${this.#cancel}>${progress.cancel}</button>` : nothing}
      </div>
      <p class="outcome" role="status">${this.#summary()}</p>
      ${isRunning ? progressList(this.#progress, context) : nothing}
      ${
        result
          ? html`<p class="told">${text.nothingWritten}</p>
            ${result.warnings.length ? html`<h2>${text.remarks}</h2><ul class="notes" lang="vi">${result.warnings.map((warning) => html`<li>${warning}</li>`)}</ul>` : nothing}
            ${triedSources(result.sources, context)}
            ${triedLists(result, context)}
            <div class="buttons">${nextStep('run', this.words)}</div>`
          : nothing
      }`;
  }
}
