import { html, nothing, type TemplateResult } from 'lit';
import type { FoundSite } from '../../setup/api.ts';
import { siteLink } from '../site-link.ts';
import type { ConsoleWords } from '../words/words.ts';

/** The sites that could not be read, why not, and what can be done. */
export function refusedSites(
  sites: readonly FoundSite[],
  words: ConsoleWords['schools'],
  again: (address: string) => void,
  dismiss: (address: string) => void,
): TemplateResult | typeof nothing {
  if (!sites.length) return nothing;
  const { refused } = words;
  return html`<section class="refused" aria-labelledby="refused-heading">
    <h2 id="refused-heading">${refused.heading(sites.length)}</h2>
    <ul class="rows">${sites.map(
      ({ address, refusal, notes }) => html`<li>
      <div><p>${siteLink(address, address)}</p><p class="trouble" lang="vi">${refusal}</p>${notes.map((note) => html`<p class="hint" lang="vi">${note}</p>`)}</div>
      <div class="buttons"><button @click=${() => again(address)}>${refused.again}<span class="unseen">: ${address}</span></button>
      <button class="quiet" @click=${() => dismiss(address)}>${refused.dismiss}<span class="unseen">: ${address}</span></button></div></li>`,
    )}</ul>
    <p class="hint">${refused.how}</p>
  </section>`;
}
