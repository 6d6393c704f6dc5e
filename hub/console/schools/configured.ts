import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ClusterSource } from '../../../core/config/cluster.ts';
import { LIST_KINDS, type ListKind } from '../../../core/config/list-kinds.ts';
import { httpUrl } from '../../../core/url.ts';
import type { EditedSchool } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { textField } from '../field.ts';
import { siteLink } from '../site-link.ts';

/** A school of the configuration: what it has, and what can be done with it. */
export class ConfiguredSchool extends LitElement {
  static override properties = {
    context: { attribute: false, hasChanged: () => true },
    school: { attribute: false },
    draft: { state: true },
    errors: { state: true },
  };
  declare context: ConsoleContext;
  declare school: EditedSchool;
  /** Looks at the school's site again. */
  declare lookAgain: (home: string) => void;
  /** Called once it is removed, to move the focus. */
  declare removed: () => void;
  /** What is being edited: the name and the homepage. */
  declare private draft: Pick<EditedSchool, 'name' | 'home'> | undefined;
  declare private errors: Partial<Record<'name' | 'home', string>>;

  constructor() {
    super();
    this.errors = {};
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get words() {
    return this.context.words.schools;
  }

  /** Saves the school as it was. */
  private readonly undo = (before: EditedSchool): void => {
    const isThere = this.context.state.schools.some(({ id }) => id === before.id);
    void this.context.call('saveSchools', { schools: [{ ...before, ...(isThere && { was: before.id }) }] });
  };

  /** @returns whether it was saved */
  private async save(change: Partial<EditedSchool>, said: string): Promise<boolean> {
    const before = this.school;
    const saved = await this.context.call(
      'saveSchools',
      { schools: [{ ...before, ...change, was: before.id, seen: before }] },
      {
        onError: ({ field = '', words }) => {
          const name = /\bhome$/.test(field) ? 'home' : 'name';
          if (this.draft) this.errors = { [name]: words[this.context.lang] };
          else this.context.notify(words[this.context.lang]);
        },
      },
    );
    if (saved) this.context.notify(said, () => this.undo(before));
    return !!saved;
  }

  private setList(kind: ListKind, sources: ClusterSource[], said: string): Promise<boolean> {
    return this.save({ lists: { ...this.school.lists, [kind]: sources } }, said);
  }

  private readonly togglePause = (): void => {
    const { active, name } = this.school;
    const { config } = this.words;
    void this.save({ active: !active }, active ? config.pausedNow(name) : config.resumedNow(name));
  };

  private readonly removeSchool = async (): Promise<void> => {
    const before = this.school;
    const { context, words, removed } = this;
    if (!(await context.call('removeSchool', { id: before.id }))) return;
    context.notify(words.config.removed(before.name), () =>
      context.call('saveSchools', { schools: [before] }),
    );
    removed();
  };

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.errors = {};
    const draft = this.draft!;
    if (await this.save(draft, this.words.config.saved(draft.name))) {
      this.draft = undefined;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.edit')?.focus();
    } else {
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  };

  private readonly open = async (): Promise<void> => {
    const { name, home } = this.school;
    this.draft = { name, home };
    await this.updateComplete;
    this.querySelector<HTMLElement>('form input')?.focus();
  };

  /** Points at a list; what was read by `source` is replaced, else a source is added. */
  private async point(kind: ListKind, source?: ClusterSource): Promise<void> {
    const { id, name, home, lists } = this.school;
    const pointed = await this.context.point({
      schoolName: name,
      kind,
      url: source?.url ?? home,
      ...(source && { source, remembered: { school: id, kind, url: source.url } }),
    });
    if (!pointed) return;
    const sources = source
      ? lists[kind].map((each) => (each.url === source.url ? pointed.source : each))
      : [...lists[kind], pointed.source];
    await this.setList(kind, sources, this.words.config.added);
  }

  private async addFeed(kind: ListKind, event: Event): Promise<void> {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const url = httpUrl(input.value);
    if (!url) return input.focus();
    const { lists } = this.school;
    if (await this.setList(kind, [...lists[kind], { url, kind: 'feed' }], this.words.config.added))
      input.value = '';
  }

  protected override render(): TemplateResult {
    const { name, home, active, lists } = this.school;
    const { config, lists: listNames } = this.words;
    const of = html`<span class="unseen">: ${name}</span>`;
    return html`<div class="head">
        <div><h3>${name}${active ? nothing : html` <span class="mark">${config.paused}</span>`}</h3>
          <p class="facts">${siteLink(home)}${LIST_KINDS.map((kind) => html`<span>${listNames[kind]}: ${config.sources(lists[kind].length)}</span>`)}</p></div>
        <div class="buttons">
          ${this.draft ? nothing : html`<button class="edit" @click=${this.open}>${config.edit}${of}</button>`}
          <button @click=${() => this.lookAgain(home)}>${config.lookAgain}${of}</button>
          <button @click=${this.togglePause}>${active ? config.pause : config.resume}${of}</button>
          <button @click=${this.removeSchool}>${config.remove}${of}</button>
        </div>
      </div>
      ${this.draft ? this.editor(this.draft) : nothing}`;
  }

  private editor(draft: Pick<EditedSchool, 'name' | 'home'>): TemplateResult {
    const { config, found } = this.words;
    const field = (name: 'name' | 'home', label: string) =>
      textField({
        id: `${this.school.id}-${name}`,
        label,
        error: this.errors[name],
        value: draft[name],
        onInput: (value) => {
          this.draft = { ...this.draft!, [name]: value };
        },
      });
    const close = async () => {
      this.draft = undefined;
      this.errors = {};
      await this.updateComplete;
      this.querySelector<HTMLElement>('.edit')?.focus();
    };
    return html`<div class="editor">
      <form class="fields" @submit=${this.submit}>
        ${field('name', found.name)}${field('home', found.home)}
        <div class="buttons"><button class="strong">${config.save}</button><button type="button" @click=${close}>${config.cancel}</button></div>
      </form>
      <div class="lists">${LIST_KINDS.map((kind) => this.list(kind))}</div>
    </div>`;
  }

  private list(kind: ListKind): TemplateResult {
    const { config, lists: listNames } = this.words;
    const sources = this.school.lists[kind];
    const id = `${this.school.id}-${kind}`;
    const without = (source: ClusterSource) => sources.filter((each) => each !== source);
    return html`<div class="list" role="group" aria-labelledby=${id}><h4 id=${id}>${listNames[kind]}</h4>
      ${
        sources.length
          ? html`<ul class="joined">${sources.map(
              (source) => html`<li><span class="address">${source.url}</span>
            <span class="buttons"><button @click=${() => this.point(kind, source)}>${config.pointAgain}<span class="unseen">: ${source.url}</span></button>
            <button @click=${() => this.setList(kind, without(source), config.sourceRemoved)}>${config.removeSource}<span class="unseen">: ${source.url}</span></button></span></li>`,
            )}</ul>`
          : html`<p class="none">${config.noSource}</p>`
      }
      <div class="buttons"><button @click=${() => this.point(kind)}>${config.point}<span class="unseen">: ${listNames[kind]}</span></button></div>
      <form class="field" @submit=${(event: Event) => this.addFeed(kind, event)}>
        <label class="hint" for="${id}-feed">${config.feedAddress}</label>
        <div class="with-button"><input id="${id}-feed" inputmode="url" autocomplete="off"><button>${config.add}</button></div>
      </form>
    </div>`;
  }
}
