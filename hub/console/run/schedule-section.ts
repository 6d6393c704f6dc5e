import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule, Scheduler } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { copyable } from '../copyable.ts';

interface ScheduleActions {
  /** The scheduler whose tab was chosen; the first one if none was. */
  shown: Scheduler | undefined;
  isInstalling: boolean;
  show: (scheduler: Scheduler) => void;
  install: (scheduler: Scheduler, isInstalled: boolean) => void;
}

/** By how much a key moves among tabs; first and last by infinities. */
const KEY_STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

function tabs(
  schedules: readonly Schedule[],
  current: Schedule,
  { words }: ConsoleContext,
  show: ScheduleActions['show'],
): TemplateResult {
  const { run: text } = words;
  const move = (event: KeyboardEvent): void => {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const last = schedules.length - 1;
    const index = schedules.indexOf(current) + step;
    // Arrow keys go around.
    const next = Number.isFinite(step) ? (index + schedules.length) % schedules.length : step < 0 ? 0 : last;
    show(schedules[next]!.scheduler);
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${text.schedule} @keydown=${move}>${schedules.map(
    ({ scheduler, canInstall, isInstalled }, index) => {
      const isCurrent = scheduler === current.scheduler;
      return html`<button role="tab" id="tab-${scheduler}" aria-controls="schedule-panel" aria-selected=${isCurrent ? 'true' : 'false'}
        tabindex=${isCurrent ? 0 : -1} @click=${() => show(scheduler)}>${text.schedulers[scheduler]}${isInstalled ? ' ✓' : nothing}
        ${index === 0 && canInstall ? html`<small>${text.recommended}</small>` : nothing}</button>`;
    },
  )}</div>`;
}

function installation(
  { scheduler, canInstall, isInstalled, obstacle }: Schedule,
  { words, lang }: ConsoleContext,
  { isInstalling, install }: ScheduleActions,
): TemplateResult {
  const { run: text } = words;
  const change = () => isInstalling || install(scheduler, !isInstalled);
  return html`${isInstalled ? html`<p class="good"><strong>✓ ${text.installed}</strong></p>` : nothing}
    ${
      canInstall
        ? html`<div class="buttons"><button class=${isInstalled ? '' : 'strong'} aria-disabled=${isInstalling ? 'true' : nothing} @click=${change}>${isInstalled ? text.uninstall : text.install}</button></div>`
        : html`<p class="hint">${obstacle ? obstacle[lang] : text.byHand}</p>`
    }`;
}

/** Ways to let the hub run by itself, as tabs: what each is for, what would be written, and a button that installs it. */
export function scheduleSection(
  schedules: readonly Schedule[],
  context: ConsoleContext,
  actions: ScheduleActions,
): TemplateResult {
  const { words, lang } = context;
  const { run: text } = words;
  const current = schedules.find(({ scheduler }) => scheduler === actions.shown) ?? schedules[0];
  if (!current) return html``;
  const { scheduler, files, command, notes, canInstall } = current;
  const contents = html`${files.map((file) => copyable(file.path ?? text.line, file.text, context))}
    ${command ? copyable(text.command, command, context) : nothing}`;
  return html`<h2 id="schedule">${text.schedule}</h2><p>${text.scheduleLead}</p>
    ${tabs(schedules, current, context, actions.show)}
    <div class="schedule" role="tabpanel" id="schedule-panel" aria-labelledby="tab-${scheduler}">
      <p>${text.about[scheduler]}</p>
      ${notes.length ? html`<ul class="notes">${notes.map((note) => html`<li>${note[lang]}</li>`)}</ul>` : nothing}
      ${installation(current, context, actions)}
      ${canInstall ? html`<details><summary>${text.text}</summary>${contents}</details>` : contents}
    </div>`;
}
