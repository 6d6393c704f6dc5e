import { html, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import { type Mode, modesOf } from './mode.ts';
import type { PointWords } from './point-words.ts';

/** What a click on the page points at, and what to do there. */
export function modeBar(
  current: Mode,
  kind: ListKind,
  isAlbum: boolean,
  words: PointWords,
  setMode: (mode: Mode) => void,
): TemplateResult {
  const ofKind = (text: string | Record<ListKind, string>) => (typeof text === 'string' ? text : text[kind]);
  return html`<div class="point-modes" role="group" aria-label=${words.modes}>
      ${modesOf(kind, isAlbum).map(
        (mode) =>
          html`<button class="is-${mode}" aria-pressed=${mode === current ? 'true' : 'false'} @click=${() => setMode(mode)}>${ofKind(words.mode[mode])}</button>`,
      )}
    </div>
    <p class="point-help">${ofKind(words.help[current])} <span class="keys">${words.keys}</span></p>`;
}
