import { html, nothing, type TemplateResult } from 'lit';
import { hostOf } from '../../core/url.ts';
import { type ExtensionSchool, readFrom } from '../schools/configuration.ts';
import { newAddressOf } from '../schools/sources-needing-attention.ts';
import type { SchoolChoice, Store } from '../store/schema.ts';
import { timeAgo } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import type { FindSources } from './find-sources.ts';
import { intervalSelect } from './interval-select.ts';
import { isChecked } from './is-checked.ts';
import {
  healthName,
  type SourceActions,
  type SourceHealth,
  sourceHealth,
  sourceStatus,
} from './source-status.ts';

export interface SchoolActions extends SourceActions {
  /** Must be called in the click, as it may request a host permission. */
  setOn: (school: ExtensionSchool, on: boolean) => void;
  setChoice: (id: string, choice: SchoolChoice) => void;
  remove: (school: ExtensionSchool) => void;
  subscribe: FindSources['subscribe'];
}

const WORST_FIRST: readonly SourceHealth[] = ['bad', 'poor', 'waiting', 'good'];

/** Summarises a school's sources: the worst health, the unread posts, the last poll. */
function summaryTemplate(
  { sources, on }: ExtensionSchool,
  store: Store,
  unread: number,
  words: Words,
  now: number,
): TemplateResult {
  const { source: text, schools } = words.options;
  if (!sources.length) return html`<span class="state">${schools.noSourceState}</span>`;
  if (!on) return html`<span class="state">${schools.off}</span>`;
  const polled = sources.map(readFrom);
  const worst = WORST_FIRST.find((health) =>
    polled.some((source) => sourceHealth(source, store) === health),
  )!;
  const ofWorst = polled.find((source) => sourceHealth(source, store) === worst)!;
  const checked = Math.max(0, ...polled.map(({ url }) => store.sources[url]?.poll.checked ?? 0));
  const facts = [
    unread && words.popup.unread(unread),
    checked && text.checkedAgo(timeAgo(words, checked, now)),
  ].filter(Boolean);
  return html`<span class="state"><span class="health ${worst}">${healthName(ofWorst, store, words)}</span></span><span class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</span>`;
}

function choicesTemplate(
  { id, notify, quiet }: ExtensionSchool,
  store: Store,
  words: Words,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text } = words.options;
  const { managed, settings, choices } = store;
  const general = settings.every ? text.asForAll(text.minutes(settings.every)) : text.defaultInterval;
  const interval = managed?.every ?? choices[id]?.every;
  return html`<div class="choices">
    ${intervalSelect(text.every, general, interval, !!managed?.every, words, (every) => actions.setChoice(id, { every }))}
    <label class="check"><input type="checkbox" .checked=${notify} @change=${(event: Event) => actions.setChoice(id, { notify: isChecked(event) })}> ${text.notify}</label>
    <label class="check"><input type="checkbox" .checked=${quiet} @change=${(event: Event) => actions.setChoice(id, { quiet: isChecked(event) })}> ${text.quiet}</label>
  </div>`;
}

/** The sources and the user's choices; for a school without known sources a form that finds them. */
function detailsTemplate(
  school: ExtensionSchool,
  store: Store,
  words: Words,
  now: number,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text } = words.options;
  const { home, on, origin, sources } = school;
  const isThroughHub = sources.some(({ hub }) => hub);
  const removeButton = html`<p><button @click=${() => actions.remove(school)}>${text.remove}</button></p>`;
  return html`<div class="details">
      ${home ? html`<p class="facts"><a href=${home} target="_blank" rel="noopener noreferrer">${hostOf(home)}</a></p>` : nothing}
      ${
        sources.length
          ? html`<p class="hint">${isThroughHub ? text.through : text.direct}</p>
            <ul class="sources">${sources.map(readFrom).map((source) => sourceStatus(source, store, words, now, on, actions))}</ul>
            ${choicesTemplate(school, store, words, actions)}`
          : html`<p class="hint">${text.noSource}</p>
            ${home ? html`<tct-find-sources .words=${words} .store=${store} .school=${school} .subscribe=${actions.subscribe}></tct-find-sources>` : nothing}`
      }
      ${origin === 'own' ? removeButton : nothing}
    </div>`;
}

/**
 * A school in one line: its name, its state, its unread posts and last poll, its switch. The details unfold, by
 * themselves if a source needs the user.
 *
 * @param unread the number of its unread posts
 */
export function schoolCard(
  school: ExtensionSchool,
  store: Store,
  unread: number,
  words: Words,
  now: number,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text, managed } = words.options;
  const { name, on, origin, locked, sources } = school;
  const originMark = locked || origin === 'managed' ? managed : origin === 'own' ? text.own : undefined;
  const needsAttention =
    on &&
    sources
      .map(readFrom)
      .some((source) => sourceHealth(source, store) === 'bad' || newAddressOf(store, source));
  return html`<details ?open=${needsAttention}>
      <summary><h3>${name}${originMark ? html` <span class="mark">${originMark}</span>` : nothing}</h3>${summaryTemplate(school, store, unread, words, now)}</summary>
      ${detailsTemplate(school, store, words, now, actions)}
    </details>
    ${
      sources.length
        ? html`<input type="checkbox" role="switch" aria-label="${text.on}: ${name}" .checked=${on} ?disabled=${locked} @click=${(event: Event) => actions.setOn(school, isChecked(event))}>`
        : nothing
    }`;
}
