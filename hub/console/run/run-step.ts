import { html, nothing, type TemplateResult } from 'lit';
import type { RunOutcome, Schedule, Scheduler } from '../../setup/api.ts';
import { nextStep } from '../next-step.ts';
import { beginButton } from '../progress/begin-button.ts';
import { progressList } from '../progress/progress-list.ts';
import { NO_PROGRESS, type WorkProgress, withEvent } from '../progress/work-progress.ts';
import { StepElement } from '../step-element.ts';
import { timeAgo } from '../times.ts';
import { afterRun } from './after-run.ts';
import { scheduleSection } from './schedule-section.ts';

/** Step 5: runs the hub, and lets it run by itself. */
export class RunStep extends StepElement {
  #progress: WorkProgress = NO_PROGRESS;
  #isRunning = false;
  #outcome: RunOutcome | undefined;
  #schedules: Schedule[] | undefined;
  #shown: Scheduler | undefined;
  #isInstalling = false;

  /** The folders may have changed since, and with them what would be installed. */
  override opened(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    if (!this.state.exists) return;
    this.#schedules = (await this.context.call('schedules', {})) ?? this.#schedules;
    this.requestUpdate();
  }

  readonly #run = async (): Promise<void> => {
    this.#isRunning = true;
    this.#progress = NO_PROGRESS;
    this.#outcome = undefined;
    this.requestUpdate();
    this.#outcome = await this.context.call(
      'run',
      {},
      {
        onEvent: (event) => {
          this.#progress = withEvent(this.#progress, event);
          this.requestUpdate();
        },
      },
    );
    // What has been published, and what is wrong with each source.
    await this.context.call('state', {});
    this.#isRunning = false;
    this.requestUpdate();
  };

  readonly #install = async (scheduler: Scheduler, isInstalled: boolean): Promise<void> => {
    this.#isInstalling = true;
    this.requestUpdate();
    const schedules = await this.context.call('installSchedule', { scheduler, isInstalled });
    this.#isInstalling = false;
    this.#schedules = schedules ?? this.#schedules;
    const { run } = this.words;
    if (schedules) this.context.notify(isInstalled ? run.justInstalled : run.uninstalled);
    this.requestUpdate();
  };

  readonly #show = (scheduler: Scheduler): void => {
    this.#shown = scheduler;
    this.requestUpdate();
  };

  /** Says what happens now; read aloud. */
  #summary(): string {
    const { progress, run: text } = this.words;
    if (this.#isRunning) return this.#progress.isBusy ? progress.busy : progress.begun;
    if (!this.#outcome) return '';
    const { asked, added, written, failing } = this.#outcome;
    if (!asked) return text.noneDue;
    return `${text.done(asked, added, written)}${failing.length ? '' : ` ${text.allGood}`}`;
  }

  protected override render(): TemplateResult {
    const { run: text, progress, times } = this.words;
    const { lastRun, sources } = this.state;
    if (!sources.length)
      return html`<p>${text.noSources}</p><p><a class="button strong" href="#schools">${text.addSchools}</a></p>`;
    const label = this.#isRunning ? progress.running : lastRun ? text.again : text.first;
    return html`<p>${text.lead}</p>
      ${lastRun ? html`<p class="hint">${text.lastRun(timeAgo(lastRun, Date.now(), times))}</p>` : html`<p class="hint">${text.long}</p>`}
      <div class="buttons">${beginButton(label, { isRunning: this.#isRunning, isMain: !lastRun, begin: this.#run })}</div>
      <p class="outcome" role="status">${this.#summary()}</p>
      ${this.#isRunning ? progressList(this.#progress, this.context) : nothing}
      ${this.#outcome ? afterRun(this.#outcome, this.context) : nothing}
      ${
        this.#schedules
          ? scheduleSection(this.#schedules, this.context, {
              shown: this.#shown,
              isInstalling: this.#isInstalling,
              show: this.#show,
              install: this.#install,
            })
          : nothing
      }
      ${this.#publishing()}
      <div class="buttons">${nextStep('sources', this.words)}</div>`;
  }

  #publishing(): TemplateResult {
    const { run: text } = this.words;
    const { folders, published, settings } = this.state;
    const guide = this.context.lang === 'vi' ? 'docs/dung-tram.html' : 'docs/en/dung-tram.html';
    return html`<h2>${text.status}</h2><p>${text.statusAbout}</p>
      ${published ? html`<p><a href=${published.status} target="_blank" rel="noopener">${text.openStatus}</a></p>` : nothing}
      <h2>${text.publish}</h2><p>${text.publishAbout}</p>
      <dl class="folders"><dt>${text.out}</dt><dd class="path">${folders.out}</dd>
        <dt>${text.state}</dt><dd class="path">${folders.state}</dd>
        ${settings.hub ? html`<dt>${text.address}</dt><dd class="address">${settings.hub}</dd>` : nothing}</dl>
      ${published ? html`<p><a href="${published.origin}/${guide}" target="_blank" rel="noopener">${text.guide}</a></p>` : nothing}`;
  }
}
