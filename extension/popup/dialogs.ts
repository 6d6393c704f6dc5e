import { html, nothing, type TemplateResult } from 'lit';
import { setSettings } from '../store/changes.ts';
import type { Post, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { deedHistory } from './deed-history.ts';
import { icons } from './icons.ts';
import { SHORTCUTS } from './keys.ts';
import type { PopupController } from './popup-controller.ts';

export type DialogName = 'help' | 'history' | 'manyTabs';

/** The keyboard shortcuts, and a way to switch off the single-letter ones. */
function shortcuts({ keys }: Words, { settings }: Store, controller: PopupController): TemplateResult {
  const setLetters = (event: Event) => {
    const letters = (event.target as HTMLInputElement).checked;
    void controller.change((store) => setSettings(store, { letters }));
  };
  return html`<dl>${SHORTCUTS.map(
    ([command, keyNames]) =>
      html`<div><dt>${keyNames.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${keys[command]}</dd></div>`,
  )}</dl>
    <label class="check"><input type="checkbox" .checked=${settings.letters ?? true} @change=${setLetters}> ${keys.single}</label>`;
}

/** Asks before many tabs are opened. The buttons close the dialog, as all in it do that are not of another type. */
const manyTabs = ({ popup }: Words, { length }: readonly Post[], onOpen: () => void): TemplateResult =>
  html`<p>${popup.manyTabs(length)}</p>
    <p class="buttons"><button class="strong" @click=${onOpen}>${popup.openTabs(length)}</button><button>${popup.cancel}</button></p>`;

/**
 * A modal dialog, closed by its cross, Escape and clicks beside it.
 *
 * @param toOpen the posts that would be opened together
 */
export function dialog(
  name: DialogName | undefined,
  store: Store,
  words: Words,
  now: number,
  toOpen: readonly Post[],
  controller: PopupController,
  onClose: () => void,
): unknown {
  const { popup, keys } = words;
  const [heading, content] = {
    help: () => [keys.heading, shortcuts(words, store, controller)],
    history: () => [
      popup.history,
      deedHistory(store.deeds ?? [], words, now, ({ id }) => void controller.undoDeed(id)),
    ],
    manyTabs: () => [
      popup.openUnread(toOpen.length),
      manyTabs(words, toOpen, () => void controller.openAll(toOpen)),
    ],
    '': () => [],
  }[name ?? '']();
  if (!content) return nothing;
  const closeOnBackdrop = (event: Event) =>
    event.target === event.currentTarget && (event.currentTarget as HTMLDialogElement).close();
  return html`<dialog aria-labelledby="dialog-heading" @close=${onClose} @click=${closeOnBackdrop}>
    <form method="dialog">
      <header><h2 id="dialog-heading">${heading}</h2><button class="icon" aria-label=${popup.close} title=${popup.close}>${icons.close}</button></header>
      ${content}
    </form>
  </dialog>`;
}
