import { html, type TemplateResult } from 'lit';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { isChecked } from './is-checked.ts';

/** The switch for sharing read state and subscriptions with the user's other computers, and what that stores. */
export function syncSettings(
  { settings }: Store,
  { options: { sync: text } }: Words,
  setSync: (on: boolean) => void,
): TemplateResult {
  return html`<label class="check"><input type="checkbox" role="switch" .checked=${settings.sync ?? false} @change=${(event: Event) => setSync(isChecked(event))}> ${text.on}</label>
    ${text.how.map((line) => html`<p class="hint">${line}</p>`)}`;
}
