/** Where the block gets its items: the hub's schools, or a source of one's own. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { schoolsWith } from '../hub.ts';
import { completeSource, discoverCommand, type SourceReport } from '../own-source.ts';
import { PAGE, readCount } from '../words/page.ts';
import { renderCode } from './code.ts';
import { besides } from './field.ts';
import type { Actions, Model, Say } from './model.ts';

function renderSchools(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, hub, embedding, notes } = model;
  if (!hub) return html`<p>${say(PAGE.loading)}</p>`;
  if (!hub.isKnown)
    return html`<p class="problem" role="alert">${say(PAGE.noCluster)}</p><p><button type="button" @click=${actions.retry}>${say(PAGE.retry)}</button></p>`;
  const toggle = (id: string, isOn: boolean) =>
    actions.choose({
      schools: hub.schools
        .map((school) => school.id)
        .filter((each) => (each === id ? isOn : choices.schools.includes(each))),
    });
  return html`<div class="schools">${schoolsWith(hub, embedding.block.list).map(
    ({ id, name, label, hue }) => html`<label class="check" title=${name}>
      <input type="checkbox" name="school" value=${id} .checked=${live(choices.schools.includes(id))}
        @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}>
      <span class="dot" aria-hidden="true" .style=${`--hue:${hue}`}></span><span>${label}</span></label>`,
  )}</div>${besides('schools', say, PAGE.noneIsAll, notes.get('school'))}`;
}

function renderReport(
  { url, count, problem, isForHub }: SourceReport,
  actions: Actions,
  say: Say,
): TemplateResult {
  const address = html`<code>${url}</code>`;
  if (!problem) return html`<p class="good">${address} ${say(readCount(count ?? 0))}</p>`;
  return html`<div class="problem"><p>${address} ${say(problem)}</p>
    ${isForHub ? html`<p>${say(PAGE.hubInstead)}</p>${renderCode(discoverCommand(url), 'tct-hub discover', actions, say)}` : nothing}
    <p><button type="button" @click=${() => actions.choose({ source: undefined })}>${say(PAGE.useHub)}</button></p></div>`;
}

function renderOwn(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, notes, reports, embedding, weatherProblem } = model;
  const { source = '' } = choices;
  const { urls, wrong } = completeSource(source);
  const isList = embedding.block.list !== undefined;
  const isBlockedOnHttps = location.protocol !== 'https:' && urls.some((url) => url.startsWith('http:'));
  const set = (event: Event) => actions.setSource((event.target as HTMLInputElement).value);
  return html`<div class="field"><label for="own">${say(isList ? PAGE.ownLabel : PAGE.ownWeather)}</label>
    <input id="own" type="text" inputmode="url" autocomplete="off" spellcheck="false" .value=${live(source)}
      placeholder=${isList ? 'https://…/rss/' : 'https://api.open-meteo.com/v1/forecast'} aria-describedby="own-hint own-reports"
      @change=${set} @paste=${(event: Event) => setTimeout(set, 0, event)}>
    ${besides('own', say, isList ? PAGE.ownHint : PAGE.coordinates, notes.get('src'))}
    <div id="own-reports" role="status">
      ${wrong.map((word) => html`<p class="problem">“${word}” ${say(PAGE.wrongAddress)}</p>`)}
      ${isBlockedOnHttps ? html`<p class="note">${say(PAGE.httpOnHttps)}</p>` : nothing}
      ${urls.length && isList ? (reports?.map((report) => renderReport(report, actions, say)) ?? say(PAGE.reading)) : nothing}
      ${weatherProblem && !isList ? html`<p class="problem">${say(weatherProblem.problem)} ${say(weatherProblem.remedy)}</p>` : nothing}
    </div></div>`;
}

export function renderSource(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, embedding } = model;
  const isOwn = choices.source !== undefined;
  const radio = (own: boolean, label: string) => html`<label class="check">
    <input type="radio" name="from" .checked=${live(isOwn === own)} @change=${() => actions.choose({ source: own ? '' : undefined })}><span>${label}</span></label>`;
  return html`<fieldset class="source"><legend>${say(PAGE.from)}</legend>
    <div class="from">${radio(false, say(embedding.block.list ? PAGE.fromHub : PAGE.fromHubPlaces))}${radio(true, say(PAGE.fromOwn))}</div>
    ${isOwn ? renderOwn(model, actions, say) : embedding.block.list || !model.hub?.isKnown ? renderSchools(model, actions, say) : nothing}
  </fieldset>`;
}
