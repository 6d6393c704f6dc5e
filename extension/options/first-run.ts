import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';

/**
 * The welcome for a new user: two ways to begin, and where to find the toolbar button.
 *
 * @param isPinned whether the button is in the toolbar already
 */
export function firstRun(
  words: Words,
  isPinned: boolean,
  goToSection: (section: string) => void,
  dismiss: () => void,
): TemplateResult {
  const { first } = words.options;
  const way = (heading: string, how: string, button: string, section: string) =>
    html`<div><h3>${heading}</h3><p>${how}</p><p><button class="strong" @click=${() => goToSection(section)}>${button}</button></p></div>`;
  return html`<section class="first" id="first" aria-labelledby="first-heading">
    <h2 id="first-heading">${first.heading}</h2>
    <p class="lead">${first.lead}</p>
    <div class="ways">
      ${way(first.hub, first.hubHow, first.toHub, 'hub')}
      ${way(first.sites, first.sitesHow, first.toSites, 'schools')}
    </div>
    ${isPinned ? nothing : html`<p class="hint">${first.pin}</p>`}
    <p><button @click=${dismiss}>${first.later}</button></p>
  </section>`;
}
