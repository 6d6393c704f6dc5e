/** The form of the code, the code, and what a Content-Security-Policy must allow. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addressFault } from '../../hub-address.ts';
import type { FormName } from '../choices.ts';
import type { Piece } from '../forms/embedding.ts';
import { ALL_FORMS, policyLines, unfitness } from '../forms/forms.ts';
import { CMS_WORDS } from '../words/cms.ts';
import { FORM_WORDS, whereFor } from '../words/forms.ts';
import type { Language, Words } from '../words/language.ts';
import { PAGE } from '../words/page.ts';
import { renderCode } from './code.ts';
import type { Actions, Model, Say } from './model.ts';

const renderPiece = ({ label, code }: Piece, actions: Actions, say: Say): TemplateResult =>
  html`<h3>${say(label)}</h3>${renderCode(code, say(label), actions, say)}`;

function renderPolicy(model: Model, actions: Actions, say: Say): TemplateResult {
  const { form, embedding, styleHash } = model;
  const lines = policyLines(form, embedding, styleHash);
  return html`<details class="policy"><summary>${say(PAGE.policy)}</summary>
    ${lines ? html`<p>${say(PAGE.policyHint)}</p>${renderCode(lines, 'Content-Security-Policy', actions, say)}${lines.includes('img-src') ? html`<p>${say(PAGE.pictureHint)}</p>` : nothing}` : html`<p>${say(PAGE.noPolicy)}</p>`}
  </details>`;
}

/** The guides are beside the builder, those in English in a folder of their own. */
const guideUrl = (name: string, language: Language) =>
  `../docs/${language === 'vi' ? '' : `${language}/`}${name}.html`;

/** Where to put the code, and where to read on. */
function renderWhere({ choices, form }: Model, say: Say): TemplateResult {
  const { cms, language } = choices;
  const { title, guide } = CMS_WORDS[cms];
  return html`<p class="where"><b>${say(title)}:</b> ${say(whereFor(form.name, cms))}</p>
    <p class="onward"><a href=${guideUrl(guide, language)}>${say(PAGE.guide)}: ${say(title)}</a>
      <a href=${guideUrl('khi-khong-hien-gi', language)}>${say(PAGE.nothingShows)}</a></p>`;
}

/** What is wrong with the hub's address for other people's pages. */
function addressWarning({ hub }: Model): Words | undefined {
  if (!hub) return undefined;
  return addressFault(hub.address) ?? (hub.address === hub.folder ? undefined : PAGE.publicAddress);
}

export function renderResult(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, form, embedding } = model;
  const suited = CMS_WORDS[choices.cms].form;
  const unfit = unfitness(form, embedding);
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
          ${renderWhere(model, say)}
          ${renderPolicy(model, actions, say)}`
    }
    <details class="share"><summary>${say(PAGE.share)}</summary>${renderCode(model.address, say(PAGE.share), actions, say)}</details>
  </section>`;
}
