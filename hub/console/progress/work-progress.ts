import type { RunProgress, SourceRef } from '../../setup/api.ts';
import { isSameSource } from '../same-source.ts';

/** What is known of a source while everything is read. */
export interface SourceWork {
  source: SourceRef;
  phase: 'waiting' | 'reading' | 'done';
  /** New posts, once it is done. */
  added: number;
  /** The server answered that nothing has changed. */
  unchanged: boolean;
  /** In Vietnamese. */
  error?: string;
}

/** How far the reading of all sources is. */
export interface WorkProgress {
  /** Another process is running the hub; this one waits for it. */
  isBusy: boolean;
  sources: readonly SourceWork[];
  images?: { done: number; total: number };
}

export const NO_PROGRESS: WorkProgress = { isBusy: false, sources: [] };

/** The progress after an event. Sources keep the order in which they were first told of. */
export function withEvent(progress: WorkProgress, event: RunProgress): WorkProgress {
  if (event.phase === 'busy') return { ...progress, isBusy: true };
  const going = { ...progress, isBusy: false };
  if (event.phase === 'images') return { ...going, images: { done: event.done, total: event.total } };
  const work: SourceWork = event.phase === 'done' ? { ...event } : { ...event, added: 0, unchanged: false };
  const isKnown = progress.sources.some(({ source }) => isSameSource(source, event.source));
  return {
    ...going,
    sources: isKnown
      ? progress.sources.map((each) => (isSameSource(each.source, event.source) ? work : each))
      : [...progress.sources, work],
  };
}

/** How many of the sources are done, have failed, and how many new posts they had. */
export function countWork({ sources }: WorkProgress): { done: number; failed: number; added: number } {
  return {
    done: sources.filter(({ phase }) => phase === 'done').length,
    failed: sources.filter(({ error }) => error).length,
    added: sources.reduce((sum, { added }) => sum + added, 0),
  };
}
