import { html, type TemplateResult } from 'lit';
import { StepElement } from '../step-element.ts';

/** Step 1: the cluster's name, where it publishes. */
export class ClusterStep extends StepElement {
  protected override render(): TemplateResult {
    return html`<p>${this.state.settings.name}</p>`;
  }
}
