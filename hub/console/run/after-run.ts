import { html, nothing, type TemplateResult } from 'lit';
import type { RunOutcome } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';

/** What a run leaves to do: sources that failed, remarks; and where its result can be seen. */
export function afterRun(
  { failing, warnings }: RunOutcome,
  { words, state }: ConsoleContext,
): TemplateResult {
  const { run: text } = words;
  const { published } = state;
  return html`${
    failing.length
      ? html`<div class="left"><p class="trouble"><strong>${text.failing}</strong></p>
          <ul class="notes" lang="vi">${failing.map((source) => html`<li>${source}</li>`)}</ul>
          <p><a href="#sources">${text.toSources}</a></p></div>`
      : nothing
  }
  ${warnings.length ? html`<div class="left"><p><strong>${text.remarks}</strong></p><ul class="notes" lang="vi">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul></div>` : nothing}
  ${published ? html`<p><a href="${published.origin}/" target="_blank" rel="noopener">${text.openPage}</a></p>` : nothing}`;
}
