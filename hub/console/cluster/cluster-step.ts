import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ClusterSettings } from '../../setup/api.ts';
import { textField } from '../field.ts';
import { StepElement } from '../step-element.ts';

const FIELDS = ['name', 'contact', 'out', 'hub'] as const satisfies (keyof ClusterSettings)[];
type FieldName = (typeof FIELDS)[number];

const isSame = (a: ClusterSettings, b: ClusterSettings) => FIELDS.every((name) => a[name] === b[name]);

/** Step 1: the cluster's name, and where it publishes. */
export class ClusterStep extends StepElement {
  static override properties = {
    ...StepElement.properties,
    draft: { state: true },
    errors: { state: true },
    isSaved: { state: true },
  };
  declare private draft: ClusterSettings | undefined;
  declare private errors: Partial<Record<FieldName, string>>;
  /** The last change was saved. */
  declare private isSaved: boolean;
  /** What the server is asked to save, so that nothing is saved twice. */
  private saving: { draft: ClusterSettings; done: Promise<boolean> } | undefined;

  constructor() {
    super();
    this.errors = {};
    this.isSaved = false;
  }

  protected override willUpdate(_: PropertyValues): void {
    // What the user types stays, whatever the server tells meanwhile.
    this.draft ??= this.proposed();
  }

  /** The settings, with a proposal for those that are needed. */
  private proposed(): ClusterSettings {
    const { settings, folders } = this.state;
    const { name, out } = this.words.cluster;
    return {
      ...settings,
      name: settings.name || name.proposed,
      out: settings.out || folders.out || out.proposed,
    };
  }

  /** Saves what was typed or proposed. @returns whether everything is saved */
  private save(): Promise<boolean> {
    const draft = { ...this.draft! };
    if (this.saving && isSame(draft, this.saving.draft)) return this.saving.done;
    if (isSame(draft, this.state.settings)) return Promise.resolve(true);
    const saving = { draft, done: this.send(draft) };
    this.saving = saving;
    void saving.done.finally(() => {
      if (this.saving === saving) this.saving = undefined;
    });
    return saving.done;
  }

  private async send(draft: ClusterSettings): Promise<boolean> {
    this.errors = {};
    const saved = await this.context.call('saveSettings', draft, {
      onError: ({ field, words }) => {
        const name = FIELDS.find((each) => each === field) ?? 'name';
        this.errors = { [name]: words[this.context.lang] };
      },
    });
    this.isSaved = !!saved;
    // As the server has written it, unless it was changed meanwhile.
    if (saved && isSame(draft, this.draft!)) this.draft = { ...saved.settings };
    return !!saved;
  }

  private readonly next = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await this.save()) return this.context.navigate('schools');
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  override left(): void {
    void this.save();
  }

  private field(name: FieldName): TemplateResult {
    const { cluster } = this.words;
    const { label, hint, ...more } = cluster[name];
    const example = 'example' in more ? more.example : undefined;
    return textField({
      id: `cluster-${name}`,
      label,
      ...(['contact', 'hub'].includes(name) && { mark: cluster.optional }),
      hint: html`${hint}${example ? html` <span class="example">${cluster.example(example)}</span>` : nothing}`,
      error: this.errors[name],
      value: this.draft![name],
      ...(name === 'hub' && { inputMode: 'url' }),
      onInput: (value) => {
        this.draft = { ...this.draft!, [name]: value };
        this.isSaved = false;
      },
      onChange: () => void this.save(),
    });
  }

  protected override render(): TemplateResult {
    const { cluster, shell } = this.words;
    const isWrong = Object.keys(this.errors).length > 0;
    return html`<p class="lead">${cluster.lead}</p>
      <div class="beside">
        <form class="fields" novalidate @submit=${this.next}>
          ${FIELDS.map((name) => this.field(name))}
          <div class="buttons"><button class="strong">${shell.next(shell.headings.schools)}</button>
            <p class=${isWrong ? 'trouble' : 'good'} role="status">${isWrong ? cluster.unsaved : this.isSaved ? cluster.saved : nothing}</p></div>
        </form>
        ${this.files()}
      </div>`;
  }

  /** Where things are on the computer. */
  private files(): TemplateResult {
    const { config, exists, folders } = this.state;
    const { files } = this.words.cluster;
    const row = (name: string, path: string, hint: string | typeof nothing = nothing) =>
      path
        ? html`<dt>${name}</dt><dd><span class="path">${path}</span><p class="hint">${hint}</p></dd>`
        : nothing;
    return html`<aside class="panel" aria-labelledby="files-heading"><h2 id="files-heading">${files.heading}</h2><dl>
      ${row(exists ? files.config : `${files.config} (${files.willWrite})`, config, files.configHow)}
      ${row(files.out, folders.out)}
      ${row(files.state, folders.state, files.stateHow)}
    </dl></aside>`;
  }
}
