import { html, nothing, type TemplateResult } from 'lit';
import type { Deed } from '../store/schema.ts';
import { timeAgo } from '../words/times.ts';
import type { Words } from '../words/words.ts';

/** What a deed was, in words: what was done, and to what. */
export function deedText({ kind, count, name }: Deed, { deeds }: Words): string {
  const many = kind === 'imported' ? deeds.sites : deeds.posts;
  return [deeds.kinds[kind], name || (count && many(count))].filter(Boolean).join(': ');
}

/** What the user did last, the newest first, each with a button that undoes it if that is possible. */
export function deedHistory(
  deeds: readonly Deed[],
  words: Words,
  now: number,
  undo: (deed: Deed) => void,
): TemplateResult {
  const { popup } = words;
  if (!deeds.length) return html`<p>${popup.noDeeds}</p>`;
  return html`<ol class="deeds" role="list" aria-live="polite">${[...deeds].reverse().map((deed) => {
    const text = deedText(deed, words);
    return html`<li><p>${text}<br><small>${timeAgo(words, deed.at, now)}</small></p>${
      deed.undo || deed.undone
        ? html`<button type="button" aria-label="${deed.undone ? popup.isUndone : popup.undo}: ${text}" aria-disabled=${!!deed.undone} @click=${() => deed.undo && undo(deed)}>${deed.undone ? popup.isUndone : popup.undo}</button>`
        : nothing
    }</li>`;
  })}</ol>`;
}
