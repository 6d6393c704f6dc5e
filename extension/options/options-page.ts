import { html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { browser } from '../browser.ts';
import { toast } from '../pages/toast.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { pause, resume } from '../store/changes.ts';
import type { Hub, ListedSchool, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { about } from './about.ts';
import { BrowserState } from './browser-state.ts';
import { firstRun } from './first-run.ts';
import { intervalSelect } from './interval-select.ts';
import { looks } from './looks.ts';
import { notifications } from './notifications.ts';
import { OptionsController } from './options-controller.ts';
import { policyMistakes } from './policy-mistakes.ts';
import { type SchoolActions, schoolCard } from './school-card.ts';
import { CurrentSection, sectionNav } from './section-nav.ts';
import { sourceStatus } from './source-status.ts';
import { syncSettings } from './sync-settings.ts';
import { syncStatus } from './sync-status.ts';
import { watchWords } from './watch-words.ts';

type Section = keyof Words['options']['sections'];

const SECTIONS: readonly Section[] = [
  'schools',
  'add',
  'hub',
  'notifications',
  'watch',
  'looks',
  'sync',
  'backup',
  'privacy',
];

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
  readonly #section = new CurrentSection(this);
  readonly #browser = new BrowserState(this);
  #addressToAdd = addressToAdd(location.hash);
  #timer = 0;
  readonly #cards = new Map<string, HTMLElement>();
  #hasRendered = false;

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), TIME_REFRESH_MS);
    addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    removeEventListener('hashchange', this.#onHashChange);
  }

  /** The popup asks to add a site while this page is open. The browser itself scrolls to other sections. */
  readonly #onHashChange = (): void => {
    const address = addressToAdd(location.hash);
    if (!address) return;
    this.#addressToAdd = address;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#goToSection('add'));
  };

  protected override willUpdate(): void {
    const { store, words } = this.#controller;
    if (store) document.title = words.options.title;
  }

  protected override updated(): void {
    if (!this.#controller.store || this.#hasRendered) return;
    this.#hasRendered = true;
    // The section in the URL was not rendered yet when the browser tried to scroll to it.
    // Nor were the sections above it, whose elements render after this one.
    requestAnimationFrame(() => {
      const section = location.hash.slice(1).split('=')[0];
      if (section) this.#goToSection(section);
      this.#section.update();
    });
  }

  #goToSection(section: string): void {
    const target = this.querySelector<HTMLElement>(`#${CSS.escape(section)}`);
    target?.scrollIntoView();
    (target?.querySelector<HTMLElement>('input, button, a, summary') ?? target)?.focus({
      preventScroll: true,
    });
  }

  /** Runs a deed; if the control that began it has gone then, moves the focus to where that was. */
  async #keepingFocus(deed: () => Promise<unknown>): Promise<void> {
    const place = document.activeElement?.closest<HTMLElement>('.school, section');
    const neighbour = place?.nextElementSibling ?? place?.previousElementSibling ?? place?.closest('section');
    await deed();
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    const target = place?.isConnected ? place : (neighbour as HTMLElement | undefined);
    (target?.querySelector<HTMLElement>('summary') ?? target)?.focus();
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
    remove: (school) => void this.#keepingFocus(() => this.#controller.removeSchool(school)),
    grant: (url) => void this.#keepingFocus(() => this.#controller.grant(url)),
    checkAgain: (url) => void this.#keepingFocus(() => this.#controller.checkAgain(url)),
    followMove: (from, to) => void this.#keepingFocus(() => this.#controller.followMove(from, to)),
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
    const { store, words, isFirstRun } = this.#controller;
    if (!store) return nothing;
    const { options, popup } = words;
    const contents: Record<Section, unknown> = {
      schools: this.#schools(store, words),
      add: html`<p class="hint">${options.add.lead}</p><tct-find-sources .words=${words} .store=${store} .subscribe=${this.#subscribe} .address=${this.#addressToAdd}></tct-find-sources>`,
      hub: this.#hub(store, words),
      notifications: this.#notifications(store, words),
      watch: this.#watch(store, words),
      looks: looks(store, words, (settings) => this.#controller.saveSettings(settings)),
      sync: html`${syncSettings(store, words, (sync) => this.#controller.saveSettings({ sync }))}
        ${syncStatus(store, words, Date.now(), () => void this.#keepingFocus(() => this.#controller.removeSynced()))}`,
      backup: html`<tct-backup .controller=${this.#controller} .store=${store} .words=${words}></tct-backup>`,
      privacy: about(words, browser.runtime.getManifest().version),
    };
    // A new user begins with the hub.
    const sections = isFirstRun ? ['hub' as const, ...SECTIONS.filter((name) => name !== 'hub')] : SECTIONS;
    const heading = (name: Section) => html`<h2 id="${name}-heading">${options.sections[name]}</h2>`;
    return html`<header class="top"><h1>${popup.name}</h1><p>${options.heading}</p></header>
      ${sectionNav(options.sectionList, sections, options.sections, this.#section.current)}
      <main>
        ${
          isFirstRun && !store.settings.welcomed
            ? firstRun(
                words,
                this.#browser.isPinned,
                (section) => this.#goToSection(section),
                () => void this.#keepingFocus(() => this.#controller.dismissWelcome()),
              )
            : nothing
        }
        ${store.managed ? html`<p class="managed">${options.managedNote}</p>` : nothing}
        ${policyMistakes(store, this.#browser.policy, words)}
        ${sections.map((name) => html`<section id=${name} tabindex="-1" aria-labelledby="${name}-heading">${heading(name)}<div>${contents[name]}</div></section>`)}
      </main>
      ${toast(this.#controller)}`;
  }

  #hub(store: Store, words: Words): TemplateResult {
    const lists = sourcesOf(store).filter(({ hub, school }) => hub && !school);
    return html`<p class="hint">${words.options.hub.lead}</p><tct-hub-choice .words=${words} .store=${store} .use=${this.#useHub}></tct-hub-choice>
      ${lists.length ? html`<ul class="sources">${lists.map((source) => sourceStatus(source, store, words, Date.now(), true, this.#schoolActions))}</ul>` : nothing}`;
  }

  #schools(store: Store, words: Words): TemplateResult {
    // Schools with known sources come first; switching one on or off does not move it.
    const all = schoolsOf(store);
    const schools = [
      ...all.filter(({ sources }) => sources.length),
      ...all.filter(({ sources }) => !sources.length),
    ];
    const unread = new Map<string, number>();
    for (const { school } of postsOf(store, { unread: true }))
      unread.set(school, (unread.get(school) ?? 0) + 1);
    const now = Date.now();
    const { schools: text } = words.options;
    const { managed, settings } = store;
    return html`<p class="hint">${text.lead}</p>
      ${intervalSelect(text.everyAll, text.defaultInterval, managed?.every ?? settings.every, !!managed?.every, words, (every) => this.#controller.saveSettings({ every }))}
      <p class="hint">${text.politeness}</p>
      <ul class="schools">${schools.map((school) => this.#card(school.id, schoolCard(school, store, unread.get(school.id) ?? 0, words, now, this.#schoolActions)))}</ul>`;
  }

  #notifications(store: Store, words: Words): TemplateResult {
    const controller = this.#controller;
    return notifications(store, words, Date.now(), this.#browser.mayNotify, {
      setNotifications: (on) => void controller.setNotifying('notifications', on),
      setQuietHours: (change) => controller.saveSettings({ quiet: { ...store.settings.quiet, ...change } }),
      setPaused: (paused) =>
        void controller.change((store) => (paused ? pause(store) : resume(store)), words.options.saved),
      setDigest: (digest) => controller.saveSettings({ digest }),
    });
  }

  #watch(store: Store, words: Words): TemplateResult {
    return watchWords(store, words, this.#browser.mayNotify, {
      setWords: (watch) => void this.#keepingFocus(() => this.#controller.saveSettings({ watch })),
      setNotify: (on) => void this.#controller.setNotifying('watchNotify', on),
    });
  }
}
