import { html, nothing, type TemplateResult } from 'lit';
import { schoolLabels } from '../../core/model/school-labels.ts';
import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';
import { hostOf } from '../../core/url.ts';
import { rejectedParts } from '../pages/rejected.ts';
import { hubUrl, permissionFor, schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { hubFault, networkFault } from '../schools/faults.ts';
import { sourcesNeedingAttention } from '../schools/sources-needing-attention.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import { timeUntil } from '../words/times.ts';
import type { Words } from '../words/words.ts';

export interface NoticeActions {
  resume: () => void;
  pauseUntil: (until: number) => void;
  /** Opens a section of the settings. */
  settings: (section: string) => void;
  dismiss: () => void;
}

type NoticeButton = [label: string, onClick: () => void];

/** Schools named in a notice; the rest are counted. */
const MAX_NAMES = 3;

/** The next 07:00 in Vietnam, which is midnight UTC. */
const nextMorningInVietnam = (now: number): number => Math.floor(now / DAY_MS + 1) * DAY_MS;

function notice(text: unknown, ...buttons: NoticeButton[]): TemplateResult {
  return html`<div class="notice"><p>${text}</p>${
    buttons.length
      ? html`<p class="buttons">${buttons.map(([label, onClick]) => html`<button @click=${onClick}>${label}</button>`)}</p>`
      : nothing
  }</div>`;
}

/** The short names of the schools that have a source for which `test` holds; empty if there are none. */
function schoolNames(store: Store, words: Words, test: (url: string) => boolean): string {
  const schools = schoolsOf(store);
  const labels = schoolLabels(Object.fromEntries(schools.map((school) => [school.id, school])));
  const matches = schools.filter(({ on, sources }) => on && sources.some(({ url }) => test(url)));
  const names = matches.slice(0, MAX_NAMES).map(({ id }) => labels.get(id));
  const more = matches.length - names.length;
  return more ? words.notices.others(names.join(', '), more) : names.join(', ');
}

function pauseNotice(store: Store, words: Words, now: number, actions: NoticeActions): TemplateResult {
  const { notices, pauses } = words;
  const { paused } = store.settings;
  const until = typeof paused === 'number' ? timeUntil(words, paused, now) : undefined;
  const shorterPauses: NoticeButton[] = [
    [pauses.hour, () => actions.pauseUntil(now + HOUR_MS)],
    [pauses.day, () => actions.pauseUntil(nextMorningInVietnam(now))],
  ];
  return notice(
    notices.paused(until),
    [notices.resume, actions.resume],
    ...(paused === true ? shorterPauses : []),
  );
}

/** Notices of anything that prevents new posts from arriving, each with buttons that help. */
export function noticesFor(
  store: Store,
  words: Words,
  now: number,
  actions: NoticeActions,
): TemplateResult[] {
  const { notices } = words;
  const found: TemplateResult[] = [];
  if (store.notice)
    found.push(
      notice(
        store.notice.kind === 'full'
          ? notices.full(store.notice)
          : notices.recovered(rejectedParts(store.rejected, words)),
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
  const network = networkFault(store);
  if (isPaused(store, now)) found.push(pauseNotice(store, words, now, actions));
  else if (network) found.push(notice(notices.network[network]));
  const isDenied = (url: string) => store.denied.includes(permissionFor(url));
  const denied = schoolNames(store, words, isDenied);
  if (denied)
    found.push(notice(notices.ungranted(denied), [notices.grant, () => actions.settings('schools')]));
  // A hub's files are the hub's to answer for.
  const failing = new Set(sourcesNeedingAttention(store).flatMap(({ hub, url }) => (hub ? [] : [url])));
  const isChallenged = (url: string) => store.sources[url]?.instead?.code === 'challenge';
  for (const [message, test] of [
    [notices.challenge, isChallenged],
    [notices.attention, (url: string) => !isChallenged(url)],
  ] as const) {
    const names = schoolNames(store, words, (url) => failing.has(url) && !isDenied(url) && test(url));
    if (names) found.push(notice(message(names), [notices.why, () => actions.settings('schools')]));
  }
  const hub = hubFault(store);
  // While nothing can be read here, the hub may well have recovered.
  if (hub && !network)
    found.push(
      notice(notices.hub[hub](hostOf(hubUrl(store)!)), [notices.why, () => actions.settings('hub')]),
    );
  return found;
}
