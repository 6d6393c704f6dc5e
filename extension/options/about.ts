import { html, nothing, type TemplateResult } from 'lit';
import { links } from '../pages/links.ts';
import type { Words } from '../words/words.ts';

/** What the extension does with data, its version, and where to learn more. */
export function about({ options }: Words, version: string): TemplateResult {
  const link = (url: string | undefined, text: string) =>
    url ? html` · <a href=${url} target="_blank" rel="noreferrer">${text}</a>` : nothing;
  return html`${options.privacy.map((line) => html`<p>${line}</p>`)}
    <p class="hint">${options.version(version)}${link(links.homepage, options.homepage)}${link(links.support, options.support)}</p>`;
}
