import { html, nothing, type TemplateResult } from 'lit';
import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';
import { permissionFor, schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import { sourcesNeedingAttention } from '../toolbar/badge.ts';
import { coming, type Words } from '../words/words.ts';
import { shortNames } from './school-labels.ts';

export interface NoticeActions {
  resume: () => void;
  pauseUntil: (until: number) => void;
  /** Opens the settings at a section. */
  settings: (section: string) => void;
  dismiss: () => void;
}

/** Vietnam's 07:00 is midnight in Greenwich. */
const nextMorning = (now: number): number => Math.floor(now / DAY_MS + 1) * DAY_MS;

function notice(text: unknown, ...buttons: [label: string, act: () => void][]): TemplateResult {
  return html`<div class="notice"><p>${text}</p>${
    buttons.length
      ? html`<p class="buttons">${buttons.map(([label, act]) => html`<button @click=${act}>${label}</button>`)}</p>`
      : nothing
  }</div>`;
}

/** Schools named in a notice; of more, the number. */
const NAMED = 3;

/** The schools of sources, by short name, each once; empty where there are none. */
function names(store: Store, words: Words, wanted: (url: string) => boolean): string {
  const schools = schoolsOf(store);
  const short = shortNames(Object.fromEntries(schools.map((school) => [school.id, school])));
  const found = schools.filter(({ on, sources }) => on && sources.some(({ url }) => wanted(url)));
  const few = found.slice(0, NAMED).map(({ id }) => short.get(id));
  const more = found.length - few.length;
  return more ? words.notices.others(few.join(', '), more) : few.join(', ');
}

/** All that stands between the reader and fresh posts, in words, each with what to do. */
export function noticesOf(store: Store, words: Words, now: number, actions: NoticeActions): TemplateResult[] {
  const { notices, pauses } = words;
  const { paused } = store.settings;
  const found: TemplateResult[] = [];
  if (store.notice)
    found.push(
      notice(
        notices[store.notice.kind],
        [notices.details, () => actions.settings('backup')],
        [notices.understood, actions.dismiss],
      ),
    );
  if (!sourcesOf(store).length)
    return [
      ...found,
      html`<div class="notice start"><p><strong>${notices.start}</strong></p><p>${notices.startHow}</p>
        <p class="buttons"><button class="strong" @click=${() => actions.settings('first')}>${notices.begin}</button></p></div>`,
    ];
  if (isPaused(store, now))
    found.push(
      notice(
        notices.paused(typeof paused === 'number' ? coming(words, paused, now) : undefined),
        [notices.resume, actions.resume],
        ...(paused === true
          ? ([
              [pauses.hour, () => actions.pauseUntil(now + HOUR_MS)],
              [pauses.day, () => actions.pauseUntil(nextMorning(now))],
            ] as [string, () => void][])
          : []),
      ),
    );
  else if (store.offline) found.push(notice(notices.offline));
  const denied = names(store, words, (url) => store.denied.includes(permissionFor(url)));
  if (denied)
    found.push(notice(notices.ungranted(denied), [notices.grant, () => actions.settings('schools')]));
  const failing = new Set(sourcesNeedingAttention(store));
  const troubles = names(
    store,
    words,
    (url) => failing.has(url) && !store.denied.includes(permissionFor(url)),
  );
  const hub = sourcesOf(store).some(({ kind, url }) => kind === 'cluster' && failing.has(url));
  if (troubles)
    found.push(notice(notices.attention(troubles), [notices.why, () => actions.settings('schools')]));
  if (hub) found.push(notice(notices.hub, [notices.why, () => actions.settings('hub')]));
  return found;
}
