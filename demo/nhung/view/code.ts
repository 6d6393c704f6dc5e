import { html, type TemplateResult } from 'lit';
import { PAGE } from '../words/page.ts';
import type { Actions, Say } from './model.ts';

/** Code with a button that copies it. */
export function renderCode(code: string, label: string, actions: Actions, say: Say): TemplateResult {
  const copy = ({ currentTarget }: Event) =>
    actions.copy(code, (currentTarget as Element).parentElement!.querySelector('pre')!);
  return html`<div class="piece"><pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${label} translate="no">${code}</pre>
    <button type="button" class="copy" aria-label="${say(PAGE.copy)}: ${label}" @click=${copy}>${say(PAGE.copy)}</button></div>`;
}
