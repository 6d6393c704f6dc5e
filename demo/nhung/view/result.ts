/** The form of the code, the code, and what a Content-Security-Policy must allow. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addressFault } from '../../hub-address.ts';
import type { FormName } from '../choices.ts';
import type { Piece } from '../forms/embedding.ts';
import { ALL_FORMS, policyLines } from '../forms/forms.ts';
import { CMS_WORDS } from '../words/cms.ts';
import { FORM_WORDS } from '../words/forms.ts';
import type { Words } from '../words/language.ts';
import { PAGE } from '../words/page.ts';
import { renderCode } from './code.ts';
import type { Actions, Model, Say } from './model.ts';

const renderPiece = ({ label, code }: Piece, actions: Actions, say: Say): TemplateResult =>
  html`<h3>${say(label)}</h3>${renderCode(code, say(label), actions, say)}`;

function renderPolicy(model: Model, actions: Actions, say: Say): TemplateResult {
  const { form, embedding, seen, styleHash } = model;
  const lines = policyLines(form, embedding, seen?.pictures ?? [], styleHash);
  return html`<details class="policy"><summary>${say(PAGE.policy)}</summary>
    ${lines ? html`<p>${say(PAGE.policyHint)}</p>${renderCode(lines, 'Content-Security-Policy', actions, say)}` : html`<p>${say(PAGE.noPolicy)}</p>`}
  </details>`;
}

/** What is wrong with the hub's address for other people's pages. */
function addressWarning({ hub }: Model): Words | undefined {
  if (!hub) return undefined;
  return addressFault(hub.address) ?? (hub.address === hub.folder ? undefined : PAGE.publicAddress);
}

export function renderResult(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, form, embedding } = model;
  const suited = CMS_WORDS[choices.cms].form;
  const unfit = form.unfit(embedding);
  const remark = form.remark?.(embedding);
  const warning = addressWarning(model);
  const option = (
    name: FormName,
  ) => html`<label class="pill"><input type="radio" name="form" value=${name} .checked=${live(name === form.name)}
    @change=${() => actions.choose({ form: name })}><span>${say(FORM_WORDS[name].title)}${name === suited ? html` <small>${say(PAGE.suits)}</small>` : nothing}</span></label>`;
  return html`<section class="result" aria-labelledby="result-title">
    <h2 id="result-title">${say(PAGE.result)}</h2>
    <fieldset class="pills"><legend class="unseen">${say(PAGE.form)}</legend>${ALL_FORMS.map(({ name }) => option(name))}</fieldset>
    <p class="when">${say(FORM_WORDS[form.name].when)}</p>
    ${
      unfit
        ? html`<p class="problem">${say(unfit)}</p>`
        : html`${form.pieces(embedding).map((piece) => renderPiece(piece, actions, say))}
          ${remark ? html`<p class="remark">${say(remark)}</p>` : nothing}
          ${warning ? html`<p class="note">${say(warning)}</p>` : nothing}
          <p class="where"><b>${say(CMS_WORDS[choices.cms].title)}:</b> ${say(CMS_WORDS[choices.cms].where)}</p>
          ${renderPolicy(model, actions, say)}`
    }
    <details class="share"><summary>${say(PAGE.share)}</summary>${renderCode(model.address, say(PAGE.share), actions, say)}</details>
  </section>`;
}
