import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { canonicalUrl } from '../../core/url.ts';
import { browser } from '../browser.ts';
import { rejectedInStore } from '../pages/rejected.ts';
import type { StoreController } from '../pages/store-controller.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { exportBackup, importBackup } from '../store/backup.ts';
import { addSchool, uniqueSchoolId } from '../store/changes.ts';
import { DAMAGED_COPY_KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { downloadFile } from './download-file.ts';
import { readOpml, type Subscription, writeOpml } from './opml.ts';
import { requestHosts } from './permission.ts';

type BackupStep =
  | { step: 'start'; error?: string }
  /** Waits for the user to confirm the restore. */
  | { step: 'confirm-restore'; text: string }
  | {
      step: 'choose-subscriptions';
      subscriptions: Subscription[];
      selected: boolean[];
      /** Names of feeds of the file that cannot be followed. */
      rejected: string[];
    };

/** The canonical URLs of feeds that are being polled. */
function followedUrls(store: Store): Set<string> {
  return new Set(
    schoolsOf(store).flatMap(({ on, sources }) => (on ? sources.map(({ url }) => canonicalUrl(url)) : [])),
  );
}

const isFollowed = ({ news, documents }: Subscription, followed: ReadonlySet<string>) =>
  [...news, ...documents].every((url) => followed.has(canonicalUrl(url)));

/** Saves and restores a full backup, and exports and imports the list of sources for other feed readers. */
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

  async #readFile(event: Event): Promise<string | undefined> {
    const field = event.target as HTMLInputElement;
    const text = await field.files?.[0]?.text();
    // Allows the same file to be chosen again.
    field.value = '';
    return text;
  }

  async #openBackup(event: Event): Promise<void> {
    const text = await this.#readFile(event);
    if (text === undefined) return;
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
    if (saved) this.current = { step: 'start' };
  }

  async #openOpml(event: Event): Promise<void> {
    const text = await this.#readFile(event);
    if (text === undefined) return;
    const { backup } = this.words.options;
    try {
      const followed = followedUrls(this.store);
      const rejected: string[] = [];
      const subscriptions = readOpml(text, (name) => void rejected.push(name));
      this.current = subscriptions.length
        ? {
            step: 'choose-subscriptions',
            subscriptions,
            selected: subscriptions.map((subscription) => !isFollowed(subscription, followed)),
            rejected,
          }
        : {
            step: 'start',
            error: rejected.length ? `${backup.noneInOpml} ${backup.rejected(rejected)}` : backup.noneInOpml,
          };
    } catch {
      this.current = { step: 'start', error: backup.badOpml };
    }
    await this.#focusResult();
  }

  async #focusResult(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  async #follow(subscriptions: readonly Subscription[]): Promise<void> {
    const { options } = this.words;
    const urls = subscriptions.flatMap(({ news, documents }) => [...news, ...documents]);
    if (!(await requestHosts(urls))) return this.controller.showStatus(options.source.refused);
    const add = (store: Store, subscription: Subscription): Store => {
      const schools = schoolsOf(store);
      const known = schools.find(
        ({ home }) => home && canonicalUrl(home) === canonicalUrl(subscription.home),
      );
      const takenIds = schools.map(({ id }) => id);
      const id = known?.id ?? uniqueSchoolId(store, subscription.home, takenIds);
      return addSchool(store, { ...subscription, id });
    };
    const text = options.backup.followed(subscriptions.length);
    if (await this.controller.change((store) => subscriptions.reduce(add, store), text))
      this.current = { step: 'start' };
  }

  protected override render(): TemplateResult {
    const { backup: text } = this.words.options;
    const { current } = this;
    const fileButton = (label: string, accept: string, onChange: (event: Event) => void) =>
      html`<label class="button">${label}<input class="unseen" type="file" accept=${accept} @change=${onChange}></label>`;
    return html`<p class="hint">${text.lead}</p>
      <p class="buttons">
        <button @click=${this.#saveBackup}>${text.saveAll}</button>
        ${fileButton(text.loadAll, '.json,application/json', this.#openBackup)}
      </p>
      <p class="buttons">
        <button @click=${this.#saveOpml}>${text.saveOpml}</button>
        ${fileButton(text.loadOpml, '.opml,.xml,text/x-opml,text/xml', this.#openOpml)}
      </p>
      ${rejectedInStore(this.store, this.words)}
      ${this.damaged ? html`<p>${text.broken} <button @click=${this.#saveDamagedCopy}>${text.saveBroken}</button></p>` : nothing}
      <div role="alert">${current.step === 'start' && current.error ? html`<p class="trouble">${current.error}</p>` : nothing}</div>
      ${
        current.step === 'confirm-restore'
          ? html`<div class="result" tabindex="-1"><p>${text.replace}</p><p class="buttons"><button class="strong" @click=${() => this.#restore(current.text)}>${text.yes}</button>${this.#cancelButton()}</p></div>`
          : nothing
      }
      ${current.step === 'choose-subscriptions' ? this.#subscriptionChoice(current) : nothing}`;
  }

  #cancelButton(): TemplateResult {
    return html`<button @click=${() => (this.current = { step: 'start' })}>${this.words.options.add.cancel}</button>`;
  }

  #subscriptionChoice(current: Extract<BackupStep, { step: 'choose-subscriptions' }>): TemplateResult {
    const { backup: text } = this.words.options;
    const { subscriptions, selected, rejected } = current;
    const followed = followedUrls(this.store);
    const select = (index: number, on: boolean) =>
      (this.current = { ...current, selected: selected.map((old, other) => (other === index ? on : old)) });
    return html`<div class="result" tabindex="-1">
      <p>${text.choose(subscriptions.length)}</p>
      ${rejected.length ? html`<p class="trouble">${text.rejected(rejected)}</p>` : nothing}
      <ul class="found">${subscriptions.map((subscription, index) => {
        const { name, news, documents } = subscription;
        return html`<li><label class="check"><input type="checkbox" .checked=${selected[index]!} @change=${(event: Event) => select(index, (event.target as HTMLInputElement).checked)}> <span>${name}${isFollowed(subscription, followed) ? html` <span class="mark">${text.already}</span>` : nothing}</span></label>
          ${[...news, ...documents].map((url) => html`<p class="address">${url}</p>`)}</li>`;
      })}</ul>
      <p class="buttons"><button class="strong" ?disabled=${!selected.some(Boolean)} @click=${() => this.#follow(subscriptions.filter((_, index) => selected[index]))}>${text.follow}</button>${this.#cancelButton()}</p>
    </div>`;
  }
}
