import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleController } from './console-controller.ts';

/**
 * What was done or went wrong last, at the foot of the page, and above it that the server does not answer. Always present:
 * screen readers announce changes in a live region, but not a region that has just appeared.
 */
export function noticeBar(controller: ConsoleController): TemplateResult {
  const { isGone, notice, words } = controller;
  const { shell } = words;
  const undo = (): void => {
    controller.closeNotice();
    notice?.undo?.();
  };
  return html`<div class="notices" role="region" aria-label=${shell.notices}>
    <p class="gone" role="alert">${isGone ? shell.gone : nothing}</p>
    <div class="notice ${notice?.isError ? 'bad' : ''}" ?hidden=${!notice}>
      <p lang=${notice?.lang ?? nothing}>${notice?.text}</p>
      <div class="buttons">
        ${notice?.undo ? html`<button @click=${undo}>${shell.undo}</button>` : nothing}
        <button @click=${() => controller.closeNotice()}>${shell.close}</button>
      </div>
    </div>
    <p class="unseen" role="status" lang=${notice?.lang ?? nothing}>${notice?.text}</p>
  </div>`;
}
