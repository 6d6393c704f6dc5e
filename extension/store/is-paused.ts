import type { Store } from './schema.ts';

/** Whether nothing is asked by itself at a time (ms since the epoch). */
export const isPaused = ({ settings: { paused } }: Store, now: number): boolean =>
  paused === true || (paused !== undefined && now < paused);
