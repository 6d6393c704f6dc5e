/**
 * When the one notification a day is due: at its hour, or later the same day if the computer slept. Posts of a day
 * without one wait for that of the next. Times are ms since the epoch.
 */
import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';

/** @param hour in Vietnam, like the day that `now` is in */
function digestTimeToday(hour: number, now: number): number {
  const midnight = Math.floor((now + VIETNAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIETNAM_OFFSET_MS;
  return midnight + hour * HOUR_MS;
}

/**
 * When the last digest was. Where there was none, or the clock was wrong: now, so that the first is at the next hour
 * that the user chose, and not at once.
 */
export const lastDigest = (digested: number | undefined, now: number): number =>
  Math.min(digested ?? now, now);

export function isDigestDue(hour: number, last: number, now: number): boolean {
  const at = digestTimeToday(hour, now);
  return last < at && at <= now;
}

/** When the next one is due; in the past if it is already. */
export function nextDigest(hour: number, last: number, now: number): number {
  const at = digestTimeToday(hour, now);
  return last < at ? at : at + DAY_MS;
}
