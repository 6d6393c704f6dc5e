import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { brokenFile } from './broken-file.ts';
import { ConsoleController } from './console-controller.ts';
import type { ConsoleContext } from './context.ts';
import { noticeBar } from './notice-bar.ts';
import { StepElement } from './step-element.ts';
import { STEPS, type Step } from './steps.ts';

const COMMAND = 'node tct-hub.js setup';

/** The elements of the steps. They are rendered by their tags, since lit's templates take no variable ones. */
const BODIES: Record<Step, (context: ConsoleContext) => TemplateResult> = {
  cluster: (context) => html`<tct-console-cluster .context=${context}></tct-console-cluster>`,
  schools: (context) => html`<tct-console-schools .context=${context}></tct-console-schools>`,
  try: (context) => html`<tct-console-try .context=${context}></tct-console-try>`,
  run: (context) => html`<tct-console-run .context=${context}></tct-console-run>`,
  sources: (context) => html`<tct-console-sources .context=${context}></tct-console-sources>`,
  embed: (context) => html`<tct-console-embed .context=${context}></tct-console-embed>`,
};

/** The page: the header, the steps, and what they say. */
export class ConsolePage extends LitElement {
  readonly #controller = new ConsoleController(this);
  /** Steps that have been opened; they stay in the page, with what was begun in them. */
  readonly #opened = new Set<Step>();
  /** What was shown last, to move the focus when another view is opened. */
  #view = '';

  /** No shadow root: the page's style sheets apply. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const { phase, lang, words, step, pointing } = this.#controller;
    document.documentElement.lang = lang;
    const { shell } = words;
    if (phase !== 'open') {
      const heading = { opening: '', locked: shell.locked.heading, finished: shell.finish.heading }[phase];
      document.title = heading ? `${heading} – ${shell.product}` : shell.product;
      return;
    }
    this.#opened.add(step);
    const { request } = pointing;
    const heading = request ? words.point.heading(request.kind, request.schoolName) : shell.headings[step];
    document.title = `${heading} – ${this.#name}`;
  }

  protected override updated(_changed: PropertyValues): void {
    const { phase, step, pointing } = this.#controller;
    const view = phase === 'open' ? (pointing.request ? `${step} point` : step) : phase;
    if (view === this.#view) return;
    const isFirst = ['', 'opening'].includes(this.#view);
    const isBack = this.#view === `${step} point`;
    this.#stepElement(this.#view)?.left();
    this.#view = view;
    // From the view of pointing back to the step, which moves the focus to where it was.
    if (!isFirst && !isBack) void this.#focusHeading();
    if (phase === 'open' && !pointing.request && !isBack) {
      const element = this.#stepElement(step);
      void element?.updateComplete?.then(() => element.opened());
    }
  }

  #stepElement(step: string): StepElement | undefined {
    const element = this.querySelector(`.step[data-step="${step}"] > :last-child`);
    return element instanceof StepElement ? element : undefined;
  }

  async #focusHeading(): Promise<void> {
    const element = this.querySelector<LitElement>('tct-console-point');
    await element?.updateComplete;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('main > :not([hidden]) h1, main > h1')?.focus({ preventScroll: true });
  }

  get #name(): string {
    const { state, words } = this.#controller;
    return state.settings.name || words.shell.product;
  }

  readonly #toContent = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')!.focus();
  };

  readonly #finish = (): void => {
    if (this.#controller.isWorking) this.querySelector('dialog')!.showModal();
    else void this.#controller.finish();
  };

  protected override render(): TemplateResult {
    const { phase, words } = this.#controller;
    const { locked, finish, opening } = words.shell;
    switch (phase) {
      case 'opening':
        return this.#calm(html`<p role="status">${opening}</p>`);
      case 'locked':
        return this.#calm(html`<h1 tabindex="-1">${locked.heading}</h1>
          <p>${locked.how}</p><p>${locked.why}</p><p>${locked.again}</p><pre>${COMMAND}</pre>`);
      case 'finished':
        return this.#calm(html`<h1 tabindex="-1">${finish.heading}</h1>
          <p>${finish.closed}</p><p>${finish.again}</p><pre>${COMMAND}</pre>`);
      default:
        return html`${this.#header()}
          <main id="content" tabindex="-1">${this.#controller.state.problem === undefined ? this.#steps() : brokenFile(this.#controller)}</main>
          ${noticeBar(this.#controller)}${this.#finishDialog()}`;
    }
  }

  /** A page of a few lines, without steps. */
  #calm(content: TemplateResult): TemplateResult {
    return html`<main class="calm">${content}</main>${noticeBar(this.#controller)}`;
  }

  #header(): TemplateResult {
    const controller = this.#controller;
    const { words, step: current, pointing } = controller;
    const { shell } = words;
    const other = shell.otherLanguage;
    // Behind the view of pointing, which covers it.
    return html`<header class="top" ?inert=${!!pointing.request}>
        <a class="skip" href="#content" @click=${this.#toContent}>${shell.toContent}</a>
        <p class="cluster-name">${this.#name}</p>
        <div class="buttons">
          <button class="quiet" lang=${other.lang} @click=${() => controller.setLanguage(other.lang)}>${other.name}</button>
          <button @click=${this.#finish}>${shell.finish.button}</button>
        </div>
      </header>
      <nav aria-label=${shell.steps} ?inert=${!!pointing.request}><ol>${STEPS.map((step, index) => {
        const isDone = controller.state.problem === undefined && controller.isDone(step);
        return html`<li><a href="#${step}" class=${isDone ? 'done' : ''} aria-current=${step === current ? 'step' : nothing}><span class="number" aria-hidden="true">${isDone ? '✓' : index + 1}</span>${shell.stepNames[step]}${isDone ? html`<span class="unseen"> (${shell.done})</span>` : nothing}</a></li>`;
      })}</ol></nav>`;
  }

  #steps(): TemplateResult {
    const controller = this.#controller;
    const { pointing, step: current, words } = controller;
    const steps = STEPS.filter((step) => this.#opened.has(step));
    return html`${repeat(
      steps,
      (step) => step,
      (
        step,
      ) => html`<section class="step" data-step=${step} ?hidden=${step !== current || !!pointing.request} aria-labelledby="${step}-heading">
        <h1 id="${step}-heading" tabindex="-1">${words.shell.headings[step]}</h1>
        ${BODIES[step](controller)}</section>`,
    )}${pointing.request ? html`<section class="step"><tct-console-point .context=${controller} .request=${pointing.request} .done=${pointing.finish}></tct-console-point></section>` : nothing}`;
  }

  #finishDialog(): TemplateResult {
    const { finish, cancel } = this.#controller.words.shell;
    const close = (event: Event) => (event.target as HTMLElement).closest('dialog')!.close();
    const end = (event: Event) => {
      close(event);
      void this.#controller.finish();
    };
    return html`<dialog aria-labelledby="finish-question">
      <h2 id="finish-question">${finish.question}</h2><p>${finish.explanation}</p>
      <div class="buttons"><button @click=${close}>${cancel}</button><button class="strong" @click=${end}>${finish.anyway}</button></div>
    </dialog>`;
  }
}
