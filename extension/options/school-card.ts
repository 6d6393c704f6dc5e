import { html, nothing, type TemplateResult } from 'lit';
import { movedTo } from '../../core/poll/next.ts';
import type { ExtensionSchool, PolledSource } from '../schools/configuration.ts';
import type { Choice, Store } from '../store/schema.ts';
import { ago, type Words } from '../words/words.ts';
import type { FindSources } from './find-sources.ts';
import { type SourceActions, type Standing, sourceStatus, standingOf } from './source-status.ts';

export interface SchoolActions extends SourceActions {
  /** In the click: the hosts may have to be asked for. */
  turn: (school: ExtensionSchool, on: boolean) => void;
  choose: (id: string, choice: Choice) => void;
  remove: (school: ExtensionSchool) => void;
  subscribe: FindSources['subscribe'];
}

/** Intervals to choose from (minutes). */
const EVERY = [15, 30, 60, 120, 240, 720, 1440];
const WORST: readonly Standing[] = ['bad', 'poor', 'waiting', 'good'];

/** Whether a source has gone to another address for good, which the user may let it follow. */
function moved({ url }: PolledSource, { sources }: Store): boolean {
  const poll = sources[url]?.poll;
  return !!poll && !!movedTo(poll);
}

/** One line of how a school's sources stand together. */
function summary({ sources }: ExtensionSchool, store: Store, words: Words, now: number): TemplateResult {
  const said = words.options.source;
  const standings = sources.map((source) => standingOf(source, store));
  const worst = WORST.find((standing) => standings.includes(standing)) ?? 'waiting';
  const name = { good: said.good, waiting: said.waiting, poor: said.failing, bad: said.failing }[worst];
  const states = sources.flatMap(({ url }) => store.sources[url] ?? []);
  const checked = Math.max(0, ...states.map(({ poll }) => poll.checked ?? 0));
  const posts = states.reduce((sum, { posts = 0 }) => sum + posts, 0);
  return html`<p class="facts ${worst}"><span class="standing">${name}</span>${posts ? html`<span>${said.posts(posts)}</span>` : nothing}${
    checked ? html`<span>${said.asked(ago(words, checked, now))}</span>` : nothing
  }</p>`;
}

function choices(school: ExtensionSchool, store: Store, words: Words, act: SchoolActions): TemplateResult {
  const { schools: said, managed } = words.options;
  const { id, notify, quiet } = school;
  const fixed = store.managed?.every;
  const every = fixed ?? store.choices[id]?.every;
  const offered = every && !EVERY.includes(every) ? [every, ...EVERY] : EVERY;
  const checked = (event: Event) => (event.target as HTMLInputElement).checked;
  return html`<div class="choices">
    <label>${said.every}${fixed ? html` <span class="mark">${managed}</span>` : nothing}
      <select ?disabled=${!!fixed} @change=${(event: Event) => act.choose(id, { every: Number((event.target as HTMLSelectElement).value) || undefined })}>
        <option value="" ?selected=${!every}>${said.usual}</option>
        ${offered.map((minutes) => html`<option value=${minutes} ?selected=${minutes === every}>${said.minutes(minutes)}</option>`)}
      </select></label>
    <p class="hint">${said.politeness}</p>
    <label class="check"><input type="checkbox" .checked=${notify} @change=${(event: Event) => act.choose(id, { notify: checked(event) })}> ${said.notify}</label>
    <label class="check"><input type="checkbox" .checked=${quiet} @change=${(event: Event) => act.choose(id, { quiet: checked(event) })}> ${said.quiet}</label>
  </div>`;
}

/** A school: on or off, how it stands, and folded away its choices and sources. */
export function schoolCard(
  school: ExtensionSchool,
  store: Store,
  words: Words,
  now: number,
  act: SchoolActions,
): TemplateResult {
  const { schools: said, managed } = words.options;
  const { name, home, on, origin, locked, sources } = school;
  const hub = sources.some(({ hub }) => hub);
  const troubled =
    on && sources.some((source) => standingOf(source, store) === 'bad' || moved(source, store));
  return html`<div class="head">
      ${
        sources.length
          ? html`<input type="checkbox" role="switch" aria-label="${said.on}: ${name}" .checked=${on} ?disabled=${locked} @click=${(event: Event) => act.turn(school, (event.target as HTMLInputElement).checked)}>`
          : html`<span class="blank"></span>`
      }
      <div>
        <h3>${name}</h3>
        <p class="facts"><a href=${home} target="_blank" rel="noopener noreferrer">${new URL(home).hostname}</a>${
          locked || origin === 'managed'
            ? html`<span class="mark">${managed}</span>`
            : origin === 'own'
              ? html`<span class="mark">${said.own}</span>`
              : nothing
        }</p>
        ${on ? summary(school, store, words, now) : nothing}
        ${
          sources.length
            ? nothing
            : html`<p class="hint">${said.noSource}</p>
              <tct-find-sources .words=${words} .store=${store} .school=${school} .subscribe=${act.subscribe}></tct-find-sources>`
        }
      </div>
    </div>
    ${
      sources.length
        ? html`<details ?open=${troubled}>
            <summary>${said.details}<span class="unseen">: ${name}</span></summary>
            <p class="hint">${hub ? said.through : said.direct}</p>
            <ul class="sources">${sources.map((source) => sourceStatus(source, store, words, now, act))}</ul>
            ${choices(school, store, words, act)}
            ${origin === 'own' ? html`<p><button @click=${() => act.remove(school)}>${said.remove}</button></p>` : nothing}
          </details>`
        : nothing
    }`;
}
