import type { Store } from './schema.ts';

/** Whether automatic polling and notifications are paused at `now` (ms since the epoch). */
export const isPaused = ({ settings: { paused } }: Store, now: number): boolean =>
  paused === true || (paused !== undefined && now < paused);
