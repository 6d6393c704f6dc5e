import { html, nothing, type TemplateResult } from 'lit';
import { notifies } from '../background/notify.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Settings, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';

export interface NotificationActions {
  /** In the click: the permission may have to be asked for. */
  turn: (on: boolean) => void;
  quiet: (change: Partial<Settings['quiet']>) => void;
  pause: (paused: boolean) => void;
}

const HOURS = [...new Array(24).keys()];
const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;

/**
 * Notifications, when there are none, and a rest from everything.
 *
 * @param may whether the browser allows them: a policy, a backup or a change of mind may want them without
 */
export function notifications(
  store: Store,
  words: Words,
  now: number,
  may: boolean,
  act: NotificationActions,
): TemplateResult {
  const { notifications: said, managed } = words.options;
  const { quiet } = store.settings;
  const fixed = store.managed?.notifications !== undefined;
  const hour = (name: 'from' | 'to', label: string) =>
    html`<label class="hour">${label} <select ?disabled=${!quiet.on} @change=${(event: Event) => act.quiet({ [name]: Number((event.target as HTMLSelectElement).value) })}>
      ${HOURS.map((hour) => html`<option value=${hour} ?selected=${quiet[name] === hour}>${String(hour).padStart(2, '0')}:00</option>`)}
    </select></label>`;
  return html`
    <label class="check"><input type="checkbox" role="switch" .checked=${notifies(store)} ?disabled=${fixed} @click=${(event: Event) => act.turn(isChecked(event))}> <span>${said.on}${fixed ? html` <span class="mark">${managed}</span>` : nothing}</span></label>
    <p class="hint">${said.onHow}</p>
    ${notifies(store) && !may ? html`<p class="trouble">${said.refused} <button class="strong" @click=${() => act.turn(true)}>${words.notices.grant}</button></p>` : nothing}
    <fieldset>
      <legend><label class="check"><input type="checkbox" role="switch" .checked=${quiet.on} @change=${(event: Event) => act.quiet({ on: isChecked(event) })}> ${said.quiet}</label></legend>
      <p class="hours">${hour('from', said.from)} ${hour('to', said.to)}</p>
      <label class="check"><input type="checkbox" .checked=${quiet.weekends} ?disabled=${!quiet.on} @change=${(event: Event) => act.quiet({ weekends: isChecked(event) })}> ${said.weekends}</label>
      <p class="hint">${said.quietHow}</p>
    </fieldset>
    <label class="check"><input type="checkbox" role="switch" .checked=${isPaused(store, now)} @change=${(event: Event) => act.pause(isChecked(event))}> ${said.pause}</label>`;
}
