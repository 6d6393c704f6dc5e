import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { browser } from '../browser.ts';
import { rejectedInStore } from '../pages/rejected.ts';
import type { StoreController } from '../pages/store-controller.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { exportBackup, importBackup } from '../store/backup.ts';
import { DAMAGED_COPY_KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { downloadFile } from './download-file.ts';
import { fileButton, takeFile } from './file-button.ts';
import { writeOpml } from './opml.ts';
import { requestHosts } from './permission.ts';

type BackupStep =
  | { step: 'start'; error?: string }
  /** Waits for the user to confirm the restore. */
  | { step: 'confirm-restore'; text: string };

/** Saves and restores a full backup, and exports the list of sources for other feed readers. */
export class BackupSection extends LitElement {
  static override properties = {
    controller: { attribute: false },
    store: { attribute: false },
    words: { attribute: false },
    current: { state: true },
    damaged: { state: true },
  };

  declare controller: StoreController;
  declare store: Store;
  declare words: Words;
  declare private current: BackupStep;
  /** The copy of a damaged store, if there is one. */
  declare private damaged: unknown;

  constructor() {
    super();
    this.current = { step: 'start' };
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.damaged = (await browser.storage.local.get(DAMAGED_COPY_KEY))[DAMAGED_COPY_KEY];
  }

  #saveBackup(): void {
    const today = new Date().toISOString().slice(0, 10);
    downloadFile(`tin-cac-truong-${today}.json`, 'application/json', exportBackup(this.store));
  }

  #saveDamagedCopy(): void {
    downloadFile('tin-cac-truong-hong.json', 'application/json', JSON.stringify(this.damaged));
  }

  #saveOpml(): void {
    const schools = schoolsOf(this.store).filter(({ on }) => on);
    const subscriptions = schools.map(({ name, home, sources }) => {
      const urlsOf = (kind: string) => sources.filter((source) => source.kind === kind).map(({ url }) => url);
      return { name, ...(home && { home }), news: urlsOf('news'), documents: urlsOf('documents') };
    });
    const opml = writeOpml(this.words.options.backup.opmlTitle, subscriptions);
    downloadFile('tin-cac-truong.opml', 'text/x-opml', opml);
  }

  async #openBackup(event: Event): Promise<void> {
    const file = takeFile(event);
    if (!file) return;
    const text = await file.text();
    this.current = importBackup(this.store, text, Date.now())
      ? { step: 'confirm-restore', text }
      : { step: 'start', error: this.words.options.backup.badJson };
    await this.#focusResult();
  }

  /** Requests the permissions for a backup, as needed on a new computer. Restores it even if they are refused. */
  async #restore(text: string): Promise<void> {
    const now = Date.now();
    const sources = sourcesOf(importBackup(this.store, text, now) ?? this.store);
    await requestHosts(sources.flatMap(({ url, hub }) => (hub ? [] : [url])));
    const saved = await this.controller.change(
      (store) => importBackup(store, text, now) ?? store,
      this.words.options.backup.loaded,
    );
    if (saved) await this.#cancel();
  }

  async #focusResult(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  /** Closes the question and returns the focus to the button that asked it. */
  async #cancel(): Promise<void> {
    this.current = { step: 'start' };
    await this.updateComplete;
    this.querySelector<HTMLElement>('input[type=file]')?.focus();
  }

  protected override render(): TemplateResult {
    const { backup: text } = this.words.options;
    const { current } = this;
    return html`<p class="hint">${text.lead}</p>
      <p class="buttons">
        <button @click=${this.#saveBackup}>${text.saveAll}</button>
        ${fileButton(text.loadAll, '.json,application/json', this.#openBackup)}
      </p>
      <p class="buttons">
        <button @click=${this.#saveOpml}>${text.saveOpml}</button>
      </p>
      <tct-opml-import .controller=${this.controller} .store=${this.store} .words=${this.words}></tct-opml-import>
      ${rejectedInStore(this.store, this.words)}
      ${this.damaged ? html`<p>${text.broken} <button @click=${this.#saveDamagedCopy}>${text.saveBroken}</button></p>` : nothing}
      <div role="alert">${current.step === 'start' && current.error ? html`<p class="trouble">${current.error}</p>` : nothing}</div>
      ${
        current.step === 'confirm-restore'
          ? html`<div class="result" tabindex="-1"><p>${text.replace}</p><p class="buttons"><button class="strong" @click=${() => this.#restore(current.text)}>${text.yes}</button><button @click=${this.#cancel}>${this.words.options.add.cancel}</button></p></div>`
          : nothing
      }`;
  }
}
