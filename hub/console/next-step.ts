import { html, type TemplateResult } from 'lit';
import type { Step } from './steps.ts';
import type { ConsoleWords } from './words/words.ts';

/** The way to the next step. @param isMain nothing else is to be done first */
export function nextStep(step: Step, { shell }: ConsoleWords, isMain = true): TemplateResult {
  return html`<a class="button ${isMain ? 'strong' : ''}" href="#${step}">${shell.next(shell.headings[step])}</a>`;
}
