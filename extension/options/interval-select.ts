import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';

/** Intervals offered (minutes). */
const INTERVALS_MINUTES = [15, 30, 60, 120, 240, 720, 1440];

/**
 * Chooses how often sources are checked.
 *
 * @param interval minutes; undefined means the default
 * @param managed whether the policy sets it
 */
export function intervalSelect(
  label: string,
  defaultName: string,
  interval: number | undefined,
  managed: boolean,
  { options }: Words,
  set: (minutes: number | undefined) => void,
): TemplateResult {
  const isOther = interval !== undefined && !INTERVALS_MINUTES.includes(interval);
  const minutesOffered = isOther ? [interval, ...INTERVALS_MINUTES] : INTERVALS_MINUTES;
  const onChange = (event: Event) => set(Number((event.target as HTMLSelectElement).value) || undefined);
  return html`<label>${label}${managed ? html` <span class="mark">${options.managed}</span>` : ''}
    <select ?disabled=${managed} @change=${onChange}>
      <option value="" ?selected=${!interval}>${defaultName}</option>
      ${minutesOffered.map((minutes) => html`<option value=${minutes} ?selected=${minutes === interval}>${options.schools.minutes(minutes)}</option>`)}
    </select></label>`;
}
