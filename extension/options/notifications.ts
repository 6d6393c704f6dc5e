import { html, nothing, type TemplateResult } from 'lit';
import { areNotificationsOn } from '../store/announced.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Settings, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { isChecked } from './is-checked.ts';

export interface NotificationActions {
  /** Must be called in the click, as it may request the permission. */
  setNotifications: (on: boolean) => void;
  setQuietHours: (change: Partial<Settings['quiet']>) => void;
  setPaused: (paused: boolean) => void;
  /** The hour in Vietnam; undefined switches the digest off. */
  setDigest: (hour: number | undefined) => void;
}

const HOURS = [...new Array(24).keys()];
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** One notification a day in place of all others. */
function digestSelect(
  store: Store,
  { options }: Words,
  set: NotificationActions['setDigest'],
): TemplateResult {
  const { notifications: text, managed } = options;
  const preset = store.managed?.digest;
  const digest = preset ?? store.settings.digest;
  const onChange = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    set(value ? Number(value) : undefined);
  };
  return html`<label>${text.digest}${preset === undefined ? nothing : html` <span class="mark">${managed}</span>`}
      <select name="digest" ?disabled=${preset !== undefined || !areNotificationsOn(store)} @change=${onChange}>
        <option value="" ?selected=${digest === undefined}>${text.digestOff}</option>
        ${HOURS.map((hour) => html`<option value=${hour} ?selected=${hour === digest}>${text.digestAt(clock(hour))}</option>`)}
      </select></label>
    <p class="hint">${text.digestHow}</p>`;
}

/**
 * The settings for notifications, the daily digest, quiet hours and the pause.
 *
 * @param mayNotify whether the browser allows notifications; a policy or a restore can turn them on without that
 */
export function notifications(
  store: Store,
  words: Words,
  now: number,
  mayNotify: boolean,
  actions: NotificationActions,
): TemplateResult {
  const { notifications: text, managed } = words.options;
  const { quiet } = store.settings;
  const isOn = areNotificationsOn(store);
  const isManaged = store.managed?.notifications !== undefined;
  const hourField = (name: 'from' | 'to', label: string) =>
    html`<label class="hour">${label} <select ?disabled=${!quiet.on} @change=${(event: Event) => actions.setQuietHours({ [name]: Number((event.target as HTMLSelectElement).value) })}>
      ${HOURS.map((hour) => html`<option value=${hour} ?selected=${quiet[name] === hour}>${clock(hour)}</option>`)}
    </select></label>`;
  return html`
    <label class="check"><input type="checkbox" role="switch" .checked=${isOn} ?disabled=${isManaged} @click=${(event: Event) => actions.setNotifications(isChecked(event))}> <span>${text.on}${isManaged ? html` <span class="mark">${managed}</span>` : nothing}</span></label>
    <p class="hint">${text.onHow}</p>
    ${isOn && !mayNotify ? html`<p class="trouble">${text.refused} <button class="strong" @click=${() => actions.setNotifications(true)}>${words.notices.grant}</button></p>` : nothing}
    ${digestSelect(store, words, actions.setDigest)}
    <fieldset>
      <legend><label class="check"><input type="checkbox" role="switch" .checked=${quiet.on} @change=${(event: Event) => actions.setQuietHours({ on: isChecked(event) })}> ${text.quiet}</label></legend>
      <p class="hours">${hourField('from', text.from)} ${hourField('to', text.to)}</p>
      <label class="check"><input type="checkbox" .checked=${quiet.weekends} ?disabled=${!quiet.on} @change=${(event: Event) => actions.setQuietHours({ weekends: isChecked(event) })}> ${text.weekends}</label>
      <p class="hint">${text.quietHow}</p>
    </fieldset>
    <label class="check"><input type="checkbox" role="switch" .checked=${isPaused(store, now)} @change=${(event: Event) => actions.setPaused(isChecked(event))}> ${text.pause}</label>`;
}
