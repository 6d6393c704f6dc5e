import { html, type TemplateResult } from 'lit';
import type { ConsoleController } from './console-controller.ts';

/** What is wrong in a configuration that cannot be used, instead of the steps. */
export function brokenFile(controller: ConsoleController): TemplateResult {
  const { state, words } = controller;
  const { broken } = words.shell;
  const readAgain = async (): Promise<void> => {
    const read = await controller.call('state', {});
    if (read) controller.notify(read.problem === undefined ? broken.fine : broken.still);
  };
  return html`<section class="step narrow">
    <h1 tabindex="-1">${broken.heading}</h1>
    <p>${broken.lead}</p>
    <p class="path">${state.config}</p>
    <p>${broken.how}</p>
    <pre class="problem" lang="vi" tabindex="0">${state.problem}</pre>
    <p><button class="strong" @click=${readAgain}>${broken.again}</button></p>
  </section>`;
}
