import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { hubUrl } from '../schools/configuration.ts';
import type { Hub, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { pageAddresses } from './addresses.ts';
import { refusalMessage } from './messages.ts';
import { firstOf, type HubLook, type Refusal, readHub } from './probe-site.ts';
import { samplePosts } from './sample-posts.ts';

type Stage =
  | { at: 'start'; wrong?: string }
  | { at: 'busy' }
  | { at: 'found'; look: HubLook }
  | { at: 'refused'; refusal: Refusal };

/** The hub: its address, what it has, and following it. A hub lets everybody read, so no permission is asked for. */
export class HubChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    store: { attribute: false },
    stage: { state: true },
  };

  declare words: Words;
  declare store: Store;
  declare use: (hub: Hub | undefined) => Promise<boolean>;
  declare private stage: Stage;

  constructor() {
    super();
    this.stage = { at: 'start' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #look(event: Event): Promise<void> {
    event.preventDefault();
    const addresses = pageAddresses(this.querySelector('input')!.value);
    if (!addresses.length) {
      this.stage = { at: 'start', wrong: this.words.options.hub.wrong };
      return;
    }
    this.stage = { at: 'busy' };
    this.stage = await firstOf(addresses, readHub, (look): Stage => ({ at: 'found', look }));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  async #use(hub: Hub | undefined): Promise<void> {
    if (!(await this.use(hub))) return;
    this.stage = { at: 'start' };
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { hub: said, managed } = this.words.options;
    const { stage, store } = this;
    const address = hubUrl(store);
    const fixed = !!store.managed?.hub;
    const busy = stage.at === 'busy';
    const wrong = stage.at === 'start' ? stage.wrong : undefined;
    return html`
      ${address ? html`<p class="now"><strong>${said.now((fixed ? store.policyHub : store.hub)?.name || address)}</strong>${fixed ? html` <span class="mark">${managed}</span>` : nothing}</p><p class="address">${address}</p>` : nothing}
      ${
        fixed
          ? nothing
          : html`<form class="find" @submit=${this.#look}>
              <label>${said.address}<input type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${said.example} aria-invalid=${!!wrong} aria-describedby="hub-wrong"></label>
              <button class=${address ? '' : 'strong'} ?disabled=${busy}>${busy ? said.looking : said.look}</button>
            </form>
            <p class="trouble" id="hub-wrong" role="alert">${wrong}</p>`
      }
      ${stage.at === 'refused' ? html`<p class="result trouble" tabindex="-1">${refusalMessage(stage.refusal, this.words)}</p>` : nothing}
      ${stage.at === 'found' ? this.#found(stage.look) : nothing}
      ${address && !fixed && stage.at === 'start' ? html`<p><button @click=${() => this.#use(undefined)}>${said.leave}</button></p>` : nothing}`;
  }

  #found({ hub, sample }: HubLook): TemplateResult {
    const { hub: said } = this.words.options;
    return html`<div class="result" tabindex="-1">
      <h3>${hub.name}</h3>
      <p>${said.sample(hub.schools.length)}</p>
      <p>${hub.schools.map(({ name }) => name).join(' · ')}</p>
      ${sample.length ? html`<p>${said.posts}</p>${samplePosts(sample, this.words, Date.now())}` : nothing}
      <p class="buttons"><button class="strong" @click=${() => this.#use(hub)}>${said.use}</button><button @click=${() => (this.stage = { at: 'start' })}>${this.words.options.add.cancel}</button></p>
    </div>`;
  }
}
