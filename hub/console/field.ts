import { html, nothing, type TemplateResult } from 'lit';

export interface Field {
  /** Unique in the page. */
  id: string;
  label: string;
  /** Stands behind the label, as “optional”. */
  mark?: string;
  hint?: string | TemplateResult;
  error?: string | undefined;
  value: string;
  placeholder?: string;
  /** Of the input: `url`, `email`; a plain text field if missing. */
  inputMode?: string;
  autocomplete?: string;
  onInput: (value: string) => void;
  /** When the field is left after a change. */
  onChange?: () => void;
}

/** A text field with what it is for, and what is wrong with it. */
export function textField(field: Field): TemplateResult {
  const { id, label, mark, hint, error, value, placeholder, inputMode, autocomplete = 'off' } = field;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}${mark ? html` <span class="hint">(${mark})</span>` : nothing}</label>
    <input id=${id} .value=${value} placeholder=${placeholder ?? nothing} inputmode=${inputMode ?? nothing}
      autocomplete=${autocomplete} spellcheck="false"
      aria-describedby=${described || nothing} aria-invalid=${error ? 'true' : nothing}
      @input=${({ target }: InputEvent) => field.onInput((target as HTMLInputElement).value)}
      @change=${field.onChange ?? nothing}>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="trouble" id="${id}-error">${error}</p>` : nothing}
  </div>`;
}
