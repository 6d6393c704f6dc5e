import { html, nothing, type TemplateResult } from 'lit';

/**
 * The button that begins a long work. It stays while the work runs, so that the focus does too; and a double click does
 * not stop what it has begun.
 *
 * @param label says that it runs, while it does
 */
export function beginButton(
  label: string,
  { isRunning, isMain, begin }: { isRunning: boolean; isMain: boolean; begin: () => void },
): TemplateResult {
  return html`<button class=${isMain ? 'begin strong' : 'begin'} aria-disabled=${isRunning ? 'true' : nothing}
    @click=${() => isRunning || begin()}>${label}</button>`;
}
