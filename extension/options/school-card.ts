import { html, nothing, type TemplateResult } from 'lit';
import { movedTo } from '../../core/poll/next.ts';
import { hostOf } from '../../core/url.ts';
import type { ExtensionSchool, PolledSource } from '../schools/configuration.ts';
import type { SchoolChoice, Store } from '../store/schema.ts';
import { timeAgo } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import type { FindSources } from './find-sources.ts';
import { isChecked } from './is-checked.ts';
import { type SourceActions, type SourceHealth, sourceHealth, sourceStatus } from './source-status.ts';

export interface SchoolActions extends SourceActions {
  /** Must be called in the click, as it may request a host permission. */
  setOn: (school: ExtensionSchool, on: boolean) => void;
  setChoice: (id: string, choice: SchoolChoice) => void;
  remove: (school: ExtensionSchool) => void;
  subscribe: FindSources['subscribe'];
}

/** Intervals offered (minutes). */
const INTERVALS_MINUTES = [15, 30, 60, 120, 240, 720, 1440];
const WORST_FIRST: readonly SourceHealth[] = ['bad', 'poor', 'waiting', 'good'];

/** Whether a source permanently redirects to another URL. */
function hasMoved({ url }: PolledSource, { sources }: Store): boolean {
  const poll = sources[url]?.poll;
  return !!poll && !!movedTo(poll);
}

/** Summarises a school's sources: the worst health, the number of posts, the last poll. */
function summaryTemplate(
  { sources }: ExtensionSchool,
  store: Store,
  words: Words,
  now: number,
): TemplateResult {
  const text = words.options.source;
  const healths = sources.map((source) => sourceHealth(source, store));
  const worst = WORST_FIRST.find((health) => healths.includes(health)) ?? 'waiting';
  const name = { good: text.good, waiting: text.waiting, poor: text.failing, bad: text.failing }[worst];
  const states = sources.flatMap(({ url }) => store.sources[url] ?? []);
  const checked = Math.max(0, ...states.map(({ poll }) => poll.checked ?? 0));
  const posts = states.reduce((sum, { posts = 0 }) => sum + posts, 0);
  return html`<p class="facts ${worst}"><span class="health">${name}</span>${posts ? html`<span>${text.posts(posts)}</span>` : nothing}${
    checked ? html`<span>${text.lastChecked(timeAgo(words, checked, now))}</span>` : nothing
  }</p>`;
}

function choicesTemplate(
  { id, notify, quiet }: ExtensionSchool,
  store: Store,
  words: Words,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text, managed } = words.options;
  const managedInterval = store.managed?.every;
  const interval = managedInterval ?? store.choices[id]?.every;
  const intervals =
    interval && !INTERVALS_MINUTES.includes(interval) ? [interval, ...INTERVALS_MINUTES] : INTERVALS_MINUTES;
  const onIntervalChange = (event: Event) =>
    actions.setChoice(id, { every: Number((event.target as HTMLSelectElement).value) || undefined });
  return html`<div class="choices">
    <label>${text.every}${managedInterval ? html` <span class="mark">${managed}</span>` : nothing}
      <select ?disabled=${!!managedInterval} @change=${onIntervalChange}>
        <option value="" ?selected=${!interval}>${text.defaultInterval}</option>
        ${intervals.map((minutes) => html`<option value=${minutes} ?selected=${minutes === interval}>${text.minutes(minutes)}</option>`)}
      </select></label>
    <p class="hint">${text.politeness}</p>
    <label class="check"><input type="checkbox" .checked=${notify} @change=${(event: Event) => actions.setChoice(id, { notify: isChecked(event) })}> ${text.notify}</label>
    <label class="check"><input type="checkbox" .checked=${quiet} @change=${(event: Event) => actions.setChoice(id, { quiet: isChecked(event) })}> ${text.quiet}</label>
  </div>`;
}

const removeButton = (school: ExtensionSchool, { options }: Words, actions: SchoolActions) =>
  html`<p><button @click=${() => actions.remove(school)}>${options.schools.remove}</button></p>`;

/** The details of a school with sources: the sources and the user's choices, unfolded if a source needs the user. */
function detailsTemplate(
  school: ExtensionSchool,
  store: Store,
  words: Words,
  now: number,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text } = words.options;
  const { name, on, origin, sources } = school;
  const needsAttention =
    on && sources.some((source) => sourceHealth(source, store) === 'bad' || hasMoved(source, store));
  const isThroughHub = sources.some(({ hub }) => hub);
  return html`<details ?open=${needsAttention}>
      <summary>${text.details}<span class="unseen">: ${name}</span></summary>
      <p class="hint">${isThroughHub ? text.through : text.direct}</p>
      <ul class="sources">${sources.map((source) => sourceStatus(source, store, words, now, actions))}</ul>
      ${choicesTemplate(school, store, words, actions)}
      ${origin === 'own' ? removeButton(school, words, actions) : nothing}
    </details>`;
}

/** A school: a switch, its state, and its details. A school without known sources has a form that finds them. */
export function schoolCard(
  school: ExtensionSchool,
  store: Store,
  words: Words,
  now: number,
  actions: SchoolActions,
): TemplateResult {
  const { schools: text, managed } = words.options;
  const { name, home, on, origin, locked, sources } = school;
  const hasSources = sources.length > 0;
  const originMark = locked || origin === 'managed' ? managed : origin === 'own' ? text.own : undefined;
  return html`<div class="head">
      ${
        hasSources
          ? html`<input type="checkbox" role="switch" aria-label="${text.on}: ${name}" .checked=${on} ?disabled=${locked} @click=${(event: Event) => actions.setOn(school, isChecked(event))}>`
          : html`<span class="blank"></span>`
      }
      <div>
        <h3>${name}</h3>
        <p class="facts">${home ? html`<a href=${home} target="_blank" rel="noopener noreferrer">${hostOf(home)}</a>` : nothing}${originMark ? html`<span class="mark">${originMark}</span>` : nothing}</p>
        ${on ? summaryTemplate(school, store, words, now) : nothing}
        ${
          hasSources
            ? nothing
            : html`<p class="hint">${text.noSource}</p>
              ${home ? html`<tct-find-sources .words=${words} .store=${store} .school=${school} .subscribe=${actions.subscribe}></tct-find-sources>` : nothing}
              ${origin === 'own' ? removeButton(school, words, actions) : nothing}`
        }
      </div>
    </div>
    ${hasSources ? detailsTemplate(school, store, words, now, actions) : nothing}`;
}
