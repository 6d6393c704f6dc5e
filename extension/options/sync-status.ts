import { html, nothing, type TemplateResult } from 'lit';
import { isSyncOn } from '../store/is-sync-on.ts';
import type { Store } from '../store/schema.ts';
import { timeAgo } from '../words/times.ts';
import type { Words } from '../words/words.ts';

/** When this computer last agreed with the others, or why not; while sync is off, what it needs or how to delete what is stored. */
export function syncStatus(
  store: Store,
  words: Words,
  now: number,
  removeSynced: () => void,
): TemplateResult {
  const { syncStatus: text } = words.options;
  const { sync } = store;
  if (!isSyncOn(store))
    return sync
      ? html`<p class="hint">${text.off}</p><p><button @click=${removeSynced}>${text.remove}</button></p>`
      : html`<p class="hint">${text.needs}</p>`;
  const { agreed, received, problem } = sync ?? {};
  return html`<p class="hint">${agreed === undefined ? text.waiting : text.agreed(timeAgo(words, agreed, now))} ${received === undefined ? text.nothingReceived : text.received(timeAgo(words, received, now))}</p>
    ${problem ? html`<p class="trouble">${text.problems[problem]}</p>` : nothing}`;
}
