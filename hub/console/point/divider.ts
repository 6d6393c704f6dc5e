import { html, type TemplateResult } from 'lit';

/** Share of the width that the page has, in percent. */
export const DEFAULT_SHARE = 62;
const MIN_SHARE = 30;
const MAX_SHARE = 80;
const STEP = 4;

const bounded = (share: number) => Math.round(Math.min(MAX_SHARE, Math.max(MIN_SHARE, share)));

/** The line between the page and the panel, moved by pointer and keyboard. */
export function divider(share: number, label: string, move: (share: number) => void): TemplateResult {
  const drag = (event: PointerEvent) => {
    const line = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') line.setPointerCapture(event.pointerId);
    else if (!line.hasPointerCapture(event.pointerId)) return;
    const { left, width } = line.parentElement!.getBoundingClientRect();
    move(bounded(((event.clientX - left) / width) * 100));
  };
  const press = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: share - STEP,
      ArrowRight: share + STEP,
      Home: MIN_SHARE,
      End: MAX_SHARE,
      Enter: DEFAULT_SHARE,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(bounded(to));
  };
  return html`<div class="divider" role="separator" tabindex="0" aria-orientation="vertical" aria-label=${label} aria-valuemin=${MIN_SHARE} aria-valuemax=${MAX_SHARE} aria-valuenow=${share} @pointerdown=${drag} @pointermove=${drag} @keydown=${press}></div>`;
}
