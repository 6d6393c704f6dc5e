import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { canonicalUrl } from '../../core/url.ts';
import { browser } from '../browser.ts';
import type { StoreController } from '../pages/store-controller.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { addSchool, exportStore, idFor, importStore } from '../store/changes.ts';
import { COPY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { readOpml, type Subscription, writeOpml } from './opml.ts';
import { askFor } from './permission.ts';

type Stage =
  | { at: 'start'; wrong?: string }
  /** A full backup that waits for a yes. */
  | { at: 'replace'; text: string }
  | { at: 'choose'; offered: Subscription[]; chosen: boolean[] };

/** Gives a text to the user as a file. */
function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has begun when the click returns, in every browser; the address may go a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Feeds that are polled already, by address. */
function followed(store: Store): Set<string> {
  return new Set(
    schoolsOf(store).flatMap(({ on, sources }) => (on ? sources.map(({ url }) => canonicalUrl(url)) : [])),
  );
}

/** Everything as a file and back; the list of sources for and from other readers. */
export class Backup extends LitElement {
  static override properties = {
    controller: { attribute: false },
    store: { attribute: false },
    words: { attribute: false },
    stage: { state: true },
    broken: { state: true },
  };

  declare controller: StoreController;
  declare store: Store;
  declare words: Words;
  declare private stage: Stage;
  /** A store that could not be read, as it was found. */
  declare private broken: unknown;

  constructor() {
    super();
    this.stage = { at: 'start' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.broken = (await browser.storage.local.get(COPY))[COPY];
  }

  #saveOpml(): void {
    const schools = schoolsOf(this.store).filter(({ on }) => on);
    const subscriptions = schools.map(({ name, home, sources }) => {
      const of = (kind: string) => sources.filter((source) => source.kind === kind).map(({ url }) => url);
      return { name, home, news: of('news'), documents: of('documents') };
    });
    save('tin-cac-truong.opml', 'text/x-opml', writeOpml(this.words.options.backup.opmlTitle, subscriptions));
  }

  async #read(event: Event): Promise<string | undefined> {
    const field = event.target as HTMLInputElement;
    const text = await field.files?.[0]?.text();
    // So that the same file can be chosen again.
    field.value = '';
    return text;
  }

  async #loadAll(event: Event): Promise<void> {
    const text = await this.#read(event);
    if (text === undefined) return;
    const good = importStore(this.store, text, Date.now());
    this.stage = good ? { at: 'replace', text } : { at: 'start', wrong: this.words.options.backup.badJson };
    await this.#toResult();
  }

  /** In the click: all hosts are asked for at once, as on a new computer. Whatever the answer, the rest is taken over. */
  async #replace(text: string): Promise<void> {
    const now = Date.now();
    const coming = sourcesOf(importStore(this.store, text, now) ?? this.store);
    await askFor(coming.flatMap(({ url, hub }) => (hub ? [] : [url])));
    const done = await this.controller.change(
      (store) => importStore(store, text, now) ?? store,
      this.words.options.backup.loaded,
    );
    if (done) this.stage = { at: 'start' };
  }

  async #loadOpml(event: Event): Promise<void> {
    const text = await this.#read(event);
    if (text === undefined) return;
    const { backup } = this.words.options;
    try {
      const known = followed(this.store);
      const offered = readOpml(text);
      const isNew = ({ news, documents }: Subscription) =>
        ![...news, ...documents].every((url) => known.has(canonicalUrl(url)));
      this.stage = offered.length
        ? { at: 'choose', offered, chosen: offered.map(isNew) }
        : { at: 'start', wrong: backup.noneInOpml };
    } catch {
      this.stage = { at: 'start', wrong: backup.badOpml };
    }
    await this.#toResult();
  }

  async #toResult(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  /** In the click: all hosts of what was chosen are asked for at once. */
  async #follow(offered: readonly Subscription[]): Promise<void> {
    const { options } = this.words;
    const granted = askFor(offered.flatMap(({ news, documents }) => [...news, ...documents]));
    if (!(await granted)) return this.controller.tell(options.source.refused);
    const add = (store: Store, subscription: Subscription): Store => {
      const schools = schoolsOf(store);
      const known = schools.find(({ home }) => canonicalUrl(home) === canonicalUrl(subscription.home));
      const taken = schools.map(({ id }) => id);
      return addSchool(store, { ...subscription, id: known?.id ?? idFor(store, subscription.home, taken) });
    };
    const text = options.backup.followed(offered.length);
    if (await this.controller.change((store) => offered.reduce(add, store), text))
      this.stage = { at: 'start' };
  }

  protected override render(): TemplateResult {
    const { backup: said } = this.words.options;
    const { stage } = this;
    const today = new Date().toISOString().slice(0, 10);
    const file = (name: string, accept: string, load: (event: Event) => void) =>
      html`<label class="button">${name}<input class="unseen" type="file" accept=${accept} @change=${load}></label>`;
    return html`<p class="hint">${said.lead}</p>
      <p class="buttons">
        <button @click=${() => save(`tin-cac-truong-${today}.json`, 'application/json', exportStore(this.store))}>${said.saveAll}</button>
        ${file(said.loadAll, '.json,application/json', this.#loadAll)}
      </p>
      <p class="buttons">
        <button @click=${this.#saveOpml}>${said.saveOpml}</button>
        ${file(said.loadOpml, '.opml,.xml,text/x-opml,text/xml', this.#loadOpml)}
      </p>
      ${this.broken ? html`<p>${said.broken} <button @click=${() => save('tin-cac-truong-hong.json', 'application/json', JSON.stringify(this.broken))}>${said.saveBroken}</button></p>` : nothing}
      <div role="alert">${stage.at === 'start' && stage.wrong ? html`<p class="trouble">${stage.wrong}</p>` : nothing}</div>
      ${
        stage.at === 'replace'
          ? html`<div class="result" tabindex="-1"><p>${said.replace}</p><p class="buttons"><button class="strong" @click=${() => this.#replace(stage.text)}>${said.yes}</button>${this.#cancel()}</p></div>`
          : nothing
      }
      ${stage.at === 'choose' ? this.#choice(stage) : nothing}`;
  }

  #cancel(): TemplateResult {
    return html`<button @click=${() => (this.stage = { at: 'start' })}>${this.words.options.add.cancel}</button>`;
  }

  #choice({ offered, chosen }: { offered: Subscription[]; chosen: boolean[] }): TemplateResult {
    const { backup: said } = this.words.options;
    const known = followed(this.store);
    const choose = (index: number, on: boolean) =>
      (this.stage = { at: 'choose', offered, chosen: chosen.map((old, at) => (at === index ? on : old)) });
    return html`<div class="result" tabindex="-1">
      <p>${said.choose(offered.length)}</p>
      <ul class="found">${offered.map(({ name, news, documents }, index) => {
        const urls = [...news, ...documents];
        const already = urls.every((url) => known.has(canonicalUrl(url)));
        return html`<li><label class="check"><input type="checkbox" .checked=${chosen[index]!} @change=${(event: Event) => choose(index, (event.target as HTMLInputElement).checked)}> <span>${name}${already ? html` <span class="mark">${said.already}</span>` : nothing}</span></label>
          ${urls.map((url) => html`<p class="address">${url}</p>`)}</li>`;
      })}</ul>
      <p class="buttons"><button class="strong" ?disabled=${!chosen.some(Boolean)} @click=${() => this.#follow(offered.filter((_, index) => chosen[index]))}>${said.follow}</button>${this.#cancel()}</p>
    </div>`;
  }
}
