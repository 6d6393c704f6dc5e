import type { SourceState } from '../../setup/api.ts';

/** How a source does, in one word. `waiting`: it has not been asked yet. */
export type Condition = 'paused' | 'redesigned' | 'error' | 'waiting' | 'good';

export function conditionOf(source: SourceState): Condition {
  const { isPaused, isRedesigned, error, lastSuccess, adopted } = source;
  if (isPaused) return 'paused';
  if (isRedesigned && !adopted) return 'redesigned';
  if (error) return 'error';
  return lastSuccess ? 'good' : 'waiting';
}

/** Whether the webmaster should look at it. */
export function isFailing(source: SourceState): boolean {
  const condition = conditionOf(source);
  return condition === 'error' || condition === 'redesigned';
}
