import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { canonicalUrl } from '../../../core/url.ts';
import type { ConsoleContext } from '../context.ts';

/** After the last letter, until the server is asked what it understands, ms. */
const PAUSE_MS = 250;

/** The form for the addresses of schools: typed, pasted, from a file or from the packaged list. */
export class AddressForm extends LitElement {
  static override properties = {
    context: { attribute: false, hasChanged: () => true },
    isBusy: { type: Boolean },
    understood: { state: true },
    ignored: { state: true },
    chosen: { state: true },
    error: { state: true },
  };
  declare context: ConsoleContext;
  /** Sites are being looked at. */
  declare isBusy: boolean;
  /** Called with the addresses to look at. */
  declare look: (addresses: string[]) => void;
  /** What the field begins with. */
  declare typed: string;
  declare private understood: string[];
  declare private ignored: string[];
  /** Homepages of the packaged list. */
  declare private chosen: ReadonlySet<string>;
  declare private error: string;
  private timer = 0;
  private asking = new AbortController();

  constructor() {
    super();
    this.isBusy = false;
    this.understood = [];
    this.ignored = [];
    this.chosen = new Set();
    this.error = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override firstUpdated(): void {
    if (!this.typed) return;
    this.field.value = this.typed;
    void this.read();
  }

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  /** Asks the server what it understands; the last question alone is answered. */
  private async read(text = this.field.value): Promise<boolean> {
    clearTimeout(this.timer);
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    if (!text.trim()) {
      this.understood = this.ignored = [];
      return true;
    }
    const read = await this.context.call('readAddresses', { text }, { signal });
    if (read) Object.assign(this, { understood: read.addresses, ignored: read.ignored });
    return !!read;
  }

  private readonly onInput = (): void => {
    this.error = '';
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.read(), PAUSE_MS);
  };

  private readonly onFile = async ({ target }: Event): Promise<void> => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    // The same one can be chosen again.
    input.value = '';
    const text = await file?.text().catch(() => undefined);
    if (text === undefined) {
      this.error = file ? this.context.words.schools.add.unreadable : '';
      return;
    }
    if (!(await this.read(`${text}`))) return;
    // An OPML document is long; what was understood of it stands in the field instead.
    const before = this.field.value.trim();
    this.field.value = [before, ...this.understood].filter(Boolean).join('\n');
    await this.read();
    this.field.focus();
  };

  /** All addresses, each once. */
  private get addresses(): string[] {
    const all = [...this.understood, ...this.chosen];
    return [...new Map(all.map((url) => [canonicalUrl(url), url])).values()];
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await this.read())) return;
    const { addresses } = this;
    if (!addresses.length) {
      this.error = this.context.words.schools.add.nothing;
      this.field.focus();
      return;
    }
    this.field.value = '';
    this.understood = this.ignored = [];
    this.chosen = new Set();
    this.look(addresses);
  };

  private choose(homes: readonly string[], isChosen: boolean): void {
    const chosen = new Set(this.chosen);
    for (const home of homes) isChosen ? chosen.add(home) : chosen.delete(home);
    this.chosen = chosen;
    this.error = '';
  }

  protected override render(): TemplateResult {
    const { add } = this.context.words.schools;
    const { addresses } = this;
    const described = `addresses-hint${this.error ? ' addresses-error' : ''}`;
    return html`<form class="beside" @submit=${this.onSubmit}>
      <div class="fields">
        <div class="field">
          <label for="addresses">${add.addresses}</label>
          <p class="hint" id="addresses-hint">${add.hint}</p>
          <textarea id="addresses" rows="5" placeholder=${add.example} spellcheck="false" autocapitalize="off"
            aria-describedby=${described} aria-invalid=${this.error ? 'true' : nothing} @input=${this.onInput}></textarea>
          ${this.error ? html`<p class="trouble" id="addresses-error">${this.error}</p>` : nothing}
        </div>
        <div class="buttons">
          <button class="strong" ?disabled=${this.isBusy}>${add.look(addresses.length)}</button>
          <label class="button">${add.file}<input class="unseen" type="file" accept=".opml,.xml,.txt,.csv,text/*" @change=${this.onFile}></label>
        </div>
        ${this.summary()}
      </div>
      ${this.known()}
    </form>`;
  }

  /** What was understood. It stands below the buttons, so that they do not move when it appears. */
  private summary(): TemplateResult {
    const { add } = this.context.words.schools;
    const configured = new Set(this.context.state.schools.map(({ home }) => canonicalUrl(home)));
    const { addresses, ignored } = this;
    return html`<div class="understood" role="status">
      ${
        addresses.length
          ? html`<p>${add.understood(addresses.length)}</p><ul>${addresses.map((url) => html`<li class="address">${url}${configured.has(canonicalUrl(url)) ? html` <span class="hint">(${add.inConfig})</span>` : nothing}</li>`)}</ul>`
          : nothing
      }
      ${ignored.length ? html`<p class="trouble">${add.ignored} <span class="address">${ignored.join(' · ')}</span></p>` : nothing}
    </div>`;
  }

  private known(): TemplateResult | typeof nothing {
    const { add } = this.context.words.schools;
    const { known } = this.context.state;
    if (!known.length) return nothing;
    const homes = known.map(({ home }) => home);
    const hasAll = homes.every((home) => this.chosen.has(home));
    return html`<fieldset><legend>${add.known}</legend>
      <div class="checks">${known.map(
        ({ home, name }) =>
          html`<label class="check"><input type="checkbox" .checked=${this.chosen.has(home)} @change=${({ target }: Event) => this.choose([home], (target as HTMLInputElement).checked)}>${name}</label>`,
      )}</div>
      <div><button type="button" @click=${() => this.choose(homes, !hasAll)}>${hasAll ? add.none : add.all}</button></div>
    </fieldset>`;
  }
}
