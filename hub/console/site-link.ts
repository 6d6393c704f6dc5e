import { html, type TemplateResult } from 'lit';
import { hostOf, httpUrl } from '../../core/url.ts';

/** A link to a page elsewhere, in a window of its own; text if it is no web address. */
export function siteLink(url: string, text?: string): TemplateResult {
  const safe = httpUrl(url);
  return safe === undefined
    ? html`<span class="address">${text ?? url}</span>`
    : html`<a class="address" href=${safe} target="_blank" rel="noopener noreferrer">${text ?? hostOf(safe)}</a>`;
}
