import { html, type TemplateResult } from 'lit';
import { StepElement } from '../step-element.ts';

/** Step 2: looks at the schools' sites, and takes what was found into the configuration. */
export class SchoolsStep extends StepElement {
  protected override render(): TemplateResult {
    return html`<p>${this.state.schools.length}</p>`;
  }
}
