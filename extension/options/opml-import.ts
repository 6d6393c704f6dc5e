import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StoreController } from '../pages/store-controller.ts';
import { setSettings } from '../store/changes.ts';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { addSubscriptions, type ImportResult, planImport } from './add-subscriptions.ts';
import { fileButton, takeFile } from './file-button.ts';
import type { OpmlContent, Subscription } from './opml.ts';
import { requestHosts } from './permission.ts';
import { readOpmlFile } from './read-opml-file.ts';
import { initialChoice, type SubscriptionChoice, subscriptionChoice } from './subscription-choice.ts';

type ImportStep =
  | { at: 'start'; error?: string }
  | { at: 'reading'; progress: number }
  | { at: 'choosing'; content: OpmlContent; choice: SubscriptionChoice }
  | { at: 'done'; report: string[] };

/** What happened to the chosen subscriptions, a sentence for each fate. */
function reportOf({ added, extended, provided, beyond }: ImportResult, { options }: Words): string[] {
  const { opml: text } = options;
  return [
    added && text.added(added),
    extended && text.extended(extended),
    provided.length && text.provided(provided),
    beyond.length && text.beyond(beyond),
    !added && !extended && text.nothingAdded,
  ].filter((sentence) => typeof sentence === 'string');
}

/** Imports the list of sources of other feed readers: the file is read in a worker, then the user chooses. */
export class OpmlImport extends LitElement {
  static override properties = {
    controller: { attribute: false },
    store: { attribute: false },
    words: { attribute: false },
    current: { state: true },
  };

  declare controller: StoreController;
  declare store: Store;
  declare words: Words;
  declare private current: ImportStep;
  #reading = new AbortController();

  constructor() {
    super();
    this.current = { at: 'start' };
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading.abort();
  }

  async #open(event: Event): Promise<void> {
    const file = takeFile(event);
    if (!file) return;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    await this.#show({ at: 'reading', progress: 0 });
    const onProgress = (progress: number) => {
      if (!signal.aborted) this.current = { at: 'reading', progress };
    };
    const content = await readOpmlFile(file, onProgress, signal).catch(() => undefined);
    if (!signal.aborted) await this.#show(content ? this.#choose(content) : this.#refuse());
  }

  #refuse(): ImportStep {
    return { at: 'start', error: this.words.options.backup.badOpml };
  }

  #choose(content: OpmlContent): ImportStep {
    const { backup, opml } = this.words.options;
    const { subscriptions, invalid } = content;
    if (subscriptions.length) {
      const plans = planImport(this.store, subscriptions);
      return { at: 'choosing', content, choice: initialChoice(plans, this.store.own.length) };
    }
    const error = [backup.noneInOpml, invalid.length && opml.invalid(invalid)].filter(Boolean).join(' ');
    return { at: 'start', error };
  }

  /** Shows a step and moves the focus to it, or back to the button that began. */
  async #show(step: ImportStep): Promise<void> {
    this.current = step;
    await this.updateComplete;
    this.querySelector<HTMLElement>(step.at === 'start' ? 'input' : '.result')?.focus();
  }

  #cancel(): void {
    this.#reading.abort();
    void this.#show({ at: 'start' });
  }

  async #follow(subscriptions: readonly Subscription[]): Promise<void> {
    const { options } = this.words;
    const urls = subscriptions.flatMap(({ news, documents }) => [...news, ...documents]);
    if (!(await requestHosts(urls))) return this.controller.showStatus(options.source.refused);
    const report = reportOf(addSubscriptions(this.store, subscriptions), this.words);
    const saved = await this.controller.perform(
      { kind: 'imported' },
      (store) => setSettings(addSubscriptions(store, subscriptions).store, { welcomed: true }),
      report[0]!,
    );
    if (!saved) return;
    await this.#show({ at: 'done', report });
  }

  protected override render(): TemplateResult {
    const { backup: text } = this.words.options;
    const { current } = this;
    return html`<p class="buttons">${fileButton(text.loadOpml, '.opml,.xml,text/x-opml,text/xml', this.#open)}</p>
      <div role="alert">${current.at === 'start' && current.error ? html`<p class="trouble">${current.error}</p>` : nothing}</div>
      ${current.at === 'reading' ? this.#progress(current.progress) : nothing}
      ${current.at === 'choosing' ? this.#choice(current) : nothing}
      ${
        current.at === 'done'
          ? html`<div class="result" tabindex="-1">${current.report.map((sentence) => html`<p>${sentence}</p>`)}
              <p class="buttons"><button @click=${this.#cancel}>${this.words.popup.close}</button></p></div>`
          : nothing
      }`;
  }

  #progress(part: number): TemplateResult {
    const { add, opml } = this.words.options;
    return html`<div class="result" tabindex="-1"><label>${opml.reading} <progress max="1" .value=${part}></progress></label>
      <p class="buttons"><button @click=${this.#cancel}>${add.cancel}</button></p></div>`;
  }

  #choice({ content, choice }: Extract<ImportStep, { at: 'choosing' }>): TemplateResult {
    return subscriptionChoice(content, choice, this.store.own.length, this.words, {
      change: (change) => (this.current = { at: 'choosing', content, choice: { ...choice, ...change } }),
      follow: (subscriptions) => void this.#follow(subscriptions),
      cancel: () => this.#cancel(),
    });
  }
}
