import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { canonicalUrl, hostOf } from '../../core/url.ts';
import { pageAddresses } from '../schools/addresses.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { findSchool, providedSchools } from '../schools/find-school.ts';
import { uniqueSchoolId } from '../store/changes.ts';
import type { ListedSchool, PostKind, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { withFeeds } from './add-subscriptions.ts';
import { requestHosts } from './permission.ts';
import {
  findSources,
  firstReadable,
  type ProbeRefusal,
  type SampledSource,
  type SiteSources,
} from './probe-site.ts';
import { refusalMessage } from './refusal-message.ts';
import { samplePosts } from './sample-posts.ts';

/** The current step, with its data. */
type FindStep =
  | { at: 'start'; wrong?: string }
  /** The hub or the policy has the school of this address: its posts come already. */
  | { at: 'provided'; address: string; name: string }
  | { at: 'busy' }
  | { at: 'found'; home: string; found: SiteSources; kinds: (PostKind | '')[] }
  | { at: 'refused'; refusal: ProbeRefusal };

/**
 * Finds the sources of a site, previews them and subscribes to those chosen: for a listed school without sources, or
 * for any site whose address the user types.
 */
export class FindSources extends LitElement {
  static override properties = {
    words: { attribute: false },
    store: { attribute: false },
    school: { attribute: false },
    address: {},
    step: { state: true },
  };

  declare words: Words;
  declare store: Store;
  /** The school whose sources to find; if missing, the user types an address. */
  declare school: Omit<ListedSchool, 'news' | 'documents'> | undefined;
  /** Initial value of the field. */
  declare address: string;
  declare subscribe: (school: ListedSchool) => Promise<boolean>;
  declare private step: FindStep;

  constructor() {
    super();
    this.address = '';
    this.step = { at: 'start' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The popup passes another address while the sources of the last one are shown.
    if (changed.has('address') && this.address) this.step = { at: 'start' };
  }

  /** Must run in the click, because it requests a host permission: only for the host of the address. */
  async #find(event: Event): Promise<void> {
    event.preventDefault();
    const { add } = this.words.options;
    const typed = this.querySelector('input')?.value ?? '';
    const homes = this.school ? [this.school.home ?? []].flat() : pageAddresses(typed);
    const [home] = homes;
    if (!home) {
      this.step = { at: 'start', wrong: add.wrong };
      return;
    }
    const known = schoolsOf(this.store).find(
      (school) => school.sources.length && school.home && canonicalUrl(school.home) === canonicalUrl(home),
    );
    if (known) {
      this.step = { at: 'start', wrong: add.known(known.name) };
      return;
    }
    const provided = providedSchools(this.store)(home);
    const isWarned = this.step.at === 'provided' && this.step.address === home;
    if (provided && !isWarned) {
      this.step = { at: 'provided', address: home, name: provided.name };
      return;
    }
    const granted = requestHosts([home]);
    this.step = { at: 'busy' };
    this.step = (await granted) ? await findFirst(homes) : { at: 'refused', refusal: { problem: 'denied' } };
    await this.updateComplete;
    this.querySelector<HTMLElement>('.result')?.focus();
  }

  async #subscribe(event: Event): Promise<void> {
    event.preventDefault();
    if (this.step.at !== 'found') return;
    const { home, found, kinds } = this.step;
    const chosen = (kind: PostKind) =>
      found.sources.flatMap(({ url }, index) => (kinds[index] === kind ? [url] : []));
    const name = this.querySelector<HTMLInputElement>('[name=name]')?.value.slice(0, 200).trim();
    const taken = schoolsOf(this.store).map(({ id }) => id);
    const listed = this.#listedAt(home);
    const { news = [], documents = [] } = this.#ownAt(home) ?? {};
    const known: ListedSchool = {
      id: listed?.id ?? uniqueSchoolId(this.store, home, taken),
      name: (listed?.name ?? name) || hostOf(home),
      home: listed?.home ?? home,
      news,
      documents,
    };
    const school = withFeeds(known, { news: chosen('news'), documents: chosen('documents') });
    if (await this.subscribe(school)) this.#reset();
  }

  /** The school that the user has added with the homepage or folder of this page. */
  #ownAt(page: string): ListedSchool | undefined {
    const path = (url: string) => `${canonicalUrl(url)}/`;
    return this.store.own.find(({ home }) => home && path(page).startsWith(path(home)));
  }

  /** The school that gets the sources found: the user's of this site, or a listed one that has none yet. */
  #listedAt(page: string): FindSources['school'] {
    const known = findSchool(this.store, page);
    return this.school ?? this.#ownAt(page) ?? (known?.sources.length ? undefined : known);
  }

  #reset(): void {
    this.step = { at: 'start' };
    const field = this.querySelector('input');
    if (field) field.value = '';
  }

  readonly #cancel = async (): Promise<void> => {
    this.#reset();
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, button')?.focus();
  };

  #choose(index: number, kind: PostKind | ''): void {
    if (this.step.at !== 'found') return;
    this.step = { ...this.step, kinds: this.step.kinds.map((old, at) => (at === index ? kind : old)) };
  }

  protected override render(): TemplateResult {
    const { add } = this.words.options;
    const { step } = this;
    const busy = step.at === 'busy';
    const wrong =
      step.at === 'provided' ? add.provided(step.name) : step.at === 'start' ? step.wrong : undefined;
    const label = this.school ? this.words.options.schools.find : add.find;
    return html`<form class="find" @submit=${this.#find}>
        ${
          this.school
            ? nothing
            : html`<label>${add.address}
                <input type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${add.example} .value=${this.address} aria-invalid=${!!wrong} aria-describedby="add-wrong"></label>`
        }
        <button class=${this.school ? '' : 'strong'} ?disabled=${busy}>${busy ? add.finding : step.at === 'provided' ? add.findAnyway : label}<span class="unseen">${this.school ? `: ${this.school.name}` : ''}</span></button>
      </form>
      <p class="trouble" id=${this.school ? nothing : 'add-wrong'} role="alert">${wrong}</p>
      ${step.at === 'refused' ? this.#refused(step.refusal) : nothing}
      ${step.at === 'found' ? this.#found(step) : nothing}`;
  }

  #refused(refusal: ProbeRefusal): TemplateResult {
    const { add } = this.words.options;
    return html`<div class="result" tabindex="-1"><p class="trouble">${add.nothing} ${refusalMessage(refusal, this.words)}</p><p class="hint">${add.nothingHow}</p></div>`;
  }

  #found({
    home,
    found,
    kinds,
  }: {
    home: string;
    found: SiteSources;
    kinds: (PostKind | '')[];
  }): TemplateResult {
    const { words } = this;
    const { add } = words.options;
    const { sources, cms } = found;
    const listed = this.#listedAt(home);
    if (!sources.length)
      return html`<div class="result" tabindex="-1"><p class="trouble">${add.nothing}</p><p class="hint">${add.nothingHow}</p></div>`;
    return html`<form class="result" tabindex="-1" @submit=${this.#subscribe}>
      <p>${add.found(sources.length)}${cms ? html` <span class="mark">${cms}</span>` : nothing}</p>
      <ul class="found">${sources.map((source, index) => this.#source(source, kinds[index]!, index))}</ul>
      ${this.#ownAt(home) ? html`<p class="hint">${add.extends(listed!.name)}</p>` : nothing}
      ${listed ? html`<h3>${listed.name}</h3>` : html`<label>${add.name}<input name="name" type="text" maxlength="200" .value=${found.title || sources[0]!.title || hostOf(home)}></label>`}
      <p class="buttons"><button class="strong" ?disabled=${!kinds.some(Boolean)}>${add.subscribe}</button><button type="button" @click=${this.#cancel}>${add.cancel}</button></p>
    </form>`;
  }

  #source(
    { url, title, posts, sample, declared }: SampledSource,
    kind: PostKind | '',
    index: number,
  ): TemplateResult {
    const { words } = this;
    const { add, source: text } = words.options;
    const option = (value: PostKind | '', name: string) =>
      html`<option value=${value} ?selected=${value === kind}>${name}</option>`;
    return html`<li>
      <p class="head"><select aria-label="${add.use}: ${title || url}" @change=${(event: Event) => this.#choose(index, (event.target as HTMLSelectElement).value as PostKind | '')}>
        ${option('news', text.news)}${option('documents', text.documents)}${option('', add.skip)}
      </select> <strong>${title || url}</strong></p>
      <p class="address">${url}</p>
      <p class="facts"><span>${text.posts(posts)}</span>${declared ? html`<span>${add.declared}</span>` : nothing}</p>
      ${samplePosts(sample, words, Date.now())}
    </li>`;
  }
}

async function findFirst(addresses: readonly string[]): Promise<FindStep> {
  const result = await firstReadable(addresses, findSources);
  if ('refusal' in result) return { at: 'refused', refusal: result.refusal };
  const { address: home, found } = result;
  return { at: 'found', home, found, kinds: preferredKinds(found.sources) };
}

/** Preselects the best source of each kind: the others mostly repeat its posts in another format. */
function preferredKinds(sources: readonly SampledSource[]): (PostKind | '')[] {
  const taken = new Set<string>();
  return sources.map(({ kind }) => {
    if (taken.has(kind)) return '';
    taken.add(kind);
    return kind;
  });
}
