import { html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { browser } from '../browser.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { pause, resume } from '../store/changes.ts';
import type { Hub, ListedSchool, Settings, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { about } from './about.ts';
import { BrowserState } from './browser-state.ts';
import { firstRun } from './first-run.ts';
import { notifications } from './notifications.ts';
import { OptionsController } from './options-controller.ts';
import { mayNotify } from './permission.ts';
import { policyMistakes } from './policy-mistakes.ts';
import { type SchoolActions, schoolCard } from './school-card.ts';
import { sourceStatus } from './source-status.ts';

type Section = keyof Words['options']['sections'];

/** The address that the popup passes in the URL; empty if there is none. */
function addressToAdd(hash: string): string {
  try {
    return decodeURIComponent(/^#add=(.+)/.exec(hash)?.[1] ?? '');
  } catch {
    return '';
  }
}

/** How often relative times ("5 phút trước") are updated. */
const TIME_REFRESH_MS = MINUTE_MS;

/** The settings page; for a new user, it begins with a welcome. */
export class TctOptions extends LitElement {
  readonly #controller = new OptionsController(this);
  readonly #browser = new BrowserState(this);
  #addressToAdd = addressToAdd(location.hash);
  #timer = 0;
  readonly #cards = new Map<string, HTMLElement>();
  #mayNotify = true;
  #hasRendered = false;

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), TIME_REFRESH_MS);
    browser.permissions.onAdded.addListener(this.#onPermissionChange);
    browser.permissions.onRemoved.addListener(this.#onPermissionChange);
    this.#onPermissionChange();
    window.addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    browser.permissions.onAdded.removeListener(this.#onPermissionChange);
    browser.permissions.onRemoved.removeListener(this.#onPermissionChange);
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** The popup asks to add a site while this page is open. The browser itself scrolls to other sections. */
  readonly #onHashChange = (): void => {
    const address = addressToAdd(location.hash);
    if (!address) return;
    this.#addressToAdd = address;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#goToSection('add'));
  };

  readonly #onPermissionChange = (): void => {
    void mayNotify().then((may) => {
      this.#mayNotify = may;
      this.requestUpdate();
    });
  };

  protected override willUpdate(): void {
    const { store, words } = this.#controller;
    if (store) document.title = words.options.title;
  }

  protected override updated(): void {
    // The section in the URL was not rendered yet when the browser tried to scroll to it.
    if (!this.#controller.store || this.#hasRendered) return;
    this.#hasRendered = true;
    const section = location.hash.slice(1).split('=')[0];
    if (section) this.#goToSection(section);
  }

  #goToSection(section: string): void {
    const target = this.querySelector<HTMLElement>(`#${CSS.escape(section)}`);
    target?.scrollIntoView();
    (target?.querySelector<HTMLElement>('input, button, a') ?? target)?.focus({ preventScroll: true });
  }

  /** Adds a school, then moves the focus to its card, as the form may have disappeared. */
  readonly #subscribe = async (school: ListedSchool): Promise<boolean> => {
    const saved = await this.#controller.subscribe(school);
    if (saved) {
      await this.updateComplete;
      this.#goToSection(`school-${school.id}`);
    }
    return saved;
  };

  readonly #useHub = (hub: Hub | undefined): Promise<boolean> => this.#controller.useHub(hub);

  readonly #schoolActions: SchoolActions = {
    setOn: (school, on) => void this.#controller.setSchoolOn(school, on),
    setChoice: (id, choice) => this.#controller.setSchoolChoice(id, choice),
    remove: (school) => void this.#controller.removeSchool(school),
    grant: (url) => void this.#controller.grant(url),
    checkAgain: (url) => void this.#controller.checkAgain(url),
    followMove: (from, to) => void this.#controller.followMove(from, to),
    subscribe: this.#subscribe,
  };

  /** Renders a school into its own element, so that open details and found sources survive reordering. */
  #card(id: string, content: TemplateResult): HTMLElement {
    const properties = { id: `school-${id}`, className: 'school' };
    const card = this.#cards.get(id) ?? Object.assign(document.createElement('li'), properties);
    this.#cards.set(id, card);
    render(content, card);
    return card;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, words, status, isFirstRun } = this.#controller;
    if (!store) return nothing;
    const { options, popup } = words;
    const hub = this.#section('hub', this.#hub(store, words));
    return html`<header class="top"><h1>${popup.name}</h1><p>${options.heading}</p></header>
      <main>
        ${isFirstRun ? firstRun(words, (section) => this.#goToSection(section)) : nothing}
        ${store.managed ? html`<p class="managed">${options.managedNote}</p>` : nothing}
        ${policyMistakes(store, this.#browser.policy, words)}
        ${isFirstRun ? hub : nothing}
        ${this.#section('schools', this.#schools(store, words))}
        ${this.#section('add', this.#addSite(store, words))}
        ${isFirstRun ? nothing : hub}
        ${this.#section('notifications', this.#notifications(store, words))}
        ${this.#section('looks', this.#languageAndShortcuts(store, words))}
        ${this.#section('backup', html`<tct-backup .controller=${this.#controller} .store=${store} .words=${words}></tct-backup>`)}
        ${this.#section('privacy', about(words, browser.runtime.getManifest().version))}
      </main>
      <div class=${status ? 'status' : 'status unseen'}><p role="status">${status?.text}</p>${status?.undo ? html`<button @click=${() => this.#controller.undo()}>${popup.undo}</button>` : nothing}</div>`;
  }

  #section(name: Section, content: unknown): TemplateResult {
    const heading = this.#controller.words.options.sections[name];
    return html`<section id=${name} tabindex="-1" aria-labelledby="${name}-heading"><h2 id="${name}-heading">${heading}</h2><div>${content}</div></section>`;
  }

  #hub(store: Store, words: Words): TemplateResult {
    const schoolLists = sourcesOf(store).filter(({ kind }) => kind === 'cluster');
    return html`<p class="hint">${words.options.hub.lead}</p><tct-hub-choice .words=${words} .store=${store} .use=${this.#useHub}></tct-hub-choice>
      ${schoolLists.map((source) => html`<ul class="sources">${sourceStatus(source, store, words, Date.now(), this.#schoolActions)}</ul>`)}`;
  }

  #schools(store: Store, words: Words): TemplateResult {
    // Schools with known sources come first; switching one on or off does not move it.
    const all = schoolsOf(store);
    const schools = [
      ...all.filter(({ sources }) => sources.length),
      ...all.filter(({ sources }) => !sources.length),
    ];
    const now = Date.now();
    return html`<p class="hint">${words.options.schools.lead}</p>
      <ul class="schools">${schools.map((school) => this.#card(school.id, schoolCard(school, store, words, now, this.#schoolActions)))}</ul>`;
  }

  #addSite(store: Store, words: Words): TemplateResult {
    return html`<p class="hint">${words.options.add.lead}</p><tct-find-sources .words=${words} .store=${store} .subscribe=${this.#subscribe} .address=${this.#addressToAdd}></tct-find-sources>`;
  }

  #notifications(store: Store, words: Words): TemplateResult {
    const controller = this.#controller;
    return notifications(store, words, Date.now(), this.#mayNotify, {
      setNotifications: (on) => void controller.setNotifications(on),
      setQuietHours: (change) => controller.saveSettings({ quiet: { ...store.settings.quiet, ...change } }),
      setPaused: (paused) =>
        void controller.change((store) => (paused ? pause(store) : resume(store)), words.options.saved),
    });
  }

  #languageAndShortcuts(
    { settings: { lang, letters = true } }: Store,
    { options: { looks: text } }: Words,
  ): TemplateResult {
    const controller = this.#controller;
    return html`<label>${text.language}
        <select @change=${(event: Event) => controller.saveSettings({ lang: ((event.target as HTMLSelectElement).value || undefined) as Settings['lang'] })}>
          ${(['', 'vi', 'en'] as const).map((value) => html`<option value=${value} ?selected=${(lang ?? '') === value}>${text.languages[value]}</option>`)}
        </select></label>
      <label class="check"><input type="checkbox" .checked=${letters} @change=${(event: Event) => controller.saveSettings({ letters: (event.target as HTMLInputElement).checked })}> ${text.keys}</label>`;
  }
}
