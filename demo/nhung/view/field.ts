/** One option as a control, with its hint and what was corrected. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../fields.ts';
import type { Words } from '../words/language.ts';
import { PAGE } from '../words/page.ts';
import type { Say } from './model.ts';

type Control = HTMLInputElement | HTMLSelectElement;
const valueIn = (event: Event) => (event.target as Control).value;
const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;

/** A hint, and what was corrected. */
export const besides = (id: string, say: Say, hint?: Words, note?: Words) =>
  html`${hint ? html`<small id="${id}-hint">${say(hint)}</small>` : nothing}${note ? html`<small class="note" id="${id}-note">${say(note)}</small>` : nothing}`;

export const describedBy = (id: string, hint?: Words, note?: Words) =>
  [hint && `${id}-hint`, note && `${id}-note`].filter(Boolean).join(' ') || nothing;

export interface FieldView {
  value: string | undefined;
  note: Words | undefined;
  /** The values to choose from, with their names, where the hub decides them. */
  options?: readonly (readonly [value: string, label: string])[];
  /** What the empty field shows, where neither the manifest nor the words have it. */
  placeholder?: string;
  set: (typed: string | undefined) => void;
  say: Say;
}

const optionsOf = ({ values, words }: Field, { options, say }: FieldView) =>
  options ??
  values.map((value) => [value, words.values?.[value] ? say(words.values[value]) : value] as const);

function checkbox(
  label: string,
  checked: boolean,
  set: (checked: boolean) => void,
  describedby: unknown = nothing,
) {
  return html`<label class="check"><input type="checkbox" .checked=${live(checked)} aria-describedby=${describedby}
    @change=${(event: Event) => set(isChecked(event))}><span>${label}</span></label>`;
}

function choice(field: Field, view: FieldView, id: string) {
  const { defaultValue, words, values } = field;
  const { value, say, set } = view;
  const options = optionsOf(field, view);
  // Without a default, the attribute may be missing; with `''` as one of the values, that is another choice.
  const absent = defaultValue
    ? []
    : [
        [
          'absent',
          !values.includes('') && words.values?.[''] ? say(words.values['']) : say(PAGE.none),
        ] as const,
      ];
  const current = value ?? (defaultValue || 'absent');
  return html`<select id=${id} .value=${live(current)} aria-describedby=${describedBy(id, words.hint, view.note)}
    @change=${(event: Event) => set(valueIn(event) === 'absent' ? undefined : valueIn(event))}>
    ${[...absent, ...options].map(([each, label]) => html`<option value=${each} ?selected=${each === current}>${label}</option>`)}
  </select>`;
}

function names(field: Field, view: FieldView, id: string) {
  const { say, set, value = '', note } = view;
  const chosen = value.split(' ').filter(Boolean);
  const options = optionsOf(field, view);
  const toggle = (name: string, isOn: boolean) =>
    set([...chosen.filter((each) => each !== name), ...(isOn ? [name] : [])].join(' ') || undefined);
  return html`<fieldset aria-describedby=${describedBy(id, field.words.hint, note)}>
    <legend>${say(field.words.label)}</legend>
    <div class="names">${options.map(([name, label]) => checkbox(label, chosen.includes(name), (isOn) => toggle(name, isOn)))}</div>
    ${besides(id, say, field.words.hint, note)}
  </fieldset>`;
}

function input(field: Field, view: FieldView, id: string) {
  const { limits, defaultValue, words, kind } = field;
  const { value, set, note } = view;
  return html`<input id=${id} type="text" inputmode=${kind === 'number' ? 'decimal' : 'text'} autocomplete="off"
    .value=${live(value ?? '')} placeholder=${defaultValue || words.example || view.placeholder || ''}
    title=${limits ? `${limits.min} – ${limits.max}` : nothing}
    ?disabled=${words.empty && value === ''}
    aria-describedby=${describedBy(id, words.hint, note)}
    @change=${(event: Event) => set(valueIn(event) || undefined)}>`;
}

export function renderField(field: Field, view: FieldView): TemplateResult {
  const id = `option-${field.attribute}`;
  const { words, kind, values } = field;
  const { say, value, set, note } = view;
  if (kind === 'names') return names(field, view, id);
  if (kind === 'switch')
    return html`<div class="field">${checkbox(say(words.label), value !== undefined, (isOn) => set(isOn ? values[0] : undefined), describedBy(id, words.hint, note))}
      ${besides(id, say, words.hint, note)}</div>`;
  const control = kind === 'choice' ? choice(field, view, id) : input(field, view, id);
  return html`<div class="field"><label for=${id}>${say(words.label)}</label>${control}
    ${words.empty ? checkbox(say(words.empty), value === '', (isOn) => set(isOn ? '' : undefined)) : nothing}
    ${besides(id, say, words.hint, note)}</div>`;
}
