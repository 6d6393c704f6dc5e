import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleWords } from '../words/words.ts';
import type { Looking, SiteProgress } from './looking.ts';

function row(
  { address, phase, url, requests }: SiteProgress,
  { looking }: ConsoleWords['schools'],
): TemplateResult {
  return html`<li class=${phase}><span class="address">${address}</span>
    <span class="hint">${phase === 'trying' ? html`${looking.trying} <span class="address">${url}</span>` : looking[phase]}${requests ? html` · ${looking.requests(requests)}` : nothing}</span></li>`;
}

/** How far the look at the sites is, and a button that stops it. */
export function lookProgress(
  looking: Looking,
  words: ConsoleWords['schools'],
  stop: () => void,
  goOn: () => void,
): TemplateResult | typeof nothing {
  const { open, done, all, isRunning } = looking;
  if (!open.size) return nothing;
  const text = words.looking;
  return html`<section class="looking" aria-labelledby="looking-heading">
    <h2 id="looking-heading" tabindex="-1">${text.heading}</h2>
    ${
      isRunning
        ? html`<div class="looking-state"><progress value=${done} max=${all} aria-labelledby="looking-heading"></progress>
          <span role="status">${text.progress(done, all)}</span>
          <button @click=${stop}>${text.cancel}</button></div>
          <p class="hint">${text.polite}</p>`
        : html`<div class="looking-state"><span role="status">${text.stopped(open.size)}</span><button @click=${goOn}>${text.goOn}</button></div>`
    }
    <ul class="sites">${[...open.values()].map((site) => row(site, words))}</ul>
  </section>`;
}
