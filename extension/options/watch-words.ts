import { html, nothing, type TemplateResult } from 'lit';
import { oneLine } from '../../core/text/normalize.ts';
import { phrase } from '../../core/text/phrases.ts';
import { areWatchedAnnounced } from '../store/announced.ts';
import { MAX_WATCH_WORD_CHARS, MAX_WATCH_WORDS, type Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { isChecked } from './is-checked.ts';

export interface WatchActions {
  setWords: (words: string[]) => void;
  /** Must be called in the click, as it may request the permission to notify. */
  setNotify: (on: boolean) => void;
}

/**
 * The words with those that were typed, one or several separated by commas, semicolons or lines; each once, however it
 * is typed. Too long ones, and those beyond the limit, are left out.
 */
export function addWatchWords(words: readonly string[], typed: string): string[] {
  const all = new Map(words.map((word) => [phrase(word)?.words, word]));
  for (const part of typed.split(/[,;\n]/)) {
    const word = oneLine(part);
    const key = phrase(word)?.words;
    if (key && word.length <= MAX_WATCH_WORD_CHARS && all.size < MAX_WATCH_WORDS && !all.has(key))
      all.set(key, word);
  }
  return [...all.values()];
}

/**
 * The words that the user watches for: added in a field, removed by a button each. Those of the policy stay.
 *
 * @param mayNotify whether the browser allows notifications; a policy or a restore can turn them on without that
 */
export function watchWords(
  store: Store,
  words: Words,
  mayNotify: boolean,
  actions: WatchActions,
): TemplateResult {
  const { watch: text, managed } = words.options;
  const { watch = [] } = store.settings;
  const preset = store.managed?.watch ?? [];
  const fixedNotify = store.managed?.watchNotify;
  const isNotifying = areWatchedAnnounced(store);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input')!;
    actions.setWords(addWatchWords(watch, field.value));
    field.value = '';
  };
  const remove = (word: string) => actions.setWords(watch.filter((other) => other !== word));
  return html`<p class="hint">${text.lead}</p>
    ${
      preset.length || watch.length
        ? html`<ul class="chips" aria-label=${words.options.sections.watch}>
            ${preset.map((word) => html`<li class="chip">${word} <span class="mark">${managed}</span></li>`)}
            ${watch.map((word) => html`<li class="chip">${word}<button aria-label="${text.remove}: ${word}" title=${text.remove} @click=${() => remove(word)}>×</button></li>`)}
          </ul>`
        : nothing
    }
    <form class="find" @submit=${onSubmit}>
      <label>${text.word}<input type="text" autocomplete="off" maxlength="2000" placeholder=${text.example} ?disabled=${watch.length >= MAX_WATCH_WORDS}></label>
      <button ?disabled=${watch.length >= MAX_WATCH_WORDS}>${text.add}</button>
    </form>
    ${watch.length >= MAX_WATCH_WORDS ? html`<p class="hint">${text.full(MAX_WATCH_WORDS)}</p>` : nothing}
    <label class="check"><input type="checkbox" role="switch" .checked=${isNotifying} ?disabled=${fixedNotify !== undefined} @click=${(event: Event) => actions.setNotify(isChecked(event))}> <span>${text.notify}${fixedNotify === undefined ? nothing : html` <span class="mark">${managed}</span>`}</span></label>
    <p class="hint">${text.notifyHow}</p>
    ${isNotifying && !mayNotify ? html`<p class="trouble">${words.options.notifications.refused} <button class="strong" @click=${() => actions.setNotify(true)}>${words.notices.grant}</button></p>` : nothing}`;
}
