import { html, nothing, type TemplateResult } from 'lit';
import { SECOND_MS } from '../../../core/time/duration.ts';
import type { EditedSchool, SourceState } from '../../setup/api.ts';
import { isSameSource } from '../same-source.ts';
import { StepElement } from '../step-element.ts';
import { timeAgo } from '../times.ts';
import { conditionOf, isFailing } from './condition.ts';
import { takeEditRequest } from './edit-request.ts';
import { sourceCard } from './source-card.ts';
import { SourceChanges } from './source-changes.ts';
import { sourceDialog } from './source-dialog.ts';

/** Between two looks at the state of the hub while the step is open and the page is visible. */
const REFRESH_MS = 15 * SECOND_MS;

/** Step 6: how each source does, and what can be done to it. */
export class SourcesStep extends StepElement {
  #onlyFailing = false;
  #timer = 0;
  readonly #changes = new SourceChanges(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.#refresh(), REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override opened(): void {
    void this.context.call('state', {});
    const requested = takeEditRequest();
    const source = requested && this.state.sources.find((each) => isSameSource(each, requested));
    if (source) this.#changes.edit(source);
  }

  #refresh(): void {
    if (this.context.step !== 'sources' || document.hidden || this.#changes.isAtWork) return;
    // What the server has to say of it is said when the user asks for something.
    void this.context.call('state', {}, { onError: () => undefined });
  }

  readonly #filter = (event: Event): void => {
    this.#onlyFailing = (event.target as HTMLInputElement).checked;
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const { sources: text } = this.words;
    const { sources, schools } = this.state;
    const add = html`<a class="button" href="#schools">${text.add}</a>`;
    if (!schools.length) return html`<p>${text.noSources}</p><div class="buttons">${add}</div>`;
    const failing = sources.filter(isFailing).length;
    // The last failing source may have been mended meanwhile.
    const isFiltered = this.#onlyFailing;
    return html`<p>${text.lead}</p>
      ${this.#health(failing)}
      <div class="buttons filter">
        <label class="check"><input type="checkbox" .checked=${isFiltered} @change=${this.#filter}> ${text.onlyFailing(failing)}</label>
        ${add}
      </div>
      ${isFiltered && !failing ? html`<p>${text.noneFailing}</p>` : nothing}
      <ul class="watched">${schools.map((school) => this.#school(school, isFiltered))}</ul>
      ${sourceDialog(this.#changes, this.context)}`;
  }

  #health(failing: number): TemplateResult {
    const { sources: text, times } = this.words;
    const { sources, lastRun, isStopped, isBusy } = this.state;
    const ran = lastRun && timeAgo(lastRun, Date.now(), times);
    const asked = sources.filter((source) => !['waiting', 'paused'].includes(conditionOf(source))).length;
    const summary = failing
      ? text.someFailed(failing, sources.length)
      : asked
        ? text.allGood(asked)
        : text.noneAsked;
    return html`${
      isStopped && ran
        ? html`<div class="stopped"><p><strong>${text.stopped(ran)}</strong></p><p><a href="#run">${text.toSchedule}</a></p></div>`
        : nothing
    }
    <p><strong>${sources.length ? summary : text.noSources}</strong> ${isBusy ? text.busy : ran ? text.lastRun(ran) : text.neverRun}</p>`;
  }

  #school(school: EditedSchool, isFiltered: boolean): TemplateResult | typeof nothing {
    const { sources: text } = this.words;
    const changes = this.#changes;
    const { id, name, active } = school;
    const own = this.state.sources.filter((source) => source.school === id);
    const shown: SourceState[] = isFiltered ? own.filter(isFailing) : own;
    if (isFiltered && !shown.length) return nothing;
    const label = (action: string) => `${action}: ${name}`;
    return html`<li class="school">
      <div class="school-head"><h2>${name}</h2>
        <div class="buttons">
          <button class="quiet" aria-label=${label(text.editSchool)} @click=${() => changes.editSchool(school)}>${text.editSchool}</button>
          <button class="quiet" aria-label=${label(text.removeSchool)} @click=${() => changes.askToRemove(school)}>${text.removeSchool}</button>
        </div></div>
      ${active ? nothing : html`<div class="remedy"><p>${text.schoolPaused}</p><button @click=${() => changes.resumeSchool(school)}>${text.resume}</button></div>`}
      ${own.length ? nothing : html`<p class="hint">${text.noSourceOfSchool}</p>`}
      <ul class="sources">${shown.map((source) => sourceCard(source, this.context, changes))}</ul>
    </li>`;
  }
}
