import { html, nothing, type TemplateResult } from 'lit';
import type { SourceAnswer } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { timeAgo } from '../times.ts';

/** `12 KB`, or bytes below one. */
function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`;
}

function answerItem(answer: SourceAnswer, context: ConsoleContext): TemplateResult {
  const { time, outcome, isError, type, bytes, excerpt } = answer;
  const { sources: text, times } = context.words;
  const facts = [type, bytes !== undefined && sizeOf(bytes)].filter(Boolean).join(', ');
  return html`<li>
    <p><time datetime=${time}>${timeAgo(time, Date.now(), times)}</time> <span lang="vi" class=${isError ? 'trouble' : ''}>${outcome}</span>${facts ? html` <span class="hint">${facts}</span>` : nothing}</p>
    ${excerpt ? html`<pre tabindex="0" role="group" aria-label=${text.instead} lang=""><code>${excerpt}</code></pre>` : nothing}
  </li>`;
}

/** A source's last answers, newest first: what came, and the beginning of it where it was no list. Folded up. */
export function sourceAnswers(answers: readonly SourceAnswer[], context: ConsoleContext): TemplateResult {
  const { sources: text } = context.words;
  if (!answers.length) return html``;
  return html`<details class="answers"><summary>${text.answers(answers.length)}</summary>
    <ol>${answers.map((answer) => answerItem(answer, context))}</ol></details>`;
}
