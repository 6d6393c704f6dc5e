import { html, type TemplateResult } from 'lit';

/** A button that asks for a file. */
export const fileButton = (label: string, accept: string, onChange: (event: Event) => void): TemplateResult =>
  html`<label class="button">${label}<input class="unseen" type="file" accept=${accept} @change=${onChange}></label>`;

/** The file that was chosen, if any. The same one can be chosen again. */
export function takeFile(event: Event): File | undefined {
  const field = event.target as HTMLInputElement;
  const file = field.files?.[0];
  field.value = '';
  return file;
}
