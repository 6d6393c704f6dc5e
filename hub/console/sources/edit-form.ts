import { html, nothing, type TemplateResult } from 'lit';
import type { EditedSchool, SourceState } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import type { ConsoleContext } from '../context.ts';
import { SELECTORS } from './edited-source.ts';

interface FormActions {
  error: CallError | undefined;
  save: (data: FormData) => void;
}

function field(
  name: string,
  label: string,
  value: string | number | undefined,
  error: CallError | undefined,
  type = 'text',
): TemplateResult {
  const isWrong = error?.field?.split('.').at(-1) === name;
  return html`<div class="field"><label for="edit-${name}">${label}</label>
    <input id="edit-${name}" name=${name} type=${type} .value=${String(value ?? '')} autocomplete="off" spellcheck="false"
      aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? 'edit-error' : nothing}></div>`;
}

function form(
  title: string,
  fields: TemplateResult,
  { error, save }: FormActions,
  { words, lang }: ConsoleContext,
): TemplateResult {
  const { sources: text } = words;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save(new FormData(event.currentTarget as HTMLFormElement));
  };
  const close = (event: Event) => (event.target as HTMLElement).closest('dialog')!.close();
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${title}</h2>
    ${fields}
    <p class="trouble" id="edit-error" role="alert">${error?.words[lang]}</p>
    <div class="buttons"><button class="strong">${text.save}</button><button type="button" @click=${close}>${text.cancel}</button></div>
  </form>`;
}

/** The form of a source: its address and how it is read; its selectors are folded up. */
export function sourceForm(
  title: string,
  { source }: SourceState,
  context: ConsoleContext,
  actions: FormActions,
): TemplateResult {
  const { sources: text } = context.words;
  const { error } = actions;
  const page = source.kind === 'page' ? source : undefined;
  const fields = html`${field('url', text.address, source.url, error)}
    <div class="field"><label for="edit-kind">${text.sourceKind}</label>
      <select id="edit-kind" name="kind">
        <option value="feed" ?selected=${!page}>${text.feed}</option><option value="page" ?selected=${!!page}>${text.page}</option>
      </select></div>
    <details><summary>${text.details}</summary>
      <div class="fields">
        ${field('every', text.every, source.every, error, 'number')}
        <p class="hint">${text.selectors}</p>
        ${SELECTORS.map((name) => field(name, text.selectorNames[name], page?.[name], error))}
        ${field('pages', text.pages, page?.pages, error, 'number')}
      </div></details>`;
  return form(title, fields, actions, context);
}

/** The form of a school: its name and its homepage. */
export function schoolForm(
  { name, home }: EditedSchool,
  context: ConsoleContext,
  actions: FormActions,
): TemplateResult {
  const { sources: text } = context.words;
  const fields = html`${field('name', text.schoolName, name, actions.error)}${field('home', text.home, home, actions.error)}`;
  return form(text.editSchool, fields, actions, context);
}
