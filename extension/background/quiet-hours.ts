import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';
import type { Settings } from '../store/schema.ts';

/** Whether it is a time in Vietnam at which nobody is to be disturbed. From an hour to the same hour is never. */
export function isQuiet({ on, from, to, weekends }: Settings['quiet'], now: number): boolean {
  if (!on) return false;
  const here = new Date(now + VIETNAM_OFFSET_MS);
  const day = here.getUTCDay();
  if (weekends && (day === 0 || day === 6)) return true;
  const hour = here.getUTCHours();
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
