import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';
import { digestHour } from '../store/announced.ts';
import type { Store } from '../store/schema.ts';
import { isQuiet, quietUntil } from './quiet-hours.ts';

/** The one notification a day. Times are ms since the epoch. */
export interface Digest {
  isDue: boolean;
  /** When it is due next, if it is not now. */
  next: number;
  /** To be stored: when it was last due. */
  digested: number;
}

/** @param hour in Vietnam, like the day that `now` is in */
function timeToday(hour: number, now: number): number {
  const midnight = Math.floor((now + VIETNAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIETNAM_OFFSET_MS;
  return midnight + hour * HOUR_MS;
}

/**
 * The digest, if it takes the place of single notifications. It is due at its hour, or later the same day if the
 * computer slept; the posts of a day without one wait for that of the next. The user may choose a quiet hour, but a
 * late one does not come in quiet hours.
 */
export function digestOf(store: Store, now: number): Digest | undefined {
  const hour = digestHour(store);
  if (hour === undefined) return undefined;
  const { quiet } = store.settings;
  const at = timeToday(hour, now);
  // The first is at the next hour, not at once. A time in the future is that of a clock that was wrong.
  const last = Math.min(store.digested ?? now, now);
  if (last >= at) return { isDue: false, next: at + DAY_MS, digested: last };
  const due = isQuiet(quiet, at) ? at : quietUntil(quiet, Math.max(at, now));
  return due > now
    ? { isDue: false, next: due, digested: last }
    : { isDue: true, next: at + DAY_MS, digested: now };
}
