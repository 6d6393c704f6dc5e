import { html, type TemplateResult } from 'lit';
import type { ConsoleContext } from './context.ts';

/** A text to copy, with a button. What the browser does not let it copy is selected for Ctrl+C. */
export function copyable(name: string, text: string, context: ConsoleContext): TemplateResult {
  const { copy: words } = context.words;
  const copy = async (event: Event): Promise<void> => {
    const block = (event.currentTarget as HTMLElement).closest('.copyable')!.querySelector('code')!;
    try {
      await navigator.clipboard.writeText(text);
      context.notify(words.copied);
    } catch {
      getSelection()!.selectAllChildren(block);
      context.notify(words.pressKeys);
    }
  };
  return html`<div class="copyable">
    <p class="copy-head"><span class="address">${name}</span> <button aria-label="${words.copy}: ${name}" @click=${copy}>${words.copy}</button></p>
    <pre tabindex="0" role="group" aria-label=${name}><code>${text}</code></pre>
  </div>`;
}
