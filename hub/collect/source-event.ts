import type { ConfiguredSource } from './sources.ts';

/** Progress of one source during a run. */
export type SourceEvent =
  | { phase: 'waiting' | 'reading'; job: ConfiguredSource }
  /**
   * Its poll is over, with `added` new posts; `unchanged` after a 304; `error` in words.
   */
  | { phase: 'done'; job: ConfiguredSource; added: number; unchanged: boolean; error?: string };
