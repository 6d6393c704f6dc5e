import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { isChecked } from './is-checked.ts';

/** The switch for sharing read state and subscriptions with the user's other computers, and what that stores. */
export function syncSettings(
  { settings, managed: policy }: Store,
  { options: { sync: text, managed } }: Words,
  setSync: (on: boolean) => void,
): TemplateResult {
  const preset = policy?.sync;
  return html`<label class="check"><input type="checkbox" role="switch" .checked=${preset ?? settings.sync ?? false} ?disabled=${preset !== undefined} @change=${(event: Event) => setSync(isChecked(event))}> <span>${text.on}${preset === undefined ? nothing : html` <span class="mark">${managed}</span>`}</span></label>
    ${text.how.map((line) => html`<p class="hint">${line}</p>`)}`;
}
