import { html, nothing, type TemplateResult } from 'lit';
import type { StoreController } from './store-controller.ts';

/** The message about what the user just did, with a button that undoes it; `key` is its shortcut. */
export function toast(controller: StoreController, key?: string): TemplateResult {
  const { status, words } = controller;
  const label = key ? `${words.popup.undo} (${key})` : words.popup.undo;
  return html`<div class=${status ? 'status' : 'status unseen'}><p role="status">${status?.text}</p>${status?.undo ? html`<button @click=${() => controller.undo()}>${label}</button>` : nothing}</div>`;
}
