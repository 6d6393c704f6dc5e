import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { rejectedByHub } from '../pages/rejected.ts';
import { pageAddresses } from '../schools/addresses.ts';
import { hubUrl } from '../schools/configuration.ts';
import type { Hub, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { firstReadable, type HubPreview, type ProbeRefusal, previewHub } from './probe-site.ts';
import { refusalMessage } from './refusal-message.ts';
import { samplePosts } from './sample-posts.ts';

/** The current step, with its data. */
type HubChoiceStep =
  | { at: 'start'; wrong?: string }
  | { at: 'busy' }
  | { at: 'found'; preview: HubPreview }
  | { at: 'refused'; refusal: ProbeRefusal };

/** Chooses a hub by its address, after a preview. Hubs allow cross-origin requests, so no permission is needed. */
export class HubChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    store: { attribute: false },
    step: { state: true },
  };

  declare words: Words;
  declare store: Store;
  declare use: (hub: Hub | undefined) => Promise<boolean>;
  declare private step: HubChoiceStep;

  constructor() {
    super();
    this.step = { at: 'start' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #preview(event: Event): Promise<void> {
    event.preventDefault();
    const addresses = pageAddresses(this.querySelector('input')!.value);
    if (!addresses.length) {
      this.step = { at: 'start', wrong: this.words.options.hub.wrong };
      return;
    }
    this.step = { at: 'busy' };
    const result = await firstReadable(addresses, previewHub);
    this.step =
      'refusal' in result
        ? { at: 'refused', refusal: result.refusal }
        : { at: 'found', preview: result.found };
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  async #use(hub: Hub | undefined): Promise<void> {
    if (await this.use(hub)) await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    this.step = { at: 'start' };
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { hub: text, managed } = this.words.options;
    const { step, store } = this;
    const address = hubUrl(store);
    const fixed = !!store.managed?.hub;
    const busy = step.at === 'busy';
    const wrong = step.at === 'start' ? step.wrong : undefined;
    return html`
      ${address ? html`<p class="now"><strong>${text.now((fixed ? store.policyHub : store.hub)?.name || address)}</strong>${fixed ? html` <span class="mark">${managed}</span>` : nothing}</p><p class="address">${address}</p>` : nothing}
      ${
        fixed
          ? nothing
          : html`<form class="find" @submit=${this.#preview}>
              <label>${text.address}<input type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${text.example} aria-invalid=${!!wrong} aria-describedby="hub-wrong"></label>
              <button class=${address ? '' : 'strong'} ?disabled=${busy}>${busy ? text.looking : text.look}</button>
            </form>
            <p class="trouble" id="hub-wrong" role="alert">${wrong}</p>
            ${address ? nothing : html`<p class="hint">${text.who}</p>`}`
      }
      ${step.at === 'refused' ? html`<p class="result trouble" tabindex="-1">${refusalMessage(step.refusal, this.words)}</p>` : nothing}
      ${step.at === 'found' ? this.#found(step.preview) : nothing}
      ${rejectedByHub(store, this.words)}
      ${address && !fixed && step.at !== 'found' ? html`<p><button @click=${() => this.#use(undefined)}>${text.leave}</button></p>` : nothing}`;
  }

  #found({ hub, sample }: HubPreview): TemplateResult {
    const { hub: text } = this.words.options;
    return html`<div class="result" tabindex="-1">
      <h3>${hub.name || hub.url}</h3>
      <p>${text.sample(hub.schools.length)}</p>
      <p>${hub.schools.map(({ name }) => name).join(' · ')}</p>
      ${sample.length ? html`<p>${text.posts}</p>${samplePosts(sample, this.words, Date.now())}` : nothing}
      <p class="buttons"><button class="strong" @click=${() => this.#use(hub)}>${text.use}</button><button @click=${this.#startAgain}>${this.words.options.add.cancel}</button></p>
    </div>`;
  }
}
