import { HOUR_MS } from '../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';
import type { Settings } from '../store/schema.ts';

/** Whether it is quiet in Vietnam at `now` (ms since the epoch). If `from` equals `to`, only weekends are quiet. */
export function isQuiet({ on, from, to, weekends }: Settings['quiet'], now: number): boolean {
  if (!on) return false;
  const vietnamTime = new Date(now + VIETNAM_OFFSET_MS);
  const day = vietnamTime.getUTCDay();
  if (weekends && (day === 0 || day === 6)) return true;
  const hour = vietnamTime.getUTCHours();
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Whether the day is quiet in Vietnam, all of it. */
export const isQuietDay = (quiet: Settings['quiet'], now: number): boolean =>
  isQuiet({ ...quiet, from: 0, to: 0 }, now);

/** When the quiet ends that there is at `now`, or `now` if there is none. */
export function quietUntil(quiet: Settings['quiet'], now: number): number {
  let at = now;
  // Hours begin at the same time in Vietnam and in UTC.
  while (isQuiet(quiet, at)) at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
  return at;
}
