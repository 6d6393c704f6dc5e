import type { ConfiguredSource } from './sources.ts';

/** Progress of one source during a run. */
export type SourceEvent =
  | { phase: 'waiting' | 'reading'; source: ConfiguredSource }
  /** Its poll is over: `added` counts new posts, `unchanged` means a 304, `error` is in words. */
  | { phase: 'done'; source: ConfiguredSource; added: number; unchanged: boolean; error?: string };
