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
