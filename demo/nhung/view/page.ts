import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Choices, CMS, SCHEMES, WIDTHS } from '../choices.ts';
import { CMS_WORDS } from '../words/cms.ts';
import { inLanguage } from '../words/language.ts';
import { PAGE } from '../words/page.ts';
import type { Actions, Model, Say } from './model.ts';
import { renderOptions } from './options.ts';
import { renderResult } from './result.ts';

function pills<Name extends keyof Choices>(
  name: Name,
  legend: string,
  options: readonly (readonly [value: Choices[Name], label: string])[],
  { choices }: Model,
  { choose }: Actions,
): TemplateResult {
  return html`<fieldset class="pills"><legend class="unseen">${legend}</legend>${options.map(
    ([value, label]) => html`<label class="pill"><input type="radio" name=${name} value=${String(value)}
      .checked=${live(choices[name] === value)} @change=${() => choose({ [name]: value })}><span>${label}</span></label>`,
  )}</fieldset>`;
}

function renderHead({ choices, hub }: Model, { choose }: Actions, say: Say): TemplateResult {
  const other = choices.language === 'vi' ? 'en' : 'vi';
  return html`<header class="masthead">
    <p class="kicker"><a href="../">${hub?.name || 'tct-widgets'}</a><button type="button" class="language" lang=${other} @click=${() => choose({ language: other })}>${inLanguage(PAGE.otherLanguage, choices.language)}</button></p>
    <h1>${say(PAGE.title)}</h1>
    <p class="lead">${say(PAGE.lead)}</p>
  </header>`;
}

/** The frame itself is never rendered again: it would load again. */
function renderPreview(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, form, previewProblem } = model;
  const widthNames = say(PAGE.widthNames).split('|');
  return html`<section class="preview" aria-labelledby="preview-title">
    <h2 id="preview-title" class="unseen">${say(PAGE.preview)}</h2>
    <div class="bar">
      <label class="site"><span>${say(PAGE.yourSite)}</span><select id="cms" .value=${live(choices.cms)}
        @change=${(event: Event) => actions.choose({ cms: (event.target as HTMLSelectElement).value as Choices['cms'], form: undefined })}>
        ${CMS.map((name) => html`<option value=${name} ?selected=${name === choices.cms}>${say(CMS_WORDS[name].title)}</option>`)}
      </select></label>
      ${pills(
        'width',
        say(PAGE.width),
        WIDTHS.map((width, index) => [width, widthNames[index]!] as const),
        model,
        actions,
      )}
      ${pills(
        'scheme',
        say(PAGE.scheme),
        SCHEMES.map((scheme) => [scheme, say(PAGE[scheme])] as const),
        model,
        actions,
      )}
    </div>
    ${previewProblem ? html`<p class="problem">${say(previewProblem)}</p>` : form.isStyled ? nothing : html`<p class="note">${say(PAGE.listInstead)}</p>`}
    <div class="room"><iframe title=${say(PAGE.previewFrame)} sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe></div>
  </section>`;
}

/** What was wrong in the address: the options that it concerns may lie in a closed group. */
function renderMistakes({ notes, isAddressWrong, fields, tokenFields }: Model, say: Say) {
  if (!isAddressWrong) return nothing;
  const labels = new Map<string, string>([
    ...fields.map(({ attribute, words }) => [attribute, say(words.label)] as const),
    ...tokenFields.map(({ token, words }) => [token, say(words.label)] as const),
  ]);
  return [...notes].map(
    ([name, note]) =>
      html`<p class="note">${labels.has(name) ? `${labels.get(name)}: ` : ''}${say(note)}</p>`,
  );
}

export function renderPage(model: Model, actions: Actions): TemplateResult {
  const { choices, blocks, said, hub } = model;
  const say: Say = (words) => inLanguage(words, choices.language);
  return html`${renderHead(model, actions, say)}
    <main>
      <div class="top">
        ${pills(
          'block',
          say(PAGE.blocks),
          blocks.map(({ name, title }) => [name, say(title)] as const),
          model,
          actions,
        )}
        ${hub && !blocks.length ? html`<p class="problem">${say(PAGE.nothing)}</p>` : nothing}
        ${renderMistakes(model, say)}
      </div>
      ${renderPreview(model, actions, say)}
      ${renderOptions(model, actions, say)}
      ${renderResult(model, actions, say)}
    </main>
    <p class="said" role="status">${said ? say(said) : ''}</p>`;
}
