import { html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { browser } from '../browser.ts';
import { refresh } from '../pages/refresh.ts';
import { StoreController } from '../pages/store-controller.ts';
import { type ExtensionSchool, schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { readStore } from '../shared-store.ts';
import {
  addSchool,
  follow,
  pause,
  removeSchool,
  resume,
  setHub,
  setSchool,
  setSettings,
} from '../store/changes.ts';
import type { Choice, Hub, Listed, Settings, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { firstRun } from './first-run.ts';
import { notifications } from './notifications.ts';
import { askFor, askForNotifications, mayNotify } from './permission.ts';
import { redirectsElsewhere } from './probe-site.ts';
import { type SchoolActions, schoolCard } from './school-card.ts';
import { sourceStatus } from './source-status.ts';

type Section = keyof Words['options']['sections'];

/** Times on the page ("5 phút trước") are drawn anew so often (ms). */
const TICK_MS = MINUTE_MS;

/** The settings; for a new user, how to begin. */
export class TctOptions extends LitElement {
  readonly #controller = new StoreController(this);
  /** Whether it was opened for somebody who has not chosen anything yet: it stays so until it is left. */
  #first: boolean | undefined;
  #timer = 0;
  readonly #cards = new Map<string, HTMLElement>();
  #mayNotify = true;

  /** The page's style sheet is the element's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), TICK_MS);
    browser.permissions.onAdded.addListener(this.#onPermission);
    browser.permissions.onRemoved.addListener(this.#onPermission);
    this.#onPermission();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    browser.permissions.onAdded.removeListener(this.#onPermission);
    browser.permissions.onRemoved.removeListener(this.#onPermission);
  }

  readonly #onPermission = (): void => {
    void mayNotify().then((may) => {
      this.#mayNotify = may;
      this.requestUpdate();
    });
  };

  protected override willUpdate(): void {
    const { store, words } = this.#controller;
    if (!store) return;
    document.title = words.options.title;
    this.#first ??= !store.settings.welcomed && store.managed?.firstRun !== false && !sourcesOf(store).length;
  }

  protected override updated(): void {
    // The browser looked for the section before it was there.
    if (!this.#controller.store || this.hasAttribute('drawn')) return;
    this.setAttribute('drawn', '');
    const section = location.hash.slice(1).split('=')[0];
    if (section) this.#go(section);
  }

  #go(section: string): void {
    const target = this.querySelector<HTMLElement>(`#${CSS.escape(section)}`);
    target?.scrollIntoView();
    (target?.querySelector<HTMLElement>('input, button, a') ?? target)?.focus({ preventScroll: true });
  }

  /** After the first subscription the user need not be welcomed again. */
  #begun(edit: (store: Store) => Store): (store: Store) => Store {
    return (store) => setSettings(edit(store), { welcomed: true });
  }

  /** Hosts that have been granted are asked at once: who has just subscribed wants to see something. */
  async #ask(urls: readonly string[]): Promise<void> {
    if (urls.length) await refresh([...urls]).catch(() => undefined);
  }

  readonly #subscribe = async (school: Listed): Promise<boolean> => {
    const urls = [...school.news, ...school.documents];
    if (!(await askFor(urls))) {
      this.#controller.tell(this.#controller.words.options.source.refused);
      return false;
    }
    const { add, first } = this.#controller.words.options;
    const text = `${add.subscribed(school.name)} ${this.#first ? first.done : ''}`;
    const done = await this.#controller.change(
      this.#begun((store) => addSchool(store, school)),
      text,
    );
    if (done) {
      void this.#ask(urls);
      // Where the form was there may be nothing any more, and what has come of it is worth a look.
      await this.updateComplete;
      this.#go(`school-${school.id}`);
    }
    return done;
  };

  readonly #useHub = async (hub: Hub | undefined): Promise<boolean> => {
    const { hub: said, first } = this.#controller.words.options;
    const text = hub ? `${said.used} ${this.#first ? first.done : ''}` : said.left;
    const done = await this.#controller.change(
      this.#begun((store) => setHub(store, hub)),
      text,
    );
    if (done && hub) void this.#ask(hub.schools.flatMap(({ news, documents }) => [...news, ...documents]));
    return done;
  };

  /** In the click: a school read from its own site needs the permission for its hosts. */
  async #turn({ id, sources }: ExtensionSchool, on: boolean): Promise<void> {
    const controller = this.#controller;
    const own = sources.filter(({ hub }) => !hub).map(({ url }) => url);
    if (on && own.length && !(await askFor(own)))
      return controller.tell(controller.words.options.source.refused);
    const edit = (store: Store) => setSchool(store, id, { on });
    const done = await controller.change(on ? this.#begun(edit) : edit, controller.words.options.saved);
    if (done && on) void this.#ask(sources.map(({ url }) => url));
  }

  /** Its posts go with it, so it can be taken back. */
  async #remove({ id, name }: ExtensionSchool): Promise<void> {
    const controller = this.#controller;
    const { own, choices, posts, former, since } = controller.store!;
    const undo = () => controller.change((store) => ({ ...store, own, choices, posts, former, since }));
    await controller.change(
      (store) => removeSchool(store, id),
      controller.words.options.schools.removed(name),
      undo,
    );
  }

  /** A school's card stays itself wherever it goes: what is open in it, and what was found for it. */
  #card(id: string, content: TemplateResult): HTMLElement {
    const made = { id: `school-${id}`, className: 'school' };
    const card = this.#cards.get(id) ?? Object.assign(document.createElement('li'), made);
    this.#cards.set(id, card);
    render(content, card);
    return card;
  }

  async #grant(url: string): Promise<void> {
    const { words } = this.#controller;
    if (await askFor([url])) await this.#ask([url]);
    else this.#controller.tell(words.options.source.refused);
  }

  async #again(url: string): Promise<void> {
    const { popup, options } = this.#controller.words;
    this.#controller.tell(popup.refreshing);
    const { asked } = await refresh([url]).catch(() => ({ asked: 0 }));
    const { problem, unreached } = (await readStore()).sources[url]?.poll ?? {};
    const silent = asked && (unreached || problem?.kind === 'reset');
    if (silent && (await redirectsElsewhere(url))) return this.#controller.tell(options.add.elsewhere);
    this.#controller.tell(asked ? options.asked : popup.tooSoon);
  }

  async #follow(from: string, to: string): Promise<void> {
    const { source } = this.#controller.words.options;
    if (!(await askFor([to]))) return this.#controller.tell(source.refused);
    await this.#controller.change((store) => follow(store, from, to), source.followed);
  }

  async #notify(on: boolean): Promise<void> {
    const { options } = this.#controller.words;
    if (on && !(await askForNotifications())) return this.#controller.tell(options.notifications.refused);
    this.#save({ notifications: on });
  }

  #save(settings: Partial<Settings>): void {
    void this.#controller.change(
      (store) => setSettings(store, settings),
      this.#controller.words.options.saved,
    );
  }

  #schoolActions(words: Words): SchoolActions {
    return {
      turn: (school, on) => void this.#turn(school, on),
      choose: (id: string, choice: Choice) =>
        void this.#controller.change((store) => setSchool(store, id, choice), words.options.saved),
      remove: (school) => void this.#remove(school),
      grant: (url) => void this.#grant(url),
      again: (url) => void this.#again(url),
      follow: (from, to) => void this.#follow(from, to),
      subscribe: this.#subscribe,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, words, told } = this.#controller;
    if (!store) return nothing;
    const { options } = words;
    const now = Date.now();
    const section = (name: Section, content: unknown) =>
      html`<section id=${name} tabindex="-1" aria-labelledby="${name}-heading"><h2 id="${name}-heading">${options.sections[name]}</h2><div>${content}</div></section>`;
    const hash = /^#add=(.+)/.exec(location.hash)?.[1];
    // Those that can be read stand first; switching one does not move it.
    const schools = [true, false].flatMap((known) =>
      schoolsOf(store).filter(({ sources }) => sources.length > 0 === known),
    );
    const lists = sourcesOf(store).filter(({ kind }) => kind === 'cluster');
    const hub = html`<p class="hint">${options.hub.lead}</p><tct-hub-choice .words=${words} .store=${store} .use=${this.#useHub}></tct-hub-choice>
      ${lists.map((list) => html`<ul class="sources">${sourceStatus(list, store, words, now, this.#schoolActions(words))}</ul>`)}`;
    return html`<header class="top"><h1>${words.popup.name}</h1><p>${options.heading}</p></header>
      <main>
        ${this.#first ? firstRun(words, (name) => this.#go(name)) : nothing}
        ${store.managed ? html`<p class="managed">${options.managedNote}</p>` : nothing}
        ${this.#first ? section('hub', hub) : nothing}
        ${section(
          'schools',
          html`<p class="hint">${options.schools.lead}</p>
            <ul class="schools">${schools.map((school) => this.#card(school.id, schoolCard(school, store, words, now, this.#schoolActions(words))))}</ul>`,
        )}
        ${section(
          'add',
          html`<p class="hint">${options.add.lead}</p><tct-find-sources .words=${words} .store=${store} .subscribe=${this.#subscribe} .address=${hash ? decodeURIComponent(hash) : ''}></tct-find-sources>`,
        )}
        ${this.#first ? nothing : section('hub', hub)}
        ${section(
          'notifications',
          notifications(store, words, now, this.#mayNotify, {
            turn: (on) => void this.#notify(on),
            quiet: (change) => this.#save({ quiet: { ...store.settings.quiet, ...change } }),
            pause: (paused) =>
              void this.#controller.change((store) => (paused ? pause(store) : resume(store)), options.saved),
          }),
        )}
        ${section('looks', this.#looks(store, words))}
        ${section('backup', html`<tct-backup .controller=${this.#controller} .store=${store} .words=${words}></tct-backup>`)}
        ${section('privacy', html`${options.privacy.map((line) => html`<p>${line}</p>`)}<p class="hint">${options.version(browser.runtime.getManifest().version)}</p>`)}
      </main>
      <div class=${told ? 'told' : 'told unseen'}><p role="status">${told?.text}</p>${told?.undo ? html`<button @click=${() => this.#controller.undo()}>${words.popup.undo}</button>` : nothing}</div>`;
  }

  #looks({ settings: { lang, letters = true } }: Store, { options: { looks } }: Words): TemplateResult {
    return html`<label>${looks.language}
        <select @change=${(event: Event) => this.#save({ lang: ((event.target as HTMLSelectElement).value || undefined) as Settings['lang'] })}>
          ${(['', 'vi', 'en'] as const).map((value) => html`<option value=${value} ?selected=${(lang ?? '') === value}>${looks.languages[value]}</option>`)}
        </select></label>
      <label class="check"><input type="checkbox" .checked=${letters} @change=${(event: Event) => this.#save({ letters: (event.target as HTMLInputElement).checked })}> ${looks.keys}</label>`;
  }
}
