import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import { icons } from './icons.ts';
import { SHOWN } from './keys.ts';

/** The overlay that lists the keys, and switches off those of one letter. */
export function helpTemplate(
  words: Words,
  letters: boolean,
  choose: (letters: boolean) => void,
  close: () => void,
): TemplateResult {
  const { keys, popup } = words;
  return html`<dialog class="help" aria-labelledby="help-heading" @close=${close} @click=${(event: Event) =>
    event.target === event.currentTarget && (event.currentTarget as HTMLDialogElement).close()}>
    <form method="dialog">
      <header><h2 id="help-heading">${keys.heading}</h2><button class="icon" aria-label=${popup.close} title=${popup.close}>${icons.close}</button></header>
      <dl>${SHOWN.map(
        ([command, signs]) =>
          html`<div><dt>${signs.map((sign) => html`<kbd>${sign}</kbd> `)}</dt><dd>${keys[command]}</dd></div>`,
      )}</dl>
      <label class="check"><input type="checkbox" .checked=${letters} @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}> ${keys.single}</label>
    </form>
  </dialog>`;
}
