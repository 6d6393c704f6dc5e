import type { PollOutcome } from '../../core/poll/next.ts';
import { DAY_MS } from '../../core/time/duration.ts';

/** Whether our clock agrees with that of the server to the day; undefined if the server does not tell its time. */
export function isClockRight(outcome: PollOutcome, now: number): boolean | undefined {
  const date = 'headers' in outcome ? Date.parse(outcome.headers.get('date') ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.abs(date - now) < DAY_MS;
}
