import { html, nothing, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { FeedPath } from '../../setup/api.ts';
import { copyable } from '../copyable.ts';
import { publishedWidget } from '../published-widget.ts';
import { StepElement } from '../step-element.ts';
import { isPublic } from './is-public.ts';

const KINDS: readonly ListKind[] = ['news', 'documents', 'gallery'];

/** Step 7: leads to the builder with this hub's schools, and shows what a school's page would. */
export class EmbedStep extends StepElement {
  #feeds: Partial<Record<ListKind, FeedPath>> = {};

  override opened(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    if (!this.state.published) return;
    this.#feeds = (await this.context.call('publishedFeeds', {})) ?? this.#feeds;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { embed: text } = this.words;
    const { published } = this.state;
    if (!published)
      return html`<p class="lead">${text.lead}</p><p>${text.notYet}</p><div class="buttons"><a class="button strong" href="#run">${text.toRun}</a></div>`;
    return html`<p class="lead">${text.lead}</p>
      <p>${text.builderAbout}</p>
      <div class="buttons"><a class="button strong" href=${published.builder} target="_blank" rel="noopener" @click=${() => this.context.markDone('embed')}>${text.builder} <span class="unseen">${text.newWindow}</span></a></div>
      ${this.#preview()}
      ${this.#needs()}
      ${this.#gets()}`;
  }

  #preview(): TemplateResult {
    const { embed: text } = this.words;
    const { lang } = this.context;
    return html`<h2>${text.preview}</h2><div class="three">${KINDS.map((kind) => {
      const feed = this.#feeds[kind];
      if (!feed) return nothing;
      return html`<section aria-label=${text.blocks[kind]}><h3>${text.blocks[kind]}</h3>${publishedWidget(kind, feed, lang)}</section>`;
    })}</div>`;
  }

  #needs(): TemplateResult {
    const { embed: text } = this.words;
    const { hub } = this.state.settings;
    return html`<h2>${text.needed}</h2>
      ${
        hub
          ? html`<p>${text.hub} <span class="address"><strong>${hub}</strong></span></p>${isPublic(hub) ? nothing : html`<p class="trouble">${text.localHub}</p>`}`
          : html`<p class="trouble">${text.noHub}</p><p><a href="#cluster">${text.toCluster}</a></p>`
      }
      <ul class="notes">${text.needs.map((need) => html`<li>${need}</li>`)}</ul>`;
  }

  #gets(): TemplateResult | typeof nothing {
    const { embed: text } = this.words;
    const { hub } = this.state.settings;
    if (!hub) return nothing;
    const folder = hub.replace(/\/*$/, '/');
    const snippet = `<script async src="${folder}tct.js"></script>\n<tct-latest-news lang="vi"></tct-latest-news>`;
    return html`<h2>${text.gets}</h2><p>${text.getsAbout}</p>
      ${copyable(text.snippet, snippet, this.context)}
      <p>${text.getsMore}</p>`;
  }
}
