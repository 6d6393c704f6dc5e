/** The options, in the groups a person thinks in. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chosenValue } from '../choices.ts';
import type { Field } from '../fields.ts';
import { GROUPS, type Group } from '../words/attributes.ts';
import { PAGE } from '../words/page.ts';
import { besides, renderField } from './field.ts';
import { renderTokens } from './look.ts';
import type { Actions, Model, Say } from './model.ts';
import { renderSource } from './source.ts';

/** Groups that are open when the page opens. */
const OPEN: readonly Group[] = ['content', 'display'];
/** Options that only make sense with a source of one's own, or without one. */
const WITH_OWN_SOURCE = ['latitude', 'longitude'];

/** Whether an option has an effect with the other choices. */
function isOffered({ attribute }: Field, { choices, hub }: Model): boolean {
  const isOwn = choices.source !== undefined;
  if (attribute === 'places') return !isOwn && (hub?.places.length ?? 0) > 1;
  if (attribute === 'autoplay') return chosenValue(choices, 'layout') === 'carousel';
  return !WITH_OWN_SOURCE.includes(attribute) || isOwn;
}

function renderOption(field: Field, model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, notes, hub, embedding } = model;
  return renderField(field, {
    value: chosenValue(choices, field.attribute),
    note: notes.get(field.attribute),
    ...(field.attribute === 'places' && {
      options: hub!.places.map(({ id, name }) => [id, name ?? id] as const),
    }),
    ...(field.attribute === 'heading' && { placeholder: embedding.title }),
    set: (typed) => actions.setValue(field, typed),
    say,
  });
}

function renderReserve({ choices }: Model, actions: Actions, say: Say): TemplateResult {
  return html`<div class="field"><label class="check"><input id="reserve" type="checkbox" .checked=${live(choices.reserve)}
    aria-describedby="reserve-hint" @change=${(event: Event) => actions.choose({ reserve: (event.target as HTMLInputElement).checked })}>
    <span>${say(PAGE.reserve)}</span></label>${besides('reserve', say, PAGE.reserveHint)}</div>`;
}

function renderGroup(group: Group, model: Model, actions: Actions, say: Say): TemplateResult {
  const fields = model.fields.filter((field) => field.words.group === group && isOffered(field, model));
  return html`<details ?open=${OPEN.includes(group)} class=${group}><summary><h2>${say(PAGE[group])}</h2></summary>
    <div class="group">
      ${group === 'content' ? renderSource(model, actions, say) : nothing}
      ${fields.map((field) => renderOption(field, model, actions, say))}
      ${group === 'look' ? renderTokens(model, actions, say) : nothing}
      ${group === 'advanced' && model.form.name !== 'frame' ? renderReserve(model, actions, say) : nothing}
      ${group === 'advanced' ? html`<p><button type="button" @click=${actions.reset}>${say(PAGE.reset)}</button></p>` : nothing}
    </div></details>`;
}

export const renderOptions = (model: Model, actions: Actions, say: Say): TemplateResult =>
  html`<form class="options" aria-label=${say(PAGE.options)} @submit=${(event: Event) => event.preventDefault()}>
    ${
      model.form.isStyled
        ? GROUPS.map((group) => renderGroup(group, model, actions, say))
        : html`${renderSource(model, actions, say)}<p>${say(PAGE.unstyled)}</p>`
    }
  </form>`;
