import { html, nothing, type TemplateResult } from 'lit';
import type { Picks } from '../../setup/api.ts';
import { listPicks, type Pick } from './picks.ts';
import type { PointWords } from './point-words.ts';

export interface PickListActions {
  remove: (pick: Pick) => void;
  show: (node: number) => void;
  undo: () => void;
  startOver: () => void;
}

/** All that was pointed at, each to be taken back, and the way back. */
export function pickList(
  picks: Picks,
  textOf: (node: number) => string,
  words: PointWords,
  canUndo: boolean,
  actions: PickListActions,
): TemplateResult | typeof nothing {
  const listed = listPicks(picks);
  if (!listed.length && !canUndo) return nothing;
  const chip = (pick: Pick) => {
    const name = pick.as === 'column' ? words.column[pick.column] : words.pick[pick.as];
    const text = textOf(pick.node);
    const label = text ? `${name}: ${text}` : name;
    return html`<li class="pick is-${pick.as}"><button class="name" title=${words.table.show} @click=${() => actions.show(pick.node)}><b>${name}</b> <span>${text}</span></button><button class="remove" aria-label=${words.remove(label)} @click=${() => actions.remove(pick)}>×</button></li>`;
  };
  return html`<section class="picks" aria-label=${words.picks}>
    ${listed.length ? html`<ul>${listed.map(chip)}</ul>` : nothing}
    <div class="buttons"><button aria-keyshortcuts="Control+Z" aria-disabled=${canUndo ? nothing : 'true'} @click=${actions.undo}>↶ ${words.undo}</button><button aria-disabled=${listed.length ? nothing : 'true'} @click=${actions.startOver}>${words.startOver}</button></div>
  </section>`;
}
