import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';

/** The welcome for a new user: two ways to begin, and where to find the toolbar button. */
export function firstRun(words: Words, goToSection: (section: string) => void): TemplateResult {
  const { first } = words.options;
  return html`<section class="first" id="first" aria-labelledby="first-heading">
    <h2 id="first-heading">${first.heading}</h2>
    <p class="lead">${first.lead}</p>
    <div class="ways">
      <div><h3>${first.hub}</h3><p>${first.hubHow}</p><p><button class="strong" @click=${() => goToSection('hub')}>${first.toHub}</button></p></div>
      <div><h3>${first.sites}</h3><p>${first.sitesHow}</p><p><button class="strong" @click=${() => goToSection('schools')}>${first.toSites}</button></p></div>
    </div>
    <p class="hint">${first.pin}</p>
  </section>`;
}
