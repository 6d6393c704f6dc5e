import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import { icons } from './icons.ts';
import { SHORTCUTS } from './keys.ts';

/**
 * The dialog that lists the keyboard shortcuts and can switch off the single-letter ones.
 *
 * @param letters whether those are on
 */
export function helpDialog(
  words: Words,
  letters: boolean,
  onLettersChange: (letters: boolean) => void,
  onClose: () => void,
): TemplateResult {
  const { keys, popup } = words;
  const closeOnBackdrop = (event: Event) =>
    event.target === event.currentTarget && (event.currentTarget as HTMLDialogElement).close();
  return html`<dialog class="help" aria-labelledby="help-heading" @close=${onClose} @click=${closeOnBackdrop}>
    <form method="dialog">
      <header><h2 id="help-heading">${keys.heading}</h2><button class="icon" aria-label=${popup.close} title=${popup.close}>${icons.close}</button></header>
      <dl>${SHORTCUTS.map(
        ([command, keyNames]) =>
          html`<div><dt>${keyNames.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${keys[command]}</dd></div>`,
      )}</dl>
      <label class="check"><input type="checkbox" .checked=${letters} @change=${(event: Event) => onLettersChange((event.target as HTMLInputElement).checked)}> ${keys.single}</label>
    </form>
  </dialog>`;
}
